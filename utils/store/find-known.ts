/** What the store knows that could be an item of a document: an article, or what remains of one. */
import type { Article, Tombstone } from '../model/article.ts';
import type { Known } from '../story/dedupe.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import type { ArticleTransaction } from './schema.ts';

/**
 * The articles that could be this item. What the document serves under another key is another article, however alike.
 *
 * @param served the keys of all items of the document
 */
export async function findKnown(
  tx: ArticleTransaction,
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

/** What remains of an article that this item is, by the same rules; undefined if nothing does. */
export async function findTombstone(
  tx: ArticleTransaction,
  feedId: number,
  { key, urlKey, urlIsUnique, fingerprint }: IncomingArticle,
  served: ReadonlySet<string>,
): Promise<Tombstone | undefined> {
  const tombstones = tx.objectStore('tombstones');
  const byKey = await tombstones.get([feedId, key]);
  if (byKey) return byKey;
  const isFree = (tombstone: Tombstone): boolean => !served.has(tombstone.key);
  if (urlIsUnique && urlKey !== null) {
    const byUrl = (await tombstones.index('byUrl').getAll([feedId, urlKey])).filter(isFree);
    if (byUrl.length === 1) return byUrl[0];
  }
  if (fingerprint === null) return undefined;
  return (await tombstones.index('byFingerprint').getAll([feedId, fingerprint])).find(isFree);
}
