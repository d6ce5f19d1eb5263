/**
 * The database as the background opens it: created, upgraded and, where it was lost or is damaged beyond use, made anew
 * with the reader's sources and settings from the snapshot. Pages never do any of this.
 *
 * Browsers tell of a lost database in no one way: it opens new, or opens without what was written last, or cannot be
 * opened, and then sometimes not be deleted either. So nothing is concluded from how it opens: the number of the latest
 * snapshot stands in the database and outside it, and one that is behind has lost something.
 */
import type { LocalStore } from '../platform/local.ts';
import { findDamage } from '../store/damage.ts';
import { openForWriting, UpgradeError } from '../store/open.ts';
import {
  allPlaces,
  asPlace,
  deleteAt,
  isSame,
  PLACE_KEY,
  type Place,
  placesAfter,
  USUAL_PLACE,
} from '../store/place.ts';
import { hasRoom, isNoRoom, noRoom } from '../store/room.ts';
import type { Database } from '../store/schema.ts';
import { recover } from '../store/snapshot.ts';
import { newestSnapshot, readMark } from './snapshot-shelf.ts';

/** Something read from the database was damaged: all of it is looked at when it is next opened. */
const SUSPECT = 'database.suspect';
const ERASING = 'database.erasing';

/** After this time in ms what failed to open is tried once more: a browser that just starts can be late. */
const AGAIN_MS = 150;

export interface Opening {
  readonly local: LocalStore;
  /** UTC ms. */
  now(): number;
  /** Resolves after so many ms. */
  pause(ms: number): Promise<void>;
  /** Called when sources were put back, which are then to be asked. */
  onRecovered(): void;
  /** Called when something could not be written, or the database not be opened, for want of room. */
  onNoRoom(): void;
}

/**
 * Opens the database. Rejects, and touches nothing, where it is of a newer version, where there is no room on the disk,
 * or where an upgrade failed; else only where no place of the browser lets a database be made.
 */
export async function openDatabase(opening: Opening, onClosed: () => void): Promise<Database> {
  try {
    return await open(opening, onClosed);
  } catch (error) {
    if (isNoRoom(error)) opening.onNoRoom();
    throw error;
  }
}

async function open(opening: Opening, onClosed: () => void): Promise<Database> {
  const { local } = opening;
  const stored = await local.get([PLACE_KEY, SUSPECT, ERASING]);
  const place = asPlace(stored[PLACE_KEY]);
  if (stored[ERASING] === true) await eraseAll(local);
  const db = await openSomewhere(opening, place, stored[SUSPECT] === true, onClosed);
  if (stored[SUSPECT] === true) await local.remove([SUSPECT]);
  await putBackLost(opening, db);
  return db;
}

/** Has the database looked at as a whole when it is next opened. */
export async function suspectDamage(local: LocalStore): Promise<void> {
  await local.set({ [SUSPECT]: true });
}

/**
 * Deletes the database and everything else that is kept, snapshots first: nothing can come back. A background that dies
 * in between goes on when it next opens the database.
 */
export async function eraseAll(local: LocalStore): Promise<void> {
  await local.set({ [ERASING]: true });
  const kept = new Set([ERASING, PLACE_KEY]);
  await local.remove((await local.keys()).filter((key) => !kept.has(key)));
  const place = asPlace((await local.get([PLACE_KEY]))[PLACE_KEY]);
  // What lies in other places was damaged: that it can't be deleted is why it was left.
  for (const other of allPlaces()) {
    if (!isSame(other, place)) await deleteAt(other).catch(() => undefined);
  }
  await deleteAt(place);
  await local.remove([ERASING]);
}

async function putBackLost({ local, now, onRecovered }: Opening, db: Database): Promise<void> {
  const mark = await readMark(local);
  if (mark === null || ((await db.get('counters', 'snapshot')) ?? 0) >= mark.revision) return;
  await recover(db, await newestSnapshot(local), mark.revision, now());
  onRecovered();
}

async function openSomewhere(
  opening: Opening,
  place: Place,
  isSuspect: boolean,
  onClosed: () => void,
): Promise<Database> {
  const openIt = (): Promise<Database> => openWhole(opening, place, isSuspect, onClosed);
  try {
    return await openIt();
  } catch (first) {
    if (isNoDamage(first)) throw first;
  }
  await opening.pause(AGAIN_MS);
  try {
    return await openIt();
  } catch (error) {
    if (isNoDamage(error)) throw error;
    // Where nothing can be written the disk is full: a database that cannot be opened for that is whole.
    await probe(opening.local);
    return await replace(opening, place, onClosed, error);
  }
}

async function openWhole(
  { onNoRoom }: Opening,
  place: Place,
  isSuspect: boolean,
  onClosed: () => void,
): Promise<Database> {
  const db = await openForWriting(onClosed, place, onNoRoom);
  try {
    await findDamage(db, isSuspect ? 'all' : 'ends');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Makes a new database in place of one that is damaged; somewhere else where that one stands in the way. */
async function replace(
  { local, onNoRoom }: Opening,
  damaged: Place,
  onClosed: () => void,
  cause: unknown,
): Promise<Database> {
  const tries: readonly (() => Promise<Place>)[] = [
    async () => {
      await deleteAt(damaged);
      return damaged;
    },
    ...placesAfter(damaged).map((place) => async () => place),
  ];
  for (const attempt of tries) {
    try {
      const place = await attempt();
      const db = await openForWriting(onClosed, place, onNoRoom);
      if (!isSame(place, damaged)) await remember(local, place);
      return db;
    } catch (error) {
      console.error('no database there', error);
    }
  }
  throw cause;
}

async function remember(local: LocalStore, place: Place): Promise<void> {
  if (isSame(place, USUAL_PLACE)) await local.remove([PLACE_KEY]);
  else await local.set({ [PLACE_KEY]: place });
}

/** Of another version, no room, or an upgrade that failed: the database itself may be as good as ever. */
function isNoDamage(error: unknown): boolean {
  if (error instanceof UpgradeError || isNoRoom(error)) return true;
  return error instanceof DOMException && error.name === 'VersionError';
}

const PROBE = 'database.probe';
/** Enough to need room of its own, in characters. */
const PROBE_LENGTH = 64 * 1024;

async function probe(local: LocalStore): Promise<void> {
  if (!(await hasRoom())) throw noRoom();
  try {
    await local.set({ [PROBE]: 'x'.repeat(PROBE_LENGTH) });
    await local.remove([PROBE]);
  } catch {
    throw noRoom();
  }
}
