/**
 * Every version the database ever had, in order. Append only: step i brings version i to i + 1, and a step that was
 * merged is never edited, since readers' databases went through it as it was.
 */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LedeSchema } from './schema.ts';

type Upgrade = IDBPTransaction<LedeSchema, StoreNames<LedeSchema>[], 'versionchange'>;
/** Waits for nothing but the transaction's own requests: it ends with the first other wait. */
type Step = (db: IDBPDatabase<LedeSchema>, tx: Upgrade) => void | Promise<void>;

const MIGRATIONS: readonly Step[] = [
  function createStores(db) {
    const feeds = db.createObjectStore('feeds', { keyPath: 'id', autoIncrement: true });
    feeds.createIndex('byUrl', 'url', { unique: true });
    feeds.createIndex('byNextCheck', 'nextCheckAt');
    const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
    articles.createIndex('byNewest', ['newestFirst', 'id']);
    articles.createIndex('byKey', ['feedId', 'key'], { unique: true });
    articles.createIndex('byUrl', 'urlKey');
    articles.createIndex('byFingerprint', 'fingerprint');
    db.createObjectStore('bodies', { keyPath: 'articleId' });
    db.createObjectStore('marks', { keyPath: 'articleId' });
    db.createObjectStore('counters');
    db.createObjectStore('records');
  },
  /** Sources got folders, a name of the reader's own, and what is known of their publisher. */
  async function describeFeeds(_db, tx) {
    const missing = { ownTitle: null, folder: [], supportUrl: null, facts: null };
    for await (const cursor of tx.objectStore('feeds')) await cursor.update({ ...missing, ...cursor.value });
  },
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Runs the steps that a database of `oldVersion` has not seen, inside its upgrade transaction. */
export async function migrate(db: IDBPDatabase<LedeSchema>, oldVersion: number, tx: Upgrade): Promise<void> {
  for (const step of MIGRATIONS.slice(oldVersion)) await step(db, tx);
}
