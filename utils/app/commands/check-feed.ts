/** Checking one source: claim it, ask, store. A fault is stored on the source and costs nothing that was there. */
import type { Feed } from '../../model/feed.ts';
import { changeFeed } from '../../store/feeds.ts';
import { askFeed } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import { storeFinding } from './store-finding.ts';

/** Checks a source now. Nothing happens where it was removed, or another check claimed it, since it was read. */
export async function checkFeed(deps: Deps, feed: Feed): Promise<void> {
  const claimed = await claim(deps, feed);
  if (claimed) await storeFinding(deps, claimed.id, await askFeed(deps, claimed));
}

/**
 * Writes the attempt before the request: if the background dies while it waits, the source is neither lost nor asked
 * again at every wake-up.
 */
async function claim(deps: Deps, seen: Feed): Promise<Feed | undefined> {
  const now = deps.now();
  return changeFeed(await deps.database(), seen.id, (feed) =>
    feed.lastAttemptAt === seen.lastAttemptAt
      ? { ...feed, lastAttemptAt: now, nextCheckAt: now + deps.pace.retryMs }
      : null,
  );
}
