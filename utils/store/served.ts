/** What a source serves: the articles of its last whole body. A 304 or an equal body means that all of them still are. */
import { STILL_SERVED } from '../model/article.ts';
import type { ArticleTransaction } from './schema.ts';

/** The stored rows that a document's items turned out to be. */
export interface Present {
  readonly articles: Set<number>;
  /** Keys of tombstones. */
  readonly tombstones: Set<string>;
}

/** After a whole body: what is not present in it is no longer served from `now` (UTC ms) on. */
export async function retire(
  tx: ArticleTransaction,
  feedId: number,
  present: Present,
  now: number,
): Promise<void> {
  const articles = tx.objectStore('articles');
  for (const id of await articles.index('byServed').getAllKeys([feedId, STILL_SERVED])) {
    const article = present.articles.has(id) ? undefined : await articles.get(id);
    if (article) await articles.put({ ...article, servedUntil: now });
  }
  const tombstones = tx.objectStore('tombstones');
  for (const tombstone of await tombstones.getAll(IDBKeyRange.bound([feedId], [feedId, []]))) {
    if (tombstone.servedUntil !== STILL_SERVED || present.tombstones.has(tombstone.key)) continue;
    await tombstones.put({ ...tombstone, servedUntil: now });
  }
}
