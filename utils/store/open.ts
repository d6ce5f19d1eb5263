/** Opening the database: for the one writer (the background), and for the many readers (pages). */
import { openDB } from 'idb';
import { migrate, SCHEMA_VERSION } from './migrations.ts';
import { DATABASE_NAME, type Database, type LedeSchema } from './schema.ts';

/**
 * Opens the database for the background: creates and upgrades it where needed. `onClosed` is called when the
 * connection is gone (another connection upgrades or deletes it, or the browser dropped it), so that the next use
 * opens a new one. Rejects where the browser cannot open it.
 */
export function openForWriting(onClosed: () => void): Promise<Database> {
  return openDB<LedeSchema>(DATABASE_NAME, SCHEMA_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => migrate(database, oldVersion, transaction),
    ...giveWay(onClosed),
  });
}

/**
 * Opens the database for a page, which never creates, upgrades or repairs it. Rejects where this page cannot see it
 * as the background does: not there yet, a container tab's own empty one, refused in a private window, or of another
 * version. The caller then asks the background; none of it means that data is lost.
 */
export async function openForReading(onClosed: () => void): Promise<Database> {
  // Without a version: what is there is opened as it is, and what would be made is not.
  const db = await openDB<LedeSchema>(DATABASE_NAME, undefined, {
    upgrade: (_db, _oldVersion, _newVersion, transaction) => {
      // Opening rejects; that the transaction does too is no news.
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    ...giveWay(onClosed),
  });
  if (db.version === SCHEMA_VERSION) return db;
  db.close();
  throw new Error(`the database has version ${db.version}, this page reads ${SCHEMA_VERSION}`);
}

/** A connection never stands in the way of an upgrade. */
function giveWay(onClosed: () => void): {
  blocking: (current: number, blocked: number | null, event: IDBVersionChangeEvent) => void;
  terminated: () => void;
} {
  return {
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed();
    },
    terminated: onClosed,
  };
}
