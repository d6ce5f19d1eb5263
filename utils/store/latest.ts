/** Reading a page of Latest: one index range, and one read transaction for all that a row needs. */
import { type Article, isRead } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { LatestCursor } from '../model/view.ts';
import { asAllRead } from './records.ts';
import type { Database } from './schema.ts';

/** An article with what the list shows beside it. */
export interface ListedArticle {
  readonly article: Article;
  readonly unread: boolean;
  /** Undefined only if its source was removed between two transactions. */
  readonly feed: Feed | undefined;
}

/** The `limit` newest articles after `after` (null: from the top), newest first. */
export async function newestArticles(
  db: Database,
  after: LatestCursor | null,
  limit: number,
): Promise<ListedArticle[]> {
  const tx = db.transaction(['articles', 'marks', 'feeds', 'records']);
  const range = after && IDBKeyRange.lowerBound([after[0], after[1]], true);
  const [articles, stored] = await Promise.all([
    tx.objectStore('articles').index('byNewest').getAll(range, limit),
    tx.objectStore('records').get('allRead'),
  ]);
  const feedIds = [...new Set(articles.map((article) => article.feedId))];
  const [marks, feeds] = await Promise.all([
    Promise.all(articles.map((article) => tx.objectStore('marks').get(article.id))),
    Promise.all(feedIds.map((id) => tx.objectStore('feeds').get(id))),
  ]);
  const allRead = asAllRead(stored);
  return articles.map((article, index) => ({
    article,
    unread: !isRead(article.id, marks[index], allRead),
    feed: feeds[feedIds.indexOf(article.feedId)],
  }));
}
