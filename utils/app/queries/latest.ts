/** Latest: the newest of all sources, a row a story or a row an article. */
import type { LatestCursor, LatestPage } from '../../model/view.ts';
import { freshStories, newestArticles, newestStories } from '../../store/latest.ts';
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

async function latestArticles(db: Database, { after, limit }: LatestRequest): Promise<LatestPage> {
  // One more than is shown tells whether there is more.
  const listed = await newestArticles(db, after, limit + 1);
  const shown = listed.slice(0, limit);
  const last = shown.at(-1)?.article;
  const more = listed.length > limit && last !== undefined && last.newestFirst !== null;
  const next = more ? ([last.newestFirst, last.id] as const) : null;
  return { rows: shown.map(articleRow), fresh: 0, since: null, next };
}

async function latestStories(db: Database, { after, limit, newSince }: LatestRequest): Promise<LatestPage> {
  const since = newSince === undefined ? await visitedAt(db) : newSince;
  const [listed, fresh] = await Promise.all([
    newestStories(db, after, limit + 1),
    since !== null && after === null ? freshStories(db, since) : [],
  ]);
  const page = listed.slice(0, limit);
  const last = page.at(-1)?.story;
  const older = page.filter(({ story }) => since === null || story.arrivedAt <= since);
  return {
    rows: [...fresh, ...older].map(storyRow),
    fresh: fresh.length,
    since,
    next: listed.length > limit && last && last.newestFirst !== null ? [last.newestFirst, last.id] : null,
  };
}
