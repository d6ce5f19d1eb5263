/** One source: who publishes it, how it stands, and its latest articles. */
import type { SourceView } from '../../model/article-view.ts';
import type { LatestCursor } from '../../model/view.ts';
import { articlesOfFeed } from '../../store/article-page.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow } from './rows.ts';
import { toRow } from './sources.ts';

export interface SourceRequest {
  readonly feedId: number;
  readonly after: LatestCursor | null;
  readonly limit: number;
}

/** The source with a page of its articles, newest first; null where it is not followed. */
export async function source(
  db: Database,
  { feedId, after, limit }: SourceRequest,
): Promise<SourceView | null> {
  const feed = await db.get('feeds', feedId);
  if (!feed || feed.removedAt !== undefined) return null;
  // One more than is shown tells whether there is more.
  const listed = await articlesOfFeed(db, feedId, after, limit + 1);
  const shown = listed.slice(0, limit);
  const last = shown.at(-1)?.article;
  const { siteUrl, supportUrl, language, facts, addedAt } = feed;
  return {
    row: toRow(feed),
    ...{ siteUrl, supportUrl, language, facts, addedAt },
    rows: shown.map(articleRow),
    next: listed.length > limit && last && last.newestFirst !== null ? [last.newestFirst, last.id] : null,
  };
}
