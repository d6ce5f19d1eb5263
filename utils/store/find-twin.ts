/** The article that another source of the same publisher brought first. */
import { isSameSecond, isSameTitle } from '../account/incoming.ts';
import type { Article } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { isOtherText } from '../story/same-text.ts';
import { hostOf } from '../text/host.ts';
import { siteOf } from '../text/site.ts';
import type { ArticleTransaction } from './schema.ts';

const SECOND = 1000;
/** A second that more articles than this share is a date without a time, and tells none of them. */
const MOST_AT_ONCE = 50;

/** What of an incoming article tells whether it is one that is here. */
type Told = Pick<IncomingArticle, 'urlKey' | 'title' | 'publishedAt' | 'html'>;

/**
 * The article as another feed of the same publisher has stored it first, or undefined: by its address, and between the
 * account's sources and local ones also by headline and time, since servers and publishers write addresses in several ways.
 * The publisher's other feeds are looked for only among what has the very address or time: to compare all sources for every
 * article takes too long.
 *
 * @param isBeside whether there is an account, so that sources of it and local ones stand side by side
 */
export async function findTwin(
  tx: ArticleTransaction,
  feed: Feed,
  incoming: Told,
  isBeside: boolean,
): Promise<Article | undefined> {
  return (await atAddress(tx, feed, incoming)) ?? (isBeside ? atItsTime(tx, feed, incoming) : undefined);
}

async function atAddress(tx: ArticleTransaction, feed: Feed, { urlKey }: Told): Promise<Article | undefined> {
  if (urlKey === null) return undefined;
  for (const article of await tx.objectStore('articles').index('byUrl').getAll(urlKey)) {
    if (article.twinOf !== null) continue;
    if (await ofSamePublisher(tx, feed, article)) return article;
  }
  return undefined;
}

/** Each article of the one side is one of the other at most: what a source has twice is two articles. */
async function atItsTime(tx: ArticleTransaction, feed: Feed, incoming: Told): Promise<Article | undefined> {
  for (const article of await shownAt(tx, incoming.publishedAt)) {
    if (!isSameTitle(article.title, incoming.title)) continue;
    if (!isSameSecond(article.publishedAt, incoming.publishedAt)) continue;
    const other = await ofSamePublisher(tx, feed, article);
    if (!other || (other.account === undefined) === (feed.account === undefined)) continue;
    if (await isAnotherReport(tx, article, incoming)) continue;
    const twins = await tx.objectStore('articles').index('byTwin').getAll(article.id);
    if (!twins.some(({ feedId }) => feedId === feed.id)) return article;
  }
  return undefined;
}

/** What lists show of a second. */
async function shownAt(tx: ArticleTransaction, at: number | null): Promise<Article[]> {
  if (at === null) return [];
  const from = Math.floor(at / SECOND) * SECOND;
  const range = IDBKeyRange.bound([-(from + SECOND - 1)], [-from, []]);
  const shown = await tx
    .objectStore('articles')
    .index('byNewest')
    .getAll(range, MOST_AT_ONCE + 1);
  return shown.length > MOST_AT_ONCE ? [] : shown;
}

/** Whether an article of the same headline and second is another one: at another address, and with another text. */
export async function isAnotherReport(
  tx: ArticleTransaction,
  article: Article,
  { urlKey, html }: Pick<Told, 'urlKey' | 'html'>,
): Promise<boolean> {
  if (urlKey === null || article.urlKey === null || urlKey === article.urlKey) return false;
  return isOtherText((await tx.objectStore('bodies').get(article.id))?.html ?? '', html);
}

/** The source of an article if it is another one of the same publisher. */
async function ofSamePublisher(
  tx: ArticleTransaction,
  feed: Feed,
  { feedId }: Article,
): Promise<Feed | undefined> {
  if (feedId === feed.id) return undefined;
  const other = await tx.objectStore('feeds').get(feedId);
  const sites = sitesOf(feed);
  return other && sitesOf(other).some((site) => sites.includes(site)) ? other : undefined;
}

function sitesOf({ url, siteUrl }: Feed): string[] {
  return [url, siteUrl].flatMap((address) => (address === null ? [] : siteOf(hostOf(address))));
}
