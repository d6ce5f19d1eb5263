/** Latest: the newest of all sources, a row a story or a row an article. */
import type { LatestCursor, LatestPage, Narrowing } from '../../model/view.ts';
import { freshArticles, freshStories, isFresh, lastArrival } from '../../store/fresh.ts';
import { newestArticles, newestStories } from '../../store/latest.ts';
import { narrowedArticles, narrowedStories, narrows } from '../../store/narrowed.ts';
import { loadSettings, visitedAt } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { languageOf } from './news-language.ts';
import { articleRow, storyRow } from './rows.ts';

export interface LatestRequest {
  /** Null: from the top. */
  readonly after: LatestCursor | null;
  /** Rows at most, what is new since `newSince` not counted. */
  readonly limit: number;
  /** UTC ms: what arrived since then stands first, whatever its date; null: nothing does. Absent: the last visit. */
  readonly newSince?: number | null | undefined;
  /** Absent: everything. The language that the reader chose narrows it besides. */
  readonly narrowing?: Narrowing | undefined;
}

/** A page of Latest, newest first, and where the next one begins. What is saved is listed article by article. */
export async function latest(db: Database, request: LatestRequest): Promise<LatestPage> {
  const settings = await loadSettings(db);
  const narrowing = { ...languageOf(settings), ...request.narrowing };
  const byStories = settings.latest === 'stories' && narrowing.only !== 'saved';
  return byStories
    ? latestStories(db, { ...request, narrowing })
    : latestArticles(db, { ...request, narrowing });
}

async function latestArticles(db: Database, request: LatestRequest): Promise<LatestPage> {
  const { after, limit, newSince, narrowing = {} } = request;
  // What is saved is no news.
  const line = narrowing.only === 'saved' ? null : newSince;
  const visited = line === undefined ? await visitedAt(db) : line;
  // One more than is shown tells whether there is more.
  const [listed, fresh, arrivedAt] = await Promise.all([
    narrows(narrowing)
      ? narrowedArticles(db, after, limit + 1, narrowing)
      : newestArticles(db, after, limit + 1),
    visited !== null && after === null ? freshArticles(db, visited, narrowing) : { rows: [], since: visited },
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

async function latestStories(db: Database, request: LatestRequest): Promise<LatestPage> {
  const { after, limit, newSince, narrowing = {} } = request;
  const visited = newSince === undefined ? await visitedAt(db) : newSince;
  const [listed, fresh, arrivedAt] = await Promise.all([
    narrows(narrowing)
      ? narrowedStories(db, after, limit + 1, narrowing)
      : newestStories(db, after, limit + 1),
    visited !== null && after === null ? freshStories(db, visited, narrowing) : { rows: [], since: visited },
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
