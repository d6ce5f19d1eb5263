/** The followed sources with how each stands. */
import type { SourceRow } from '../../model/view.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';

/** All sources, in the order in which they were added. */
export async function sources(db: Database): Promise<SourceRow[]> {
  const feeds = await allFeeds(db);
  return feeds.map(({ id, url, title, lastSuccessAt, nextCheckAt, problem }) => {
    return { id, url, title, lastSuccessAt, nextCheckAt, problem, host: hostOf(url) };
  });
}
