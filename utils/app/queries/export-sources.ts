/** The followed sources as an OPML document. */
import { writeOpml } from '../../feed/opml-writer.ts';
import { feedName } from '../../model/feed.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { Database } from '../../store/schema.ts';

/** OPML 2.0 that every reader imports, folders nested as they are here. */
export async function exportSources(db: Database): Promise<string> {
  const feeds = await allFeeds(db);
  return writeOpml(feeds.map((feed) => ({ ...feed, title: feedName(feed) })));
}
