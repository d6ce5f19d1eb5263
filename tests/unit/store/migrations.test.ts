import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportSources } from '../../../utils/app/queries/export-sources.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { newFeed } from '../../../utils/model/feed.ts';
import { MIGRATIONS } from '../../../utils/store/migrations.ts';
import { openForReading, openForWriting } from '../../../utils/store/open.ts';
import { SCHEMA_VERSION } from '../../../utils/store/schema-version.ts';

const nothing = (): void => undefined;

/** A source as version 1 stored it. */
const feed = (id: number) => ({
  id,
  url: `https://source-${id}.example/rss`,
  title: `Source ${id}`,
  siteUrl: null,
  language: 'uk',
  addedAt: 1,
  nextCheckAt: id,
  lastAttemptAt: 2,
  lastSuccessAt: 2,
  problem: null,
  failures: 0,
  validators: { etag: '"e"', lastModified: null },
  bodyHash: 'h',
});

/** The database of version 1 with these sources, made by IndexedDB alone, as the first release made it. */
function makeVersion1(feeds: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede', 1);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const db = opening.result;
      const store = db.createObjectStore('feeds', { keyPath: 'id', autoIncrement: true });
      store.createIndex('byUrl', 'url', { unique: true });
      store.createIndex('byNextCheck', 'nextCheckAt');
      const articles = db.createObjectStore('articles', { keyPath: 'id', autoIncrement: true });
      articles.createIndex('byNewest', ['newestFirst', 'id']);
      articles.createIndex('byKey', ['feedId', 'key'], { unique: true });
      articles.createIndex('byUrl', 'urlKey');
      articles.createIndex('byFingerprint', 'fingerprint');
      db.createObjectStore('bodies', { keyPath: 'articleId' });
      db.createObjectStore('marks', { keyPath: 'articleId' });
      db.createObjectStore('counters').put(7, 'unread');
      db.createObjectStore('records').put({ version: 1, theme: 'dark' }, 'settings');
      for (const row of feeds) store.put(row);
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('has the version that its steps lead to', () => {
  expect(SCHEMA_VERSION).toBe(MIGRATIONS.length);
});

describe('a database of version 1', () => {
  it('gets folders and names for its sources, and keeps everything else', async () => {
    await makeVersion1([feed(1), feed(2)]);
    const db = await openForWriting(nothing);
    const described = { ownTitle: null, folder: [], supportUrl: null, facts: null };
    expect(await db.getAll('feeds')).toMatchObject([
      { ...feed(1), ...described },
      { ...feed(2), ...described },
    ]);
    expect(await db.get('counters', 'unread')).toBe(7);
    expect(await db.get('records', 'settings')).toEqual({ version: 1, theme: 'dark' });
  });

  it('keeps folders that a source has already', async () => {
    await makeVersion1([{ ...feed(1), folder: ['News'], ownTitle: 'Mine' }]);
    const db = await openForWriting(nothing);
    expect((await db.getAll('feeds'))[0]).toMatchObject({ folder: ['News'], ownTitle: 'Mine' });
  });

  it('is listed and exported after the upgrade', async () => {
    await makeVersion1([feed(1)]);
    const db = await openForWriting(nothing);
    expect(await sources(db)).toMatchObject([{ title: 'Source 1', folder: [] }]);
    expect(await exportSources(db)).toContain('xmlUrl="https://source-1.example/rss"');
  });

  it('takes thousands of sources through', async () => {
    await makeVersion1(Array.from({ length: 2000 }, (_, index) => feed(index + 1)));
    const db = await openForWriting(nothing);
    expect((await db.getAll('feeds')).every(({ folder }) => folder.length === 0)).toBe(true);
  });

  it('is no database to a page until the background has upgraded it', async () => {
    await makeVersion1([feed(1)]);
    await expect(openForReading(nothing)).rejects.toThrow('version 1');
    await openForWriting(nothing);
    expect((await openForReading(nothing)).version).toBe(SCHEMA_VERSION);
  });
});

describe('a new database', () => {
  it('has the rows of today as they are', async () => {
    const db = await openForWriting(nothing);
    const row = { id: 1, ...newFeed('https://a.example/rss', 'A', 1), folder: ['News'] };
    await db.add('feeds', row);
    db.close();
    expect(await (await openForWriting(nothing)).get('feeds', 1)).toEqual(row);
  });
});
