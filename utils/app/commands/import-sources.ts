/** Following a whole list of sources, as an OPML file brings them. */
import { FIRST_CHECKS_APART_MS, newFeed } from '../../model/feed.ts';
import type { OpmlSource } from '../../model/opml.ts';
import type { ImportResult } from '../../model/view.ts';
import { insertFeeds, type NewFeed } from '../../store/feeds.ts';
import { purgeByUrl } from '../../store/removed.ts';
import { hostOf, webUrl } from '../../text/host.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';

/**
 * Follows what is not followed yet, in one transaction and without asking anybody first: each source is checked in
 * its turn. What has no web address is left out. Importing twice changes nothing.
 */
export async function importSources(deps: Deps, sources: readonly OpmlSource[]): Promise<ImportResult> {
  const now = deps.now();
  const feeds = sources
    .filter(({ url }) => webUrl(url) === url)
    .map((source, index) => toFeed(source, now, now + index * FIRST_CHECKS_APART_MS));
  const db = await deps.database();
  await purgeByUrl(
    db,
    feeds.map(({ url }) => url),
  );
  const added = await insertFeeds(db, feeds);
  if (added > 0) await changed(deps);
  await armNextPoll(deps);
  return { added, known: feeds.length - added };
}

function toFeed({ url, title, siteUrl, folder }: OpmlSource, now: number, nextCheckAt: number): NewFeed {
  return {
    ...newFeed(url, hostOf(url), now),
    ownTitle: title === '' ? null : title,
    siteUrl,
    folder,
    nextCheckAt,
  };
}
