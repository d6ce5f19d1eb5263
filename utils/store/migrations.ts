/**
 * Every version the database ever had, in order. Append only: step i brings version i to i + 1, and a step that was
 * merged is never edited, since readers' databases went through it as it was.
 */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LedeSchema } from './schema.ts';

type Upgrade = IDBPTransaction<LedeSchema, StoreNames<LedeSchema>[], 'versionchange'>;
/** Waits for nothing but the transaction's own requests: it ends with the first other wait. */
type Step = (db: IDBPDatabase<LedeSchema>, tx: Upgrade) => void | Promise<void>;

/** As many as `SCHEMA_VERSION` says. */
export const MIGRATIONS: readonly Step[] = [
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
  /** Articles got an end: what is no longer served may be dropped, and is known again by what remains of it. */
  async function letArticlesGo(db, tx) {
    const tombstones = db.createObjectStore('tombstones', { keyPath: ['feedId', 'key'] });
    tombstones.createIndex('byUrl', ['feedId', 'urlKey']);
    tombstones.createIndex('byFingerprint', ['feedId', 'fingerprint']);
    tombstones.createIndex('byServedUntil', 'servedUntil');
    db.createObjectStore('hosts', { keyPath: 'host' });
    const articles = tx.objectStore('articles');
    const stored = new Map<number, number>();
    // Until its feed is next read whole, an article counts as still served: nothing is dropped too early.
    const missing = { twinOf: null, isBacklog: true, servedUntil: 0 };
    for await (const cursor of articles) {
      stored.set(cursor.value.feedId, (stored.get(cursor.value.feedId) ?? 0) + 1);
      await cursor.update({ ...missing, ...cursor.value });
    }
    articles.createIndex('byFeed', ['feedId', 'newestFirst', 'id']);
    articles.createIndex('byServed', ['feedId', 'servedUntil']);
    for await (const cursor of tx.objectStore('feeds')) {
      await cursor.update({ ...unpolled(), ...cursor.value, stored: stored.get(cursor.value.id) ?? 0 });
    }
    const total = [...stored.values()].reduce((sum, count) => sum + count, 0);
    await tx.objectStore('counters').put(total, 'articles');
  },
  /** Articles are put into stories; those that are stored wait for it. */
  async function tellStories(db, tx) {
    const stories = db.createObjectStore('stories', { keyPath: 'id' });
    stories.createIndex('byNewest', ['newestFirst', 'id']);
    stories.createIndex('byToldAt', 'toldAt');
    stories.createIndex('byArrivedAt', 'arrivedAt');
    stories.createIndex('byStale', 'stale');
    db.createObjectStore('redirects', { keyPath: 'from' });
    db.createObjectStore('bindings', { keyPath: 'id', autoIncrement: true });
    db.createObjectStore('window', { keyPath: 'id', autoIncrement: true });
    const articles = tx.objectStore('articles');
    for await (const cursor of articles) {
      await cursor.update({ ...cursor.value, story: cursor.value.twinOf === null ? 0 : -1 });
    }
    articles.createIndex('byStory', ['story', 'id']);
  },
  /** Sources can be muted. */
  async function muteSources(_db, tx) {
    for await (const cursor of tx.objectStore('feeds')) {
      await cursor.update({ ...cursor.value, muted: false });
    }
  },
  /** What is searched is packed; what is stored is packed by and by. */
  function packSearch(db) {
    db.createObjectStore('searchHeads');
    db.createObjectStore('searchLeads');
    db.createObjectStore('searchChanges', { autoIncrement: true });
  },
  /** Alerts are remembered. */
  function rememberAlerts(db) {
    db.createObjectStore('alerts', { keyPath: 'id', autoIncrement: true });
  },
  /** A backup is kept in pieces until all of it is there. */
  function stageBackups(db) {
    db.createObjectStore('staging', { keyPath: 'index' });
  },
  /** Articles of an account on a feed server are known by the server's ids. */
  function knowServerItems(db) {
    const items = db.createObjectStore('serverItems', { keyPath: 'id' });
    items.createIndex('byArticle', 'articleId');
    items.createIndex('byFeed', 'feedId');
    items.createIndex('byWaits', 'waits');
  },
  /** Twins are found by what they are twins of: the same article may have another address, or none. */
  function findTwins(_db, tx) {
    tx.objectStore('articles').createIndex('byTwin', 'twinOf');
  },
];

/** What version 3 knows of polling a source, before it is known. */
function unpolled() {
  return {
    readerWaits: false,
    failingSince: null,
    failureTold: false,
    stopped: false,
    unconditionalAt: null,
    cutHash: null,
    cutAt: [],
    isPartlyRead: false,
    redirect: null,
    checkMinutes: null,
    pace: { ttl: null, skipHours: [], skipDays: [], updateMinutes: null },
    freshMs: null,
    recentAt: [],
    use: [],
    stored: 0,
  };
}

/** Runs the steps that a database of `oldVersion` has not seen, inside its upgrade transaction. */
export async function migrate(db: IDBPDatabase<LedeSchema>, oldVersion: number, tx: Upgrade): Promise<void> {
  for (const step of MIGRATIONS.slice(oldVersion)) await step(db, tx);
}
