/**
 * Snapshots of sources and settings, kept outside the database: one that is always up to date, and one a day of the last
 * seven on which there was one. The number of the latest stands in the database too; a database whose own is lower has
 * lost something (`utils/app/open-database`).
 */
import type { SnapshotInfo } from '../model/snapshot.ts';
import type { LocalStore } from '../platform/local.ts';
import { countSnapshot, takeSnapshot } from '../store/snapshot.ts';
import { hashText } from '../text/hash.ts';
import type { Deps } from './deps.ts';
import {
  DAY,
  DAYS,
  dayKey,
  LATEST,
  listSnapshots,
  MARK,
  readMark,
  type SnapshotMark,
} from './snapshot-shelf.ts';

const DAY_MS = 24 * 3_600_000;
/** Daily snapshots that are kept. */
export const MOST_SNAPSHOTS = 7;

/**
 * Takes a snapshot where something changed since the last or a day has passed. Safe to run at any time and twice. Never
 * rejects: where there is no room for one, the next change tries again.
 */
export function keepSnapshot(deps: Deps): Promise<void> {
  return deps.snapshotDesk.soon(async () => {
    try {
      await keepNow(deps);
    } catch (error) {
      console.error('no snapshot', error);
    }
  });
}

async function keepNow(deps: Deps): Promise<void> {
  const { local } = deps;
  const db = await deps.database();
  const now = deps.now();
  const [snapshot, mark, days] = await Promise.all([
    takeSnapshot(db, now),
    readMark(local),
    listSnapshots(local),
  ]);
  const { sources, records, confirmedHosts } = snapshot;
  const hash = hashText(JSON.stringify({ sources, records, confirmedHosts }));
  const isNew = mark?.hash !== hash;
  if (mark === null && sources.length === 0 && Object.keys(records).length === 0) return;
  const isDue = isDayOver(days[0], now);
  if (!isNew && !isDue) return;
  // First the database's own number: where it is ahead nothing is lost, where it is behind something is.
  const revision = isNew ? await countSnapshot(db, mark?.revision ?? 0) : (mark?.revision ?? 0);
  const kept = isDue ? [{ at: now, sources: sources.length }, ...days].slice(0, MOST_SNAPSHOTS) : days;
  await local.set({
    [LATEST]: snapshot,
    [MARK]: { revision, hash } satisfies SnapshotMark,
    ...(isDue && { [DAYS]: kept, [dayKey(now)]: snapshot }),
  });
  if (isDue) await forgetOthers(local, kept);
}

/** A clock that went back by days was wrong before, or is now: a snapshot more does no harm. */
function isDayOver(newest: SnapshotInfo | undefined, now: number): boolean {
  return newest === undefined || Math.abs(now - newest.at) >= DAY_MS;
}

/** Removes what a kill left of days that are not listed any more. */
async function forgetOthers(local: LocalStore, kept: readonly SnapshotInfo[]): Promise<void> {
  const listed = new Set(kept.map(({ at }) => dayKey(at)));
  const gone = (await local.keys()).filter((key) => key.startsWith(DAY) && !listed.has(key));
  if (gone.length > 0) await local.remove(gone);
}
