/** Where snapshots are kept outside the database, and how they are read there; `snapshots.ts` takes them. */
import { asSnapshot, type Snapshot, type SnapshotInfo } from '../model/snapshot.ts';
import type { LocalStore } from '../platform/local.ts';

/** Under these keys: what is known of the latest, the latest, the list of the daily ones, and what theirs begin with. */
export const MARK = 'snapshot.mark';
export const LATEST = 'snapshot.latest';
export const DAYS = 'snapshot.days';
export const DAY = 'snapshot.day.';
/** The key of the snapshot of a day, which begins at `at` (UTC ms). */
export const dayKey = (at: number): string => `${DAY}${at}`;

/** What is known of the latest snapshot without reading it. */
export interface SnapshotMark {
  /** Its number; see `utils/store/snapshot`. */
  readonly revision: number;
  readonly hash: string;
}

/** The mark of the latest snapshot, or null where there never was one. */
export async function readMark(local: LocalStore): Promise<SnapshotMark | null> {
  const stored = (await local.get([MARK]))[MARK] as Partial<SnapshotMark> | undefined;
  return typeof stored?.revision === 'number' && typeof stored.hash === 'string'
    ? { revision: stored.revision, hash: stored.hash }
    : null;
}

/** The newest snapshot that can be read, or null. */
export async function newestSnapshot(local: LocalStore): Promise<Snapshot | null> {
  const latest = asSnapshot((await local.get([LATEST]))[LATEST]);
  if (latest) return latest;
  for (const { at } of await listSnapshots(local)) {
    const snapshot = await readSnapshot(local, at);
    if (snapshot) return snapshot;
  }
  return null;
}

/** The daily snapshots, newest first. */
export async function listSnapshots(local: LocalStore): Promise<readonly SnapshotInfo[]> {
  const stored = (await local.get([DAYS]))[DAYS];
  return Array.isArray(stored) ? (stored as SnapshotInfo[]) : [];
}

/** The snapshot of a day, or null where it is gone. */
export async function readSnapshot(local: LocalStore, at: number): Promise<Snapshot | null> {
  return asSnapshot((await local.get([dayKey(at)]))[dayKey(at)]);
}
