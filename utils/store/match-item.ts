/** Which article here an article of the account's server is: the same source may have been asked here before. */
import { isSameSecond, isSameTitle } from '../account/incoming.ts';
import { type Article, articleTime } from '../model/article.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { isAnotherReport } from './find-twin.ts';
import type { ArticleTransaction } from './schema.ts';

const SECOND = 1000;

/**
 * The article of a source that an item is, or undefined where it is new: by its key, else by its address together with
 * headline or time, else by headline and time. Each is at most one article of the server: two of its ids are two articles.
 */
export async function matchItem(
  tx: ArticleTransaction,
  feedId: number,
  incoming: IncomingArticle,
): Promise<Article | undefined> {
  const articles = tx.objectStore('articles');
  const byKey = await articles.index('byKey').get([feedId, incoming.key]);
  if (byKey) return byKey;
  const byUrl = incoming.urlKey === null ? [] : await articles.index('byUrl').getAll(incoming.urlKey);
  const alike = byUrl.filter((article) => article.feedId === feedId && isAlike(article, incoming));
  return (await firstUnlinked(tx, alike)) ?? firstUnlinked(tx, await atItsTime(tx, feedId, incoming));
}

function isAlike(article: Article, { title, publishedAt }: IncomingArticle): boolean {
  return isSameTitle(article.title, title) || isSameSecond(article.publishedAt, publishedAt);
}

/** Articles of the source with its headline that appeared in the same second; servers keep no parts of one. */
async function atItsTime(
  tx: ArticleTransaction,
  feedId: number,
  incoming: IncomingArticle,
): Promise<Article[]> {
  const { title, publishedAt } = incoming;
  if (publishedAt === null) return [];
  const from = Math.floor(publishedAt / SECOND) * SECOND;
  const range = IDBKeyRange.bound([feedId, -(from + SECOND - 1)], [feedId, -from, []]);
  const near = await tx.objectStore('articles').index('byFeed').getAll(range);
  const same: Article[] = [];
  for (const article of near) {
    if (!isSameTitle(article.title, title) || !isSameSecond(articleTime(article), publishedAt)) continue;
    if (!(await isAnotherReport(tx, article, incoming))) same.push(article);
  }
  return same;
}

async function firstUnlinked(
  tx: ArticleTransaction,
  articles: readonly Article[],
): Promise<Article | undefined> {
  const items = tx.objectStore('serverItems').index('byArticle');
  for (const article of articles) if ((await items.getKey(article.id)) === undefined) return article;
  return undefined;
}
