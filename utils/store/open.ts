/** Opening the database: for the one writer (the background), and for the many readers (pages). */
import { wrap } from 'idb';
import { migrate } from './migrations.ts';
import { factoryAt, type Place, USUAL_PLACE } from './place.ts';
import { isNoRoom } from './room.ts';
import { type Database, STORES } from './schema.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

/**
 * Opens the database for the background: creates and upgrades it where needed. `onClosed` is called when the
 * connection is gone (another connection upgrades or deletes it, or the browser dropped it), so that the next use
 * opens a new one; `onNoRoom` whenever something could not be written for want of room. Rejects where the browser cannot
 * open it, or what it opens is no whole database.
 */
export async function openForWriting(
  onClosed: () => void,
  place: Place = USUAL_PLACE,
  onNoRoom?: () => void,
): Promise<Database> {
  const request = (await factoryAt(place)).open(place.name, SCHEMA_VERSION);
  let failure: unknown = null;
  request.onupgradeneeded = ({ oldVersion }) => {
    const transaction = request.transaction;
    if (transaction === null) return;
    const upgrade = wrap(transaction);
    // Where a step fails nothing of the upgrade may stay, and its error says more than that it was taken back.
    migrate(wrap(request.result) as unknown as Database, oldVersion, upgrade as never).catch(
      (error: unknown) => {
        failure = error;
        transaction.abort();
      },
    );
    upgrade.done.catch(() => undefined);
  };
  const db = await opened(request, onClosed).catch((error: unknown) => {
    throw failure === null ? error : new UpgradeError(failure);
  });
  if (STORES.every((name) => db.objectStoreNames.contains(name))) {
    if (onNoRoom) watchRoom(db, onNoRoom);
    return db;
  }
  db.close();
  throw new DOMException('the database lacks a part', 'DataError');
}

/** What a request is told of a transaction that found no room is only that it was ended; why, the transaction says. */
function watchRoom(db: Database, onNoRoom: () => void): void {
  db.addEventListener('abort', ({ target }) => {
    if (target instanceof IDBTransaction && isNoRoom(target.error)) onNoRoom();
  });
}

/** A step of an upgrade failed: the database is as it was before. */
export class UpgradeError extends Error {
  override readonly name = 'UpgradeError';
  constructor(cause: unknown) {
    super(`the database could not be upgraded: ${String(cause)}`, { cause });
  }
}

/**
 * Opens the database for a page, which never creates, upgrades or repairs it. Rejects where this page cannot see it
 * as the background does: not there yet, a container tab's own empty one, refused in a private window, or of another
 * version. The caller then asks the background; none of it means that data is lost.
 */
export async function openForReading(onClosed: () => void, place: Place = USUAL_PLACE): Promise<Database> {
  // Without a version: what is there is opened as it is, and what would be made is not.
  const request = (await factoryAt(place)).open(place.name);
  request.onupgradeneeded = () => request.transaction?.abort();
  const db = await opened(request, onClosed);
  if (db.version === SCHEMA_VERSION) return db;
  db.close();
  throw new Error(`the database has version ${db.version}, this page reads ${SCHEMA_VERSION}`);
}

/** The database of a request, once it is open. A connection never stands in the way of an upgrade. */
function opened(request: IDBOpenDBRequest, onClosed: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new Error('the database could not be opened'));
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => {
        db.close();
        onClosed();
      };
      db.onclose = onClosed;
      resolve(wrap(db) as unknown as Database);
    };
  });
}
