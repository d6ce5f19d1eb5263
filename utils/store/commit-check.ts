/**
 * What one check of a source brought, stored in one transaction: its articles, its validators, its next check and
 * the unread total. Validators kept without their articles would lose news behind a 304.
 */
import type { Article } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import { changedArticle, type Known, newArticle, sameArticle } from '../story/dedupe.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { addUnread } from './marks.ts';
import type { Database, Transaction } from './schema.ts';

type CheckTransaction = Transaction<['feeds', 'articles', 'bodies', 'counters']>;

/** What a check found; `feed` gives the source's new row from the one stored at that moment. */
export interface CheckResult {
  readonly feedId: number;
  readonly feed: (feed: Feed) => Feed;
  /** Empty where nothing changed or the check failed. */
  readonly articles: readonly IncomingArticle[];
}

/**
 * Stores the result of a check; gives the ids of the articles that are new, in the document's order. Where the source
 * was removed meanwhile, nothing is stored. Running it twice adds nothing.
 */
export async function commitCheck(db: Database, result: CheckResult, now: number): Promise<number[]> {
  const tx = db.transaction(['feeds', 'articles', 'bodies', 'counters'], 'readwrite');
  const feed = await tx.objectStore('feeds').get(result.feedId);
  if (!feed) return [];
  const added: number[] = [];
  const served = new Set(result.articles.map(({ key }) => key));
  for (const incoming of result.articles) {
    const known = await findKnown(tx, result.feedId, incoming, served);
    const id = await storeArticle(tx, result.feedId, incoming, known, now);
    if (id !== null) added.push(id);
  }
  await addUnread(tx.objectStore('counters'), added.length);
  await tx.objectStore('feeds').put(result.feed(feed));
  await tx.done;
  return added;
}

/** Stores one item; gives its id if it is new, null if it was known. */
async function storeArticle(
  tx: CheckTransaction,
  feedId: number,
  incoming: IncomingArticle,
  known: Known,
  now: number,
): Promise<number | null> {
  const same = sameArticle(incoming, known);
  if (same) {
    await updateArticle(tx, same, incoming, now);
    return null;
  }
  // The store gives the id; its type has no way to say "not yet".
  const id = await tx.objectStore('articles').add(newArticle(incoming, feedId, now) as Article);
  const { html, categories } = incoming;
  await tx.objectStore('bodies').put({ articleId: id, html, categories, history: [] });
  return id;
}

/** What could be this item. What the document serves under another key is another article, however alike. */
async function findKnown(
  tx: CheckTransaction,
  feedId: number,
  incoming: IncomingArticle,
  served: ReadonlySet<string>,
): Promise<Known> {
  const articles = tx.objectStore('articles');
  const byKey = await articles.index('byKey').get([feedId, incoming.key]);
  if (byKey?.title === incoming.title) return { byKey, byOtherKey: undefined, byUrl: [], byFingerprint: [] };
  const byOtherKey = await articles.index('byKey').get([feedId, incoming.otherKey]);
  if (byKey) return { byKey, byOtherKey, byUrl: [], byFingerprint: [] };
  const isFree = (article: Article): boolean => article.feedId === feedId && !served.has(article.key);
  const byUrl = incoming.urlKey === null ? [] : await articles.index('byUrl').getAll(incoming.urlKey);
  const { fingerprint } = incoming;
  const byFingerprint = fingerprint === null ? [] : await articles.index('byFingerprint').getAll(fingerprint);
  return { byKey, byOtherKey, byUrl: byUrl.filter(isFree), byFingerprint: byFingerprint.filter(isFree) };
}

async function updateArticle(
  tx: CheckTransaction,
  article: Article,
  incoming: IncomingArticle,
  now: number,
): Promise<void> {
  if (article.title === incoming.title && article.fingerprint === incoming.fingerprint) return;
  const body = await tx.objectStore('bodies').get(article.id);
  const changed = changedArticle(article, body, incoming, now);
  if (!changed) return;
  await tx.objectStore('articles').put(changed.article);
  await tx.objectStore('bodies').put(changed.body);
}
