/**
 * What one check of a source brought, stored in one transaction: its articles, its validators, its next check and
 * the totals. Validators kept without their articles would lose news behind a 304.
 */
import { type Article, articleTime, STILL_SERVED, type Tombstone } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import { changedArticle, newArticle, sameArticle } from '../story/dedupe.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { newestOf } from '../story/newest-of.ts';
import { ArticleWriter } from './article-writer.ts';
import { putChecked } from './commit-feed.ts';
import { SourceKnown } from './find-known.ts';
import { findTwin } from './find-twin.ts';
import { makeHostWait } from './hosts.ts';
import { type MuteTest, mutesWithin } from './mutes.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { type Present, retire } from './served.ts';
import { whole } from './whole.ts';

/** Articles of one document that are stored; of the others only what is needed to know them again. */
export const MOST_OF_DOCUMENT = 500;

/** What a check found. */
export interface CheckResult {
  readonly feedId: number;
  /** The source's new row, from the one stored at that moment and how many articles are new. */
  readonly feed: (feed: Feed, added: number) => Feed;
  /** Empty where nothing changed or the check failed. */
  readonly articles: readonly IncomingArticle[];
  /** Whether these are all articles that the source serves now: the others of it are then no longer served. */
  readonly isAll: boolean;
  /** Hosts that asked to be left alone, until when (UTC ms). */
  readonly waits: readonly { readonly host: string; readonly until: number }[];
  /** Articles that one source may have, stored ones included. */
  readonly most: number;
}

/** One check being stored. */
interface Commit {
  readonly tx: ArticleTransaction;
  readonly writer: ArticleWriter;
  readonly feed: Feed;
  readonly present: Present;
  readonly isMuted: MuteTest;
  /** Whether the account's sources stand beside local ones. */
  readonly isBeside: boolean;
  readonly now: number;
}

/**
 * Stores the result of a check; gives the ids of the articles that are news, in the document's order: not what a
 * source held at its first fetch, nor what another feed of its publisher brought first. Where the source was removed
 * meanwhile, nothing is stored. Running it twice adds nothing.
 */
export function commitCheck(db: Database, result: CheckResult, now: number): Promise<number[]> {
  const tx = articleTransaction(db);
  return whole(tx, () => commitWithin(tx, result, now));
}

async function commitWithin(tx: ArticleTransaction, result: CheckResult, now: number): Promise<number[]> {
  const feed = await tx.objectStore('feeds').get(result.feedId);
  if (!feed) return [];
  const writer = await ArticleWriter.within(tx);
  const present: Present = { articles: new Set(), tombstones: new Set() };
  const isMuted = await mutesWithin(tx);
  const isBeside = (await tx.objectStore('records').get('accountPlace')) !== undefined;
  const commit: Commit = { tx, writer, feed, present, isMuted, isBeside, now };
  const added = await storeArticles(commit, result);
  if (result.isAll) await retire(tx, feed.id, present, now);
  await writer.finish();
  await putFeed(tx, feed, result, added.all);
  for (const { host, until } of result.waits) await makeHostWait(tx, host, until);
  return added.news;
}

async function storeArticles(
  commit: Commit,
  { articles, most }: CheckResult,
): Promise<{ all: number; news: number[] }> {
  const served = new Set(articles.map(({ key }) => key));
  const source = await SourceKnown.of(commit.tx, commit.feed.id, served);
  const kept = newestOf(articles, MOST_OF_DOCUMENT);
  const news: number[] = [];
  let all = 0;
  let room = most - commit.feed.stored;
  for (const incoming of articles) {
    const known = await source.find(incoming);
    const same = sameArticle(incoming, known.articles);
    if (same) {
      commit.present.articles.add(same.id);
      await updateArticle(commit, same, incoming);
      continue;
    }
    const tombstone = await known.tombstone();
    if (tombstone) {
      await leaveOrReturn(commit, incoming, tombstone, kept.has(incoming.key) && room > 0);
      continue;
    }
    if (!kept.has(incoming.key)) {
      await buryUnseen(commit, incoming);
      continue;
    }
    const stored = await addArticle(commit, incoming);
    all += 1;
    room -= 1;
    if (stored.isNews) news.push(stored.id);
  }
  return { all, news };
}

