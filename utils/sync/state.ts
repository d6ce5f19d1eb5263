/**
 * What is carried, as records by key of which the last writer wins. Merging takes each record's later half, so it makes
 * no difference in which order, how often or how late the halves come.
 */
import { compareStamps, type Stamp } from './clock.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface Entry {
  readonly stamp: Stamp;
  /** Null: a tombstone. */
  readonly value: Json;
  /** UTC ms at which this browser first saw the tombstone; 0 for everything else. */
  readonly goneAt: number;
  /** This browser carries it along without having it: it is none of its own settings, or stays at home there. */
  readonly held?: true;
  /** It waits for the reader's word, since this browser was away for too long to know whether it was removed. */
  readonly asked?: true;
}

export type State = ReadonlyMap<string, Entry>;

/** How long a removal is told, from when this browser first saw it, in ms; so long it is remembered after that. */
export const TOMBSTONE_MS = 90 * 24 * 3_600_000;

/** Whether a record is a removal that this browser tells no longer. */
export function isExpired(entry: Entry, now: number): boolean {
  return entry.value === null && now - entry.goneAt > TOMBSTONE_MS;
}

/** Whether a record is a removal that may be forgotten. */
export function isForgotten(entry: Entry, now: number): boolean {
  return entry.value === null && now - entry.goneAt > 2 * TOMBSTONE_MS;
}

/** Whether the first is the later of two records of one key. */
export function isLater(a: Pick<Entry, 'stamp'>, b: Pick<Entry, 'stamp'> | undefined): boolean {
  return b === undefined || compareStamps(a.stamp, b.stamp) > 0;
}

/** Whether two values are the same, whatever the order of their fields. */
export function sameJson(a: Json, b: Json): boolean {
  return a === b || ordered(a) === ordered(b);
}

function ordered(value: Json): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** Whether a value is one with named fields. */
export function isRecord(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
