/** What pages about one article, one source and what was saved read, each once: no list waits for these. */
import type { ArticleBody, StoredPage } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { LatestCursor } from '../model/view.ts';
import { articlesById, type ListedArticle } from './latest.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';

/** An article with its body, and whether it is saved. */
export interface ArticleWithBody {
  readonly listed: ListedArticle;
  readonly body: ArticleBody | undefined;
  readonly isSaved: boolean;
}

/** An article by its number; null where it is not kept. */
export async function articleWithBody(db: Database, id: number): Promise<ArticleWithBody | null> {
  const [[listed], body, mark] = await Promise.all([
    articlesById(db, [id]),
    db.get('bodies', id),
    db.get('marks', id),
  ]);
  return listed ? { listed, body, isSaved: mark?.saved ?? false } : null;
}

/** The source that an article came from which is not kept any more; null where nothing is known of either. */
export async function sourceOfGone(db: Database, id: number): Promise<Feed | null> {
  // Looked for among all: links to what is gone are rare, and an index for them would cost every clean-up.
  const tombstones = await db.getAll('tombstones');
  const found = tombstones.find(({ was }) => was?.id === id);
  const feed = found && (await db.get('feeds', found.feedId));
  return feed && feed.removedAt === undefined ? feed : null;
}

/** The `limit` newest articles of a source after `after` (null: from the top), newest first, muted ones too. */
export async function articlesOfFeed(
  db: Database,
  feedId: number,
  after: LatestCursor | null,
  limit: number,
): Promise<ListedArticle[]> {
  const from = after ? [feedId, after[0], after[1]] : [feedId, Number.NEGATIVE_INFINITY];
  const range = IDBKeyRange.bound(from, [feedId, []], after !== null);
  const keys = await db.getAllKeysFromIndex('articles', 'byFeed', range, limit);
  return articlesById(db, keys);
}

/** All articles that the reader saved, what was saved last first. */
export async function savedArticles(db: Database): Promise<ListedArticle[]> {
  const saved = (await db.getAll('marks')).filter((mark) => mark.saved === true);
  saved.sort((one, two) => two.at - one.at);
  const listed = await articlesById(
    db,
    saved.map(({ articleId }) => articleId),
  );
  return listed.filter(({ feed }) => feed?.removedAt === undefined);
}

/** Keeps the publisher's page of an article, as long as the article is kept; does nothing where it is not. */
export async function storePage(db: Database, articleId: number, page: StoredPage): Promise<void> {
  const tx = db.transaction(['articles', 'bodies'], 'readwrite');
  await whole(tx, async () => {
    if ((await tx.objectStore('articles').getKey(articleId)) === undefined) return;
    const body = await tx.objectStore('bodies').get(articleId);
    const none = { articleId, html: '', categories: [], history: [] };
    await tx.objectStore('bodies').put({ ...none, ...body, page });
  });
}
