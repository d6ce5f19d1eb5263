/**
 * What the bench of search runs inside of a page of the extension: the product's own query over the product's own
 * database, and MiniSearch and FlexSearch over what they would store of the same texts.
 */
import { Index as FlexSearch } from 'flexsearch';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import MiniSearch from 'minisearch';
import { prepareSearch, search } from '../../utils/app/queries/search.ts';
import type { Article } from '../../utils/model/article.ts';
import { newFeed } from '../../utils/model/feed.ts';
import { openForReading, openForWriting } from '../../utils/store/open.ts';
import { packSome } from '../../utils/store/pack-search.ts';
import { newArticle } from '../../utils/story/dedupe.ts';
import { dice } from '../soak/random.ts';

/** Texts that those of the articles are mixed from. */
export interface Sample {
  readonly title: string;
  readonly summary: string;
  readonly language: string;
}

export interface Cold {
  /** Ms from opening the database to the first page of hits, and to that with leads. */
  readonly first: number;
  readonly all: number;
  readonly total: number;
}

interface OthersSchema extends DBSchema {
  minisearch: { key: string; value: string };
  flexsearch: { key: string; value: string };
}

const SOURCES = 40;
const AT_ONCE = 1_000;
const MINUTE = 60_000;
/** Share of words that come from another text. */
const MIXED = 0.6;
const SNIPPET = 240;
const LIMIT = 30;

const nothing = (): void => undefined;

/** Mixes as many articles as are missing up to `count` and packs them; what is there stays. */
async function seed(samples: readonly Sample[], count: number): Promise<void> {
  const db = await openForWriting(nothing);
  const now = Date.now();
  for (let id = 1; id <= SOURCES; id += 1) {
    const feed = newFeed(`https://source-${id}.example/rss`, `Source number ${id}`, now);
    await db.put('feeds', { id, ...feed, nextCheckAt: now + 10_000 * MINUTE, lastAttemptAt: now });
  }
  const present = await db.count('articles');
  for (let first = present + 1; first <= count; first += AT_ONCE) {
    const tx = db.transaction('articles', 'readwrite', { durability: 'relaxed' });
    for (let id = first; id < Math.min(first + AT_ONCE, count + 1); id += 1)
      void tx.store.put(article(samples, id, now));
    await tx.done;
  }
  // They are in no story, and shall stay so.
  await db.put('counters', count, 'toldUpTo');
  await db.put('counters', count, 'articles');
  while (await packSome(db));
  db.close();
}

function article(samples: readonly Sample[], id: number, now: number): Article {
  const random = dice(id);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const own = pick(samples);
  const mixed = (text: string): string =>
    text
      .split(' ')
      .map((word) => (random() < MIXED ? pick(pick(samples).summary.split(' ')) : word))
      .join(' ');
  const incoming = {
    ...{ key: `${id}`, otherKey: '', url: `https://source-${id % SOURCES}.example/${id}`, urlKey: `${id}` },
    ...{
      urlIsUnique: true,
      labels: [],
      author: null,
      language: own.language,
      image: null,
      fingerprint: `${id}`,
    },
    ...{ publishedAt: now - id * MINUTE, publishedOffset: 0, html: '', categories: [] },
    title: mixed(own.title),
    snippet: Array.from({ length: 4 }, () => mixed(pick(samples).summary))
      .join(' ')
      .slice(0, SNIPPET),
  };
  const place = { feedId: (id % SOURCES) + 1, twinOf: null, isBacklog: false, isMuted: false };
  return { id, ...newArticle(incoming, place, now), story: -1 };
}

async function cold(typed: string): Promise<Cold> {
  const began = performance.now();
  const db = await openForReading(nothing);
  const request = { typed, after: null, limit: LIMIT, now: Date.now() };
  await search(db, { ...request, leads: false });
  const first = performance.now() - began;
  const { total } = await search(db, { ...request, leads: true });
  return { first, all: performance.now() - began, total };
}

/** Ms of each query in turn, as each key that is pressed makes one. */
async function keystrokes(queries: readonly string[]): Promise<number[]> {
  const db = await openForReading(nothing);
  await prepareSearch(db, { now: Date.now() });
  const times: number[] = [];
  for (const typed of queries) {
    const began = performance.now();
    await search(db, { typed, after: null, limit: LIMIT, leads: true, now: Date.now() });
    times.push(performance.now() - began);
  }
  return times;
}

const MINISEARCH = {
  fields: ['title', 'snippet'],
  searchOptions: { prefix: true, combineWith: 'AND' as const },
};
const FLEXSEARCH = { tokenize: 'forward' as const };

function others(): Promise<IDBPDatabase<OthersSchema>> {
  return openDB<OthersSchema>('others', 1, {
    upgrade(db) {
      db.createObjectStore('minisearch');
      db.createObjectStore('flexsearch');
    },
  });
}

/** Has both index what is stored and store what they need to search it in another page. */
async function indexOthers(): Promise<void> {
  const db = await openForReading(nothing);
  const store = await others();
  const mini = new MiniSearch(MINISEARCH);
  const flex = new FlexSearch(FLEXSEARCH);
  for (let from = 0; ; from += AT_ONCE) {
    const some = await db.getAll('articles', IDBKeyRange.lowerBound(from, true), AT_ONCE);
    mini.addAll(some.map(({ id, title, snippet }) => ({ id, title, snippet })));
    for (const { id, title, snippet } of some) flex.add(id, `${title} ${snippet}`);
    if (some.length < AT_ONCE) break;
  }
  await store.put('minisearch', JSON.stringify(mini), 'index');
  await store.clear('flexsearch');
  const parts: [string, string][] = [];
  await flex.export((key: string, data: string) => void parts.push([key, data]));
  for (const [key, data] of parts) if (data) await store.put('flexsearch', data, key);
  store.close();
}

async function coldMiniSearch(typed: string): Promise<Cold> {
  const began = performance.now();
  const store = await others();
  const index = MiniSearch.loadJSON((await store.get('minisearch', 'index')) ?? '', MINISEARCH);
  const total = index.search(typed).length;
  const all = performance.now() - began;
  return { first: all, all, total };
}

async function coldFlexSearch(typed: string): Promise<Cold> {
  const began = performance.now();
  const store = await others();
  const index = new FlexSearch(FLEXSEARCH);
  const [keys, parts] = await Promise.all([store.getAllKeys('flexsearch'), store.getAll('flexsearch')]);
  for (const [at, key] of keys.entries()) await index.import(key, parts[at] ?? '');
  const total = index.search(typed, { limit: 1_000_000 }).length;
  const all = performance.now() - began;
  return { first: all, all, total };
}

export const inPage = { seed, cold, keystrokes, indexOthers, coldMiniSearch, coldFlexSearch };

Object.assign(globalThis, { inPage });
