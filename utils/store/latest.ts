/** Reading rows of lists: one index range, and one read transaction for all that a row needs. */
import { type AllRead, type Article, isRead } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { Story } from '../model/story.ts';
import type { LatestCursor } from '../model/view.ts';
import { isStoryRead } from './marks.ts';
import { asAllRead } from './records.ts';
import type { Database, Transaction } from './schema.ts';

/** An article with what the list shows beside it. */
export interface ListedArticle {
  readonly article: Article;
  readonly unread: boolean;
  readonly saved: boolean;
  /** Undefined only if its source was removed between two transactions. */
  readonly feed: Feed | undefined;
}

/** A story with the article that stands for it. */
export interface ListedStory extends ListedArticle {
  readonly story: Story;
  /** Articles that came since the reader opened it. */
  readonly more: number;
}

const STORES = ['articles', 'marks', 'feeds', 'stories', 'redirects', 'records'] as const;
export type Reading = Transaction<[...typeof STORES], 'readonly'>;

/** A transaction over all that rows of lists need. */
export const reading = (db: Database): Reading => db.transaction([...STORES]);

/** The `limit` newest articles after `after` (null: from the top), newest first. */
export async function newestArticles(
  db: Database,
  after: LatestCursor | null,
  limit: number,
): Promise<ListedArticle[]> {
  const tx = reading(db);
  const index = tx.objectStore('articles').index('byNewest');
  const found: Article[] = [];
  for (let from = after; found.length < limit; ) {
    const some = await index.getAll(rangeAfter(from), limit);
    found.push(...some.filter(({ muted }) => !muted));
    const last = some.at(-1);
    if (some.length < limit || !last || last.newestFirst === null) break;
    from = [last.newestFirst, last.id];
  }
  return listed(tx, found.slice(0, limit));
}

/** The `limit` newest stories after `after` (null: from the top), newest first. */
export async function newestStories(
  db: Database,
  after: LatestCursor | null,
  limit: number,
): Promise<ListedStory[]> {
  const tx = reading(db);
  const stories = await tx.objectStore('stories').index('byNewest').getAll(rangeAfter(after), limit);
  return withArticles(tx, stories, ({ newest }) => newest);
}

/** These stories, each as the newest of its articles, in their order. */
export function listStories(db: Database, stories: readonly Story[]): Promise<ListedStory[]> {
  return withArticles(reading(db), stories, ({ newest }) => newest);
}

/** These articles with what a list shows beside them, in their order. */
export function listArticles(db: Database, articles: readonly Article[]): Promise<ListedArticle[]> {
  return listed(reading(db), articles);
}

/** The stories that two or more voices told since `since` (UTC ms). */
export async function toldStories(db: Database, since: number): Promise<Story[]> {
  return db.getAllFromIndex('stories', 'byToldAt', IDBKeyRange.lowerBound(since));
}

/** These stories, each under its best headline, in their order. */
export async function underLeads(db: Database, stories: readonly Story[]): Promise<ListedStory[]> {
  return withArticles(reading(db), stories, ({ lead }) => lead);
}

/** A story, also by the number of one that became part of it, with all its articles; null where it is gone. */
export async function storyWithArticles(
  db: Database,
  id: number,
): Promise<{ story: Story; articles: ListedArticle[] } | null> {
  const tx = reading(db);
  let number = id;
  for (;;) {
    const redirect = await tx.objectStore('redirects').get(number);
    if (!redirect) break;
    number = redirect.into;
  }
  const story = await tx.objectStore('stories').get(number);
  if (!story) return null;
  const rows = await Promise.all(story.articles.map((article) => tx.objectStore('articles').get(article)));
  return {
    story,
    articles: await listed(
      tx,
      rows.filter((row) => row !== undefined),
    ),
  };
}

/** These articles with what a list shows beside them, in their order; those that are gone are left out. */
export async function articlesById(db: Database, ids: readonly number[]): Promise<ListedArticle[]> {
  const tx = reading(db);
  const rows = await Promise.all(ids.map((id) => tx.objectStore('articles').get(id)));
  return listed(
    tx,
    rows.filter((row) => row !== undefined),
  );
}

/** What comes after a page's end; null: everything. */
export function rangeAfter(after: LatestCursor | null): IDBKeyRange | null {
  return after && IDBKeyRange.lowerBound([after[0], after[1]], true);
}

/** Stories with the article that `choose` gives for each; those whose article is gone are left out. */
export async function withArticles(
  tx: Reading,
  stories: readonly Story[],
  choose: (story: Story) => number,
): Promise<ListedStory[]> {
  const [rows, stored, articlesRead] = await Promise.all([
    Promise.all(stories.map((story) => tx.objectStore('articles').get(choose(story)))),
    tx.objectStore('records').get('allStoriesRead'),
    tx.objectStore('records').get('allRead'),
  ]);
  const allRead = asAllRead(stored);
  const articles = await listed(
    tx,
    rows.filter((row) => row !== undefined),
  );
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  return stories.flatMap((story) => {
    const article = byId.get(choose(story));
    if (!article) return [];
    const unread = !isStoryRead(story, allRead);
    return [
      { ...article, story, unread, more: unread ? 0 : moreOf(story, allRead, asAllRead(articlesRead)) },
    ];
  });
}

/** Articles of a read story that came after the reader opened it, or after he marked all as read. */
function moreOf(
  { articles, seen, mark, muted = [] }: Story,
  allRead: AllRead,
  articlesRead: AllRead,
): number {
  const isByMark = mark !== null && mark.at > allRead.at;
  const known = isByMark ? seen : articles.filter((id) => id <= articlesRead.upToId).length;
  return articles.slice(known).filter((id) => !muted.includes(id)).length;
}

/** Articles with what a list shows beside them. */
export async function listed(tx: Reading, articles: readonly Article[]): Promise<ListedArticle[]> {
  const feedIds = [...new Set(articles.map((article) => article.feedId))];
  const [stored, marks, feeds] = await Promise.all([
    tx.objectStore('records').get('allRead'),
    Promise.all(articles.map((article) => tx.objectStore('marks').get(article.id))),
    Promise.all(feedIds.map((id) => tx.objectStore('feeds').get(id))),
  ]);
  const allRead = asAllRead(stored);
  return articles.map((article, index) => ({
    article,
    unread: !isRead(article.id, marks[index], allRead),
    saved: marks[index]?.saved ?? false,
    feed: feeds[feedIds.indexOf(article.feedId)],
  }));
}
