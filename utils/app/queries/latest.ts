/** Latest: the newest of all sources, a row a story or a row an article. */
import type { LatestCursor, LatestPage } from '../../model/view.ts';
import { freshStories, newestArticles, newestStories } from '../../store/latest.ts';
import { loadSettings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow, storyRow } from './rows.ts';

export interface LatestRequest {
  /** Null: from the top. */
  readonly after: LatestCursor | null;
  /** Rows at most, what is new since `newSince` not counted. */
  readonly limit: number;
  /** UTC ms: what arrived since then stands first, whatever its date. Absent or null: nothing does. */
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
  return { rows: shown.map(articleRow), fresh: 0, next: more ? [last.newestFirst, last.id] : null };
}

async function latestStories(
  db: Database,
  { after, limit, newSince = null }: LatestRequest,
): Promise<LatestPage> {
  const [listed, fresh] = await Promise.all([
    newestStories(db, after, limit + 1),
    newSince !== null && after === null ? freshStories(db, newSince) : [],
  ]);
  const page = listed.slice(0, limit);
  const last = page.at(-1)?.story;
  const older = page.filter(({ story }) => newSince === null || story.arrivedAt <= newSince);
  return {
    rows: [...fresh, ...older].map(storyRow),
    fresh: fresh.length,
    next: listed.length > limit && last ? [last.newestFirst, last.id] : null,
  };
}
