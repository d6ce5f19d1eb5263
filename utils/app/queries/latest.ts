/** Latest: the newest of all sources, a row a story or a row an article. */
import type { LatestCursor, LatestPage } from '../../model/view.ts';
import { freshArticles, freshStories, isFresh, lastArrival } from '../../store/fresh.ts';
import { newestArticles, newestStories } from '../../store/latest.ts';
import { loadSettings, visitedAt } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow, storyRow } from './rows.ts';

export interface LatestRequest {
  /** Null: from the top. */
  readonly after: LatestCursor | null;
  /** Rows at most, what is new since `newSince` not counted. */
  readonly limit: number;
  /** UTC ms: what arrived since then stands first, whatever its date; null: nothing does. Absent: the last visit. */
  readonly newSince?: number | null | undefined;
}

/** A page of Latest, newest first, and where the next one begins. */
export async function latest(db: Database, request: LatestRequest): Promise<LatestPage> {
  const settings = await loadSettings(db);
  return settings.latest === 'stories' ? latestStories(db, request) : latestArticles(db, request);
}

async function latestArticles(db: Database, { after, limit, newSince }: LatestRequest): Promise<LatestPage> {
  const visited = newSince === undefined ? await visitedAt(db) : newSince;
  // One more than is shown tells whether there is more.
  const [listed, fresh, arrivedAt] = await Promise.all([
    newestArticles(db, after, limit + 1),
    visited !== null && after === null ? freshArticles(db, visited) : { rows: [], since: visited },
    lastArrival(db, 'articles'),
  ]);
  const { since } = fresh;
  const page = listed.slice(0, limit);
  const last = page.at(-1)?.article;
  const older = page.filter(({ article }) => since === null || !isFresh(article, since));
  return {
    rows: [...fresh.rows, ...older].map(articleRow),
    fresh: fresh.rows.length,
    since,
    arrivedAt,
    next: listed.length > limit && last && last.newestFirst !== null ? [last.newestFirst, last.id] : null,
  };
}

async function latestStories(db: Database, { after, limit, newSince }: LatestRequest): Promise<LatestPage> {
  const visited = newSince === undefined ? await visitedAt(db) : newSince;
  const [listed, fresh, arrivedAt] = await Promise.all([
    newestStories(db, after, limit + 1),
    visited !== null && after === null ? freshStories(db, visited) : { rows: [], since: visited },
    lastArrival(db, 'stories'),
  ]);
  const { since } = fresh;
  const page = listed.slice(0, limit);
  const last = page.at(-1)?.story;
  const older = page.filter(({ story }) => since === null || story.arrivedAt <= since);
  return {
    rows: [...fresh.rows, ...older].map(storyRow),
    fresh: fresh.rows.length,
    since,
    arrivedAt,
    next: listed.length > limit && last && last.newestFirst !== null ? [last.newestFirst, last.id] : null,
  };
}
