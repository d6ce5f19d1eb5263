/**
 * Every version the database ever had, in order. Append only: step i brings version i to i + 1, and a step that was
 * merged is never edited, since readers' databases went through it as it was.
 */
import type { IDBPDatabase } from 'idb';
import type { LedeSchema } from './schema.ts';

type Step = (db: IDBPDatabase<LedeSchema>) => void;

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
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Runs the steps that a database of `oldVersion` has not seen, inside its upgrade transaction. */
export function migrate(db: IDBPDatabase<LedeSchema>, oldVersion: number): void {
  for (const step of MIGRATIONS.slice(oldVersion)) step(db);
}
