/**
 * A snapshot: what the reader chose, without what was fetched. Kept apart from the database, so that one survives the
 * other.
 */
import type { Feed } from './feed.ts';

/** Raised when the meaning of a snapshot changes. */
export const SNAPSHOT_VERSION = 1;

/** Which fields of a source's row are the reader's choice or describe it; the others are how its polling stands. */
const FIELDS = {
  // By it the settings name sources; a source that is put back gets another.
  id: true,
  url: true,
  title: true,
  ownTitle: true,
  folder: true,
  muted: true,
  paused: true,
  uncounted: true,
  preferred: true,
  // Which source of the account it is; the account itself comes back without its password.
  account: true,
  removedAt: false,
  siteUrl: true,
  language: true,
  supportUrl: true,
  facts: true,
  addedAt: true,
  nextCheckAt: false,
  readerWaits: false,
  lastAttemptAt: false,
  lastSuccessAt: false,
  problem: false,
  failures: false,
  failingSince: false,
  failureTold: false,
  stopped: false,
  validators: false,
  bodyHash: false,
  unconditionalAt: false,
  cutHash: false,
  cutAt: false,
  isPartlyRead: false,
  redirect: false,
  checkMinutes: true,
  pace: false,
  freshMs: false,
  recentAt: false,
  use: false,
  stored: false,
} as const satisfies Record<keyof Feed, boolean>;

type Kept = { [K in keyof Feed]-?: (typeof FIELDS)[K] extends true ? K : never }[keyof Feed];

/** A source as a snapshot holds it. */
export type SnapshotSource = Pick<Feed, Kept>;

export interface Snapshot {
  readonly version: number;
  /** UTC ms at which it was taken. */
  readonly at: number;
  readonly sources: readonly SnapshotSource[];
  /** Single records of the database by their names, the settings among them. */
  readonly records: Readonly<Record<string, unknown>>;
  /** Machines of the reader's own network that Lede may ask. */
  readonly confirmedHosts: readonly string[];
}

/** What a list of snapshots says of one. */
export interface SnapshotInfo {
  readonly at: number;
  readonly sources: number;
}

/** What was put back by itself after the database was lost. */
export interface Recovered {
  /** UTC ms at which that was. */
  readonly at: number;
  /** UTC ms of the snapshot; null where there was none. */
  readonly snapshotAt: number | null;
  /** Sources that came back. */
  readonly sources: number;
  /** Whether everything was lost, rather than what was written last. */
  readonly isAll: boolean;
}

/** The part of a source's row that snapshots keep. */
export function snapshotSource(feed: Feed): SnapshotSource {
  const kept = Object.entries(FIELDS).filter(([, isKept]) => isKept);
  // The fields are those of the type; the compiler cannot see that through entries.
  return Object.fromEntries(kept.map(([name]) => [name, feed[name as Kept]])) as unknown as SnapshotSource;
}

/** A stored snapshot, or null where it is none: what lies outside the database is checked before it is believed. */
export function asSnapshot(stored: unknown): Snapshot | null {
  if (!isRecord(stored)) return null;
  const { version, at, sources, records, confirmedHosts } = stored;
  if (typeof version !== 'number' || typeof at !== 'number' || !Array.isArray(sources)) return null;
  return {
    version,
    at,
    sources: sources.filter(isSource),
    records: isRecord(records) ? records : {},
    confirmedHosts: Array.isArray(confirmedHosts)
      ? confirmedHosts.filter((host) => typeof host === 'string')
      : [],
  };
}

function isSource(value: unknown): value is SnapshotSource {
  return isRecord(value) && typeof value.url === 'string' && URL.canParse(value.url);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
