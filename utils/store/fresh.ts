/** What is new since the reader last saw Latest: it stands above a line, and is what the badge counts. */
import { type Article, NO_STORY } from '../model/article.ts';
import type { Settings } from '../model/settings.ts';
import type { Narrowing } from '../model/view.ts';
import { type ListedArticle, type ListedStory, listArticles, listStories } from './latest.ts';
import { narrowArticles, narrows, narrowTo } from './narrowed.ts';
import { visitedAt } from './records.ts';
import type { Database } from './schema.ts';

/** Rows above the line; where more is new the line moves, and the rest stands below it by its time. */
const MOST_FRESH = 1000;
/** Articles looked at for new ones, the latest first: most may be what sources held at their first fetch. */
const MOST_LOOKED_AT = 4000;
const AT_ONCE = 500;

/** Rows above the line, newest first, and the line itself: UTC ms of arrival. */
export interface Fresh<Row> {
  readonly rows: readonly Row[];
  readonly since: number;
}

/** The stories of which something that counts arrived after `since` (UTC ms), narrowed as the list is. */
export async function freshStories(
  db: Database,
  since: number,
  narrowing: Narrowing = {},
): Promise<Fresh<ListedStory>> {
  const line = await storyLine(db, since);
  const stories = await db.getAllFromIndex('stories', 'byArrivedAt', IDBKeyRange.lowerBound(line, true));
  const order = ({ newestFirst }: { readonly newestFirst: number | null }): number => newestFirst ?? 0;
  stories.sort((one, two) => order(one) - order(two) || one.id - two.id);
  const rows = narrows(narrowing) ? narrowTo(db, stories, narrowing) : listStories(db, stories);
  return { rows: await rows, since: line };
}

/** The articles that count and arrived after `since` (UTC ms), narrowed as the list is. */
export async function freshArticles(
  db: Database,
  since: number,
  narrowing: Narrowing = {},
): Promise<Fresh<ListedArticle>> {
  const fresh = await arrivedAfter(db, since);
  const order = ({ newestFirst }: Article): number => newestFirst ?? 0;
  const rows = [...fresh.rows].sort((one, two) => order(one) - order(two) || one.id - two.id);
  const listed = narrows(narrowing) ? narrowArticles(db, rows, narrowing) : listArticles(db, rows);
  return { rows: await listed, since: fresh.since };
}

/** Whether an article stands above the line. */
export function isFresh(article: Article, since: number): boolean {
  const { isBacklog, uncounted, muted, twinOf, firstSeenAt } = article;
  return !isBacklog && !uncounted && !muted && twinOf === null && firstSeenAt > since;
}

/** How many rows the next view of Latest puts above its line, narrowed like that; 0 before the first view. */
export async function freshRows(
  db: Database,
  latest: Settings['latest'],
  narrowing: Narrowing,
): Promise<number> {
  const since = await visitedAt(db);
  if (since === null) return 0;
  if (narrows(narrowing)) {
    const read = latest === 'articles' ? freshArticles : freshStories;
    return (await read(db, since, narrowing)).rows.length;
  }
  if (latest === 'articles') return (await arrivedAfter(db, since)).rows.length;
  return db.countFromIndex(
    'stories',
    'byArrivedAt',
    IDBKeyRange.lowerBound(await storyLine(db, since), true),
  );
}

/** UTC ms at which the latest of what could be new arrived; 0 where nothing did. */
export async function lastArrival(db: Database, latest: Settings['latest']): Promise<number> {
  if (latest === 'stories') {
    const index = db.transaction('stories').store.index('byArrivedAt');
    return (await index.openKeyCursor(null, 'prev'))?.key ?? 0;
  }
  return (await db.transaction('articles').store.openCursor(null, 'prev'))?.value.firstSeenAt ?? 0;
}

async function storyLine(db: Database, since: number): Promise<number> {
  const index = db.transaction('stories').store.index('byArrivedAt');
  const arrived = IDBKeyRange.lowerBound(since, true);
  if ((await index.count(arrived)) <= MOST_FRESH) return since;
  const newest = await index.openKeyCursor(arrived, 'prev');
  const last = await newest?.advance(MOST_FRESH - 1);
  if (!last) return since;
  // What arrived with the last of them is above the line as well, unless that is all of a flood.
  const withLast = last.key - 1;
  const isFlood = (await index.count(IDBKeyRange.lowerBound(withLast, true))) > 2 * MOST_FRESH;
  return isFlood ? last.key : withLast;
}

/** Numbers of articles grow as they arrive: the search goes back until one that arrived before. */
async function arrivedAfter(db: Database, since: number): Promise<Fresh<Article>> {
  const store = db.transaction('articles').store;
  const rows: Article[] = [];
  let looked = 0;
  let below = (await store.openKeyCursor(null, 'prev'))?.key ?? 0;
  let line = since;
  while (below > NO_STORY) {
    const from = Math.max(1, below - AT_ONCE + 1);
    const some = (await store.getAll(IDBKeyRange.bound(from, below))).reverse();
    for (const article of some) {
      looked += 1;
      // What a backup brought was first seen long before it came here.
      if (article.firstSeenAt <= since && article.isBacklog) continue;
      if (article.firstSeenAt <= since) return { rows, since };
      if (isFresh(article, since)) rows.push(article);
      line = article.firstSeenAt;
    }
    if (rows.length >= MOST_FRESH || looked >= MOST_LOOKED_AT) {
      return { rows: rows.filter((article) => isFresh(article, line)), since: line };
    }
    below = from - 1;
  }
  return { rows, since };
}
