/** Latest: the newest of all sources, a row a story or a row an article. */
import type { LatestCursor, LatestPage, Narrowing } from '../../model/view.ts';
import { freshStories, type ListedStory, newestArticles, newestStories } from '../../store/latest.ts';
import { narrowedArticles, narrowedStories, narrows, narrowTo } from '../../store/narrowed.ts';
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

async function latestArticles(
  db: Database,
  { after, limit, narrowing = {} }: LatestRequest,
): Promise<LatestPage> {
  // One more than is shown tells whether there is more.
  const listed = narrows(narrowing)
    ? await narrowedArticles(db, after, limit + 1, narrowing)
    : await newestArticles(db, after, limit + 1);
  const shown = listed.slice(0, limit);
  const last = shown.at(-1)?.article;
  const more = listed.length > limit && last !== undefined && last.newestFirst !== null;
  const next = more ? ([last.newestFirst, last.id] as const) : null;
  return { rows: shown.map(articleRow), fresh: 0, since: null, next };
}

async function latestStories(db: Database, request: LatestRequest): Promise<LatestPage> {
  const { after, limit, newSince, narrowing = {} } = request;
  const since = newSince === undefined ? await visitedAt(db) : newSince;
  const [listed, fresh] = await Promise.all([
    narrows(narrowing)
      ? narrowedStories(db, after, limit + 1, narrowing)
      : newestStories(db, after, limit + 1),
    since !== null && after === null ? freshOnes(db, since, narrowing) : [],
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

async function freshOnes(db: Database, since: number, narrowing: Narrowing): Promise<ListedStory[]> {
  const fresh = await freshStories(db, since);
  if (!narrows(narrowing)) return fresh;
  return narrowTo(
    db,
    fresh.map(({ story }) => story),
    narrowing,
  );
}
