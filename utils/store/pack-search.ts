/**
 * Packing articles for searching, a transaction a step, so that nothing waits long for the database and a background that
 * dies in between has done a part of it, whole. Blocks are few and large, because browsers read few large values several
 * times as fast as many small ones; small ones are put together into larger ones as they become many, in the manner of
 * log-structured merge trees (O’Neil 1996).
 */
import { isSearched, type PackedArticle, packArticle, putTogether, takeApart } from '../search/pack.ts';
import { LEAST_PACKED } from './packing-due.ts';
import type { BlockKey, Database, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** How much is done at once. */
export interface PackSizes {
  /** Articles packed in one step. */
  readonly atOnce: number;
  /** Fewer new articles, or changed ones, are left to the pages, which look at them one by one. */
  readonly least: number;
  /** So many blocks next to each other become one … */
  readonly merged: number;
  /** … if none of them spans more numbers of articles than this, or than this. */
  readonly levels: readonly number[];
}

/** A step takes about 20 ms; putting blocks together up to 100. */
const SIZES: PackSizes = { atOnce: 512, least: LEAST_PACKED, merged: 8, levels: [2_048, 16_384] };

const STORES = ['articles', 'searchHeads', 'searchLeads', 'searchChanges', 'counters'] as const;
type Packing = Transaction<[...typeof STORES]>;

/** One step of what there is to do; gives whether there may be more. Running it twice changes nothing more. */
export function packSome(db: Database, sizes: PackSizes = SIZES): Promise<boolean> {
  const tx = db.transaction([...STORES], 'readwrite');
  return whole(
    tx,
    async () => (await packNew(tx, sizes)) || (await packChanged(tx, sizes)) || (await merge(tx, sizes)),
  );
}

/** Packs the first of the articles that are not packed yet, if they are enough. */
async function packNew(tx: Packing, { atOnce, least }: PackSizes): Promise<boolean> {
  const upTo = (await tx.objectStore('counters').get('packedUpTo')) ?? 0;
  const articles = await tx.objectStore('articles').getAll(IDBKeyRange.lowerBound(upTo, true), atOnce);
  const last = articles.at(-1)?.id;
  if (last === undefined || articles.length < least) return false;
  await putBlock(tx, upTo + 1, last, articles.filter(isSearched).map(packArticle));
  await tx.objectStore('counters').put(last, 'packedUpTo');
  await forgetChanges(tx, upTo + 1, last);
  return true;
}

/** Packs anew one of the blocks of which articles have changed, if these are enough. */
async function packChanged(tx: Packing, { least }: PackSizes): Promise<boolean> {
  const changes = await tx.objectStore('searchChanges').getAll();
  if (changes.length < least) return false;
  const upTo = (await tx.objectStore('counters').get('packedUpTo')) ?? 0;
  const first = changes.find(({ articleId }) => articleId <= upTo);
  if (!first) return false;
  const keys = await tx.objectStore('searchHeads').getAllKeys();
  const key = keys.find(([from, to]) => from <= first.articleId && first.articleId <= to);
  if (!key) throw new Error(`no block holds the article ${first.articleId}`);
  const [from, to] = key;
  const changed = new Set(changes.map(({ articleId }) => articleId).filter((id) => from <= id && id <= to));
  const kept = (await takeBlock(tx, key)).filter(({ id }) => !changed.has(id));
  const articles = await Promise.all([...changed].map((id) => tx.objectStore('articles').get(id)));
  const anew = articles.flatMap((article) => (article && isSearched(article) ? [packArticle(article)] : []));
  await putBlock(
    tx,
    from,
    to,
    [...kept, ...anew].sort((one, other) => one.id - other.id),
  );
  await forgetChanges(tx, from, to);
  return true;
}

/** Puts small blocks together, if there are many next to each other. */
async function merge(tx: Packing, { levels, merged }: PackSizes): Promise<boolean> {
  const keys = await tx.objectStore('searchHeads').getAllKeys();
  for (const most of levels) {
    const run = firstRun(keys, most, merged);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const articles: PackedArticle[] = [];
    for (const key of run) articles.push(...(await takeBlock(tx, key)));
    await putBlock(tx, first[0], last[1], articles);
    return true;
  }
  return false;
}

/** The first `wanted` blocks next to each other that are all that small; empty where there are none. */
function firstRun(keys: readonly BlockKey[], most: number, wanted: number): BlockKey[] {
  let run: BlockKey[] = [];
  for (const key of keys) {
    run = key[1] - key[0] < most ? [...run, key] : [];
    if (run.length === wanted) return run;
  }
  return [];
}

async function takeBlock(tx: Packing, key: BlockKey): Promise<PackedArticle[]> {
  const [heads, leads] = await Promise.all([
    tx.objectStore('searchHeads').get(key),
    tx.objectStore('searchLeads').get(key),
  ]);
  await tx.objectStore('searchHeads').delete(key);
  await tx.objectStore('searchLeads').delete(key);
  return heads && leads ? takeApart({ heads, leads }) : [];
}

async function putBlock(
  tx: Packing,
  from: number,
  to: number,
  articles: readonly PackedArticle[],
): Promise<void> {
  const counters = tx.objectStore('counters');
  const serial = ((await counters.get('lastBlock')) ?? 0) + 1;
  await counters.put(serial, 'lastBlock');
  const { heads, leads } = putTogether(articles);
  await tx.objectStore('searchHeads').put(heads, [from, to, serial]);
  await tx.objectStore('searchLeads').put(leads, [from, to, serial]);
}

/** What was packed now is no change any more. */
async function forgetChanges(tx: Packing, from: number, to: number): Promise<void> {
  const changes = tx.objectStore('searchChanges');
  const [keys, rows] = await Promise.all([changes.getAllKeys(), changes.getAll()]);
  for (const [at, { articleId }] of rows.entries()) {
    const key = keys[at];
    if (key !== undefined && from <= articleId && articleId <= to) await changes.delete(key);
  }
}
