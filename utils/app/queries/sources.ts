/** The followed sources with how each stands. */
import { feedName } from '../../model/feed.ts';
import type { SourceRow } from '../../model/view.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';

/** All sources, in the order in which they were added. */
export async function sources(db: Database): Promise<SourceRow[]> {
  const feeds = await allFeeds(db);
  return feeds.map((feed) => {
    const { id, url, folder, lastSuccessAt, nextCheckAt, problem } = feed;
    return { id, url, folder, lastSuccessAt, nextCheckAt, problem, title: feedName(feed), host: hostOf(url) };
  });
}
