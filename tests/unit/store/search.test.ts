/** What is stored is found, and nothing else, whatever happened to it and wherever a background died. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { search } from '../../../utils/app/queries/search.ts';
import type { Article } from '../../../utils/model/article.ts';
import { newFeed } from '../../../utils/model/feed.ts';
import { ArticleWriter } from '../../../utils/store/article-writer.ts';
import { openForReading, openForWriting } from '../../../utils/store/open.ts';
import { type PackSizes, packSome } from '../../../utils/store/pack-search.ts';
import { articleTransaction, type Database } from '../../../utils/store/schema.ts';
import { whole } from '../../../utils/store/whole.ts';
import { propertyRuns } from '../../property-runs.ts';

const numRuns = Math.ceil(propertyRuns / 10);
const timeout = 20_000 + numRuns * 300;
const NOW = Date.UTC(2026, 10, 25);
const SMALL: PackSizes = { atOnce: 5, least: 2, merged: 2, levels: [8, 16] };
const WORDS = ['storm', 'harbour', 'міністр', 'budget'] as const;
const nothing = (): void => undefined;
const BODY = { html: '', categories: [], history: [] };

async function open(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  const db = await openForWriting(nothing);
  for (const id of [1, 2])
    await db.add('feeds', { id, ...newFeed(`https://s${id}.example/rss`, `Source ${id}`, NOW) });
  return db;
}

function row(serial: number, title: string, twinOf: number | null = null): Omit<Article, 'id'> {
  const unused = {
    labels: [],
    image: null,
    fingerprint: null,
    publishedOffset: null,
    author: null,
    language: null,
  };
  const times = { publishedAt: NOW - serial, firstSeenAt: NOW, servedUntil: 0, isBacklog: false };
  const address = { key: `${serial}`, url: null, urlKey: `s.example/${twinOf ?? serial}` };
  const place = {
    twinOf,
    newestFirst: twinOf === null ? serial - NOW : null,
    story: twinOf === null ? 0 : -1,
  };
  return {
    ...unused,
    ...times,
    ...address,
    ...place,
    feedId: twinOf === null ? 1 : 2,
    title,
    snippet: 'said',
  };
}

/** Within one transaction, as all that changes articles. */
async function write(db: Database, work: (writer: ArticleWriter) => Promise<unknown>): Promise<void> {
  const tx = articleTransaction(db);
  await whole(tx, async () => {
    const writer = await ArticleWriter.within(tx);
    await work(writer);
    await writer.finish();
  });
}

const found = async (db: Database, typed: string): Promise<number[]> => {
  const request = { typed: `${typed} `, after: null, limit: 200, leads: true, now: NOW };
  const { hits, total, complete } = await search(db, request);
  expect([complete, total]).toEqual([true, hits.length]);
  return hits.map(({ row: { id } }) => id).sort((one, other) => one - other);
};

/** What should be found, by looking at every article. */
const there = async (db: Database, word: string): Promise<number[]> =>
  (await db.getAll('articles')).flatMap(({ id, title, muted, twinOf }) =>
    title.includes(word) && !muted && twinOf === null ? [id] : [],
  );

async function expectTrue(...dbs: Database[]): Promise<void> {
  const [db] = dbs;
  if (!db) return;
  for (const word of WORDS) {
    const expected = await there(db, word);
    for (const one of dbs) expect(await found(one, word)).toEqual(expected);
  }
}

