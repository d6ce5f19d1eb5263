/** Latest: the newest articles of all sources. */
import { articleTime } from '../../model/article.ts';
import { feedName } from '../../model/feed.ts';
import type { LatestCursor, LatestPage, LatestRow } from '../../model/view.ts';
import { type ListedArticle, newestArticles } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';

export interface LatestRequest {
  /** Null: from the top. */
  readonly after: LatestCursor | null;
  /** Rows at most. */
  readonly limit: number;
}

/** A page of Latest, newest first, and where the next one begins. */
export async function latest(db: Database, { after, limit }: LatestRequest): Promise<LatestPage> {
  // One more than is shown tells whether there is more.
  const listed = await newestArticles(db, after, limit + 1);
  const shown = listed.slice(0, limit);
  const last = shown.at(-1)?.article;
  const more = listed.length > limit && last !== undefined && last.newestFirst !== null;
  return { rows: shown.map(toRow), next: more ? [last.newestFirst, last.id] : null };
}

function toRow({ article, unread, feed }: ListedArticle): LatestRow {
  return {
    id: article.id,
    title: article.title,
    snippet: article.snippet,
    url: article.url,
    language: article.language ?? feed?.language ?? null,
    at: articleTime(article),
    unread,
    source: {
      id: article.feedId,
      name: feed ? feedName(feed) : '',
      host: hostOf(feed?.siteUrl ?? feed?.url ?? article.url ?? ''),
    },
  };
}