async function addArticle(
  { tx, writer, feed, present, isMuted, isBeside, now }: Commit,
  incoming: IncomingArticle,
): Promise<{ id: number; isNews: boolean }> {
  const twin = await findTwin(tx, feed, incoming, isBeside);
  // Until a body of it was stored whole, everything that a source brings is what it held at its first fetch.
  const isBacklog = feed.bodyHash === null;
  const identity = { feedId: feed.id, twinOf: twin?.id ?? null, isBacklog, isMuted: isMuted(incoming, feed) };
  const row = { ...newArticle(incoming, identity, now), ...countingOf(feed) };
  const { html, categories } = incoming;
  const id = await writer.add(row, { html, categories, history: [] });
  present.articles.add(id);
  return { id, isNews: !isBacklog && !twin };
}

/** An item of which something remains comes back as what it was if there is room; else that is kept as long as it is served. */
async function leaveOrReturn(
  { tx, writer, feed, present, isMuted, isBeside, now }: Commit,
  incoming: IncomingArticle,
  tombstone: Tombstone,
  hasRoom: boolean,
): Promise<void> {
  if (!hasRoom) {
    present.tombstones.add(tombstone.key);
    await tx.objectStore('tombstones').put({ ...tombstone, servedUntil: STILL_SERVED });
    return;
  }
  const { html, categories } = incoming;
  const body = { html, categories, history: [] };
  const twin = await findTwin(tx, feed, incoming, isBeside);
  const identity = { feedId: feed.id, twinOf: twin?.id ?? null, isBacklog: true };
  const row = {
    ...newArticle(incoming, { ...identity, isMuted: isMuted(incoming, feed) }, now),
    ...countingOf(feed),
    ...tombstone.was,
    key: tombstone.key,
  };
  await tx.objectStore('tombstones').delete([feed.id, tombstone.key]);
  if (tombstone.was) {
    present.articles.add(tombstone.was.id);
    const newestFirst = twin ? null : -articleTime(row);
    await writer.restore({ ...row, id: tombstone.was.id, newestFirst }, body);
  } else present.articles.add(await writer.add(row, body));
}

function countingOf({ uncounted }: Feed): Pick<Article, 'uncounted'> {
  return uncounted ? { uncounted } : {};
}

/** What a document holds beyond what is stored of one: known from now on, and never news. */
async function buryUnseen({ tx, feed, present }: Commit, incoming: IncomingArticle): Promise<void> {
  const { key, urlKey, fingerprint } = incoming;
  present.tombstones.add(key);
  await tx
    .objectStore('tombstones')
    .put({ feedId: feed.id, key, urlKey, fingerprint, servedUntil: STILL_SERVED, was: null });
}

async function updateArticle(
  { tx, writer, feed, isMuted, now }: Commit,
  article: Article,
  incoming: IncomingArticle,
): Promise<void> {
  const isChanged = article.title !== incoming.title || article.fingerprint !== incoming.fingerprint;
  const body = isChanged ? await tx.objectStore('bodies').get(article.id) : undefined;
  const changed = isChanged ? changedArticle(article, body, incoming, now) : null;
  if (changed) await tx.objectStore('bodies').put(changed.body);
  if (!changed && article.servedUntil === STILL_SERVED) return;
  const row = { ...(changed?.article ?? article), servedUntil: STILL_SERVED };
  if (changed) await writer.list(row, { muted: isMuted(row, feed), uncounted: feed.uncounted ?? false });
  else await tx.objectStore('articles').put(row);
}

/** Writes the source's row, with the articles counted that were added meanwhile. */
async function putFeed(
  tx: ArticleTransaction,
  before: Feed,
  result: CheckResult,
  added: number,
): Promise<void> {
  const feeds = tx.objectStore('feeds');
  const counted = (await feeds.get(before.id)) ?? before;
  await putChecked(feeds, before, result.feed(counted, added));
}