const title = fc.subarray([...WORDS]).map((words) => words.join(' '));
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), titles: fc.array(title, { minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('twin' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('mute' as const), pick: fc.nat(), muted: fc.boolean() }),
  fc.record({ kind: fc.constant('retitle' as const), pick: fc.nat(), title }),
  fc.record({ kind: fc.constant('remove' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('restore' as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant('pack' as const), steps: fc.integer({ min: 1, max: 4 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(db: Database, one: Step, gone: Article[]): Promise<void> {
  const all = await db.getAll('articles');
  const at = (pick: number): Article | undefined => all[pick % Math.max(1, all.length)];
  const serial = 1 + all.length + gone.length + Math.max(0, ...all.map(({ id }) => id));
  if (one.kind === 'pack') for (let n = 0; n < one.steps; n += 1) await packSome(db, SMALL);
  else if (one.kind === 'add') {
    await write(db, async (writer) => {
      for (const [n, text] of one.titles.entries()) await writer.add(row(serial * 10 + n, text), BODY);
    });
  } else if (one.kind === 'restore') {
    const article = gone.pop();
    if (article) await write(db, (writer) => writer.restore(article, BODY));
  } else {
    const article = at(one.pick);
    if (!article) return;
    if (one.kind === 'mute')
      await write(db, (writer) => writer.list(article, { muted: one.muted, uncounted: false }));
    else if (one.kind === 'retitle') {
      await write(db, (writer) =>
        writer.list({ ...article, title: one.title }, { muted: article.muted ?? false, uncounted: false }),
      );
    } else if (one.kind === 'remove') {
      await write(db, (writer) => writer.remove(article));
      if (article.twinOf === null) gone.push(article);
    } else if (article.twinOf === null) {
      const twin = { ...row(serial * 10, article.title, article.id), urlKey: article.urlKey };
      await write(db, (writer) => writer.add(twin, BODY));
    }
  }
}

describe('what is stored, unmuted and no twin', () => {
  it('is found by its words after whatever happened, by a page that was open all along and by a new one', {
    timeout,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const db = await open();
        const page = await openForReading(nothing);
        const gone: Article[] = [];
        for (const one of steps) {
          await take(db, one, gone);
          const fresh = await openForReading(nothing);
          await expectTrue(db, page, fresh);
          fresh.close();
        }
        db.close();
        page.close();
      }),
      { numRuns },
    );
  });

  it('is packed as a whole in the end, in few blocks', async () => {
    const db = await open();
    await write(db, async (writer) => {
      for (let n = 0; n < 43; n += 1) await writer.add(row(n, WORDS[n % 4] ?? ''), BODY);
    });
    while (await packSome(db, SMALL));
    expect(await db.get('counters', 'packedUpTo')).toBe(43);
    expect(await db.count('searchHeads')).toBeLessThan(6);
    expect(await db.getAllKeys('searchLeads')).toEqual(await db.getAllKeys('searchHeads'));
    await expectTrue(db);
  });
});

describe('a background that dies while it packs', () => {
  afterEach(() => vi.restoreAllMocks());

  it('has lost nothing and doubled nothing, between whichever two writes it was', async () => {
    const writes = ['add', 'put', 'delete'] as const;
    for (let fatal = 1; ; fatal += 1) {
      const db = await open();
      await write(db, async (writer) => {
        for (let n = 0; n < 9; n += 1) await writer.add(row(n, WORDS[n % 4] ?? ''), BODY);
      });
      await packSome(db, SMALL);
      const rows = await Promise.all([1, 3].map((id) => db.get('articles', id)));
      await write(db, async (writer) => {
        for (const article of rows)
          if (article) await writer.list(article, { muted: true, uncounted: false });
      });
      let written = 0;
      for (const name of writes) {
        const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
        vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
          this: IDBObjectStore,
          ...args: unknown[]
        ) {
          written += 1;
          if (written === fatal) throw new Error('killed');
          return original.apply(this, args) as IDBRequest<IDBValidKey> & IDBRequest<undefined>;
        });
      }
      const pack = async (): Promise<void> => {
        while (await packSome(db, SMALL));
      };
      const died = await pack().then(
        () => false,
        () => true,
      );
      vi.restoreAllMocks();
      const page = await openForReading(nothing);
      await expectTrue(db, page);
      await pack();
      await expectTrue(db, page);
      db.close();
      page.close();
      if (!died) break;
    }
  });
});
