/**
 * Letting go of what is too old or too much, in small transactions, so that nothing waits long for the database and a
 * background that dies in between has done a part of it, whole.
 */
import { type Article, STILL_SERVED } from '../model/article.ts';
import type { Settings } from '../model/settings.ts';
import { ArticleWriter } from './article-writer.ts';
import { allFeeds } from './feeds.ts';
import { counter } from './records.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

const DAY_MS = 24 * 3_600_000;
/** How long what remains of an article is kept after it was last served, in ms. */
const TOMBSTONE_MS = 90 * DAY_MS;
/** What every source keeps, whatever the limits. */
export const ALWAYS_KEPT = 20;
/** Articles let go in one transaction. */
const AT_ONCE = 100;

/** The limits that the reader set. */
export type Limits = Pick<Settings, 'keepDays' | 'keepPerSource' | 'keepArticles'>;

/** Lets go of what is over the limits; gives how many articles that were. Running it twice lets go of no more. */
export async function letGo(db: Database, limits: Limits, now: number): Promise<number> {
  let gone = 0;
  for (const { id, stored } of await allFeeds(db)) {
    gone += await bury(db, await tooOld(db, id, now - limits.keepDays * DAY_MS));
    if (stored > limits.keepPerSource) {
      gone += await bury(db, await mostExpendable(db, id), stored - limits.keepPerSource);
    }
  }
  const total = await counter(db, 'articles');
  if (total > limits.keepArticles) {
    gone += await bury(db, await mostExpendableInAll(db), total - limits.keepArticles);
  }
  await forgetTombstones(db, now - TOMBSTONE_MS);
  return gone;
}

/** Articles of a source that were last served before `before` (UTC ms). */
async function tooOld(db: Database, feedId: number, before: number): Promise<number[]> {
  if (before <= STILL_SERVED) return [];
  const gone = IDBKeyRange.bound([feedId, STILL_SERVED + 1], [feedId, before]);
  const ids = await db.getAllKeysFromIndex('articles', 'byServed', gone);
  return ids.length === 0 ? ids : without(ids, await alwaysKept(db, feedId));
}

/** The articles of a source: first what is no longer served, the longest gone first, then the rest, the oldest first. */
async function mostExpendable(db: Database, feedId: number): Promise<number[]> {
  const gone = await db.getAllKeysFromIndex('articles', 'byServed', goneOf(feedId));
  const newest = await db.getAllKeysFromIndex('articles', 'byFeed', ofFeed(feedId));
  return without([...new Set([...gone, ...newest.reverse()])], await alwaysKept(db, feedId));
}

/** The same over all sources; of what is no longer served, what was stored first goes first. */
async function mostExpendableInAll(db: Database): Promise<number[]> {
  const gone: number[] = [];
  const kept = new Set<number>();
  for (const { id } of await allFeeds(db)) {
    for (const article of await alwaysKept(db, id)) kept.add(article);
    gone.push(...(await db.getAllKeysFromIndex('articles', 'byServed', goneOf(id))));
  }
  const newest = await db.getAllKeysFromIndex('articles', 'byNewest');
  return without([...new Set([...gone.sort(byNumber), ...newest.reverse()])], kept);
}

/** The newest articles of a source, which it keeps even above the limits. */
async function alwaysKept(db: Database, feedId: number): Promise<Set<number>> {
  return new Set(await db.getAllKeysFromIndex('articles', 'byFeed', ofFeed(feedId), ALWAYS_KEPT));
}

/** Lets articles go in their order, up to `most`, except those that the reader saved; gives how many went. */
async function bury(db: Database, ids: readonly number[], most = ids.length): Promise<number> {
  let gone = 0;
  for (let from = 0; from < ids.length && gone < most; from += AT_ONCE) {
    const tx = articleTransaction(db);
    gone += await whole(tx, () => buryWithin(tx, ids.slice(from, from + AT_ONCE), most - gone));
  }
  return gone;
}

async function buryWithin(tx: ArticleTransaction, ids: readonly number[], most: number): Promise<number> {
  const writer = await ArticleWriter.within(tx);
  let gone = 0;
  for (const id of ids) {
    const article = gone < most ? await tx.objectStore('articles').get(id) : undefined;
    if (!article || (await tx.objectStore('marks').get(id))?.saved) continue;
    await writer.bury(article);
    gone += 1;
  }
  await writer.finish();
  return gone;
}

/** Forgets what remains of articles that were last served before `before` (UTC ms), with their marks. */
async function forgetTombstones(db: Database, before: number): Promise<void> {
  if (before <= STILL_SERVED) return;
  const old = IDBKeyRange.bound(STILL_SERVED + 1, before);
  for (;;) {
    const tx = db.transaction(['tombstones', 'marks'], 'readwrite');
    const tombstones = await tx.objectStore('tombstones').index('byServedUntil').getAll(old, AT_ONCE);
    for (const { feedId, key, was } of tombstones) {
      await tx.objectStore('tombstones').delete([feedId, key]);
      if (was) await tx.objectStore('marks').delete(was.id);
    }
    await tx.done;
    if (tombstones.length < AT_ONCE) return;
  }
}

function goneOf(feedId: number): IDBKeyRange {
  return IDBKeyRange.bound([feedId, STILL_SERVED + 1], [feedId, []]);
}

function ofFeed(feedId: number): IDBKeyRange {
  return IDBKeyRange.bound([feedId], [feedId, []]);
}

function without(ids: readonly Article['id'][], kept: ReadonlySet<number>): number[] {
  return ids.filter((id) => !kept.has(id));
}

function byNumber(a: number, b: number): number {
  return a - b;
}
