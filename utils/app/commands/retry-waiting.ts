/** After the reader allowed a site: the sources that waited for it are asked at once. */
import { changeFeeds } from '../../store/feeds.ts';
import type { Deps } from '../deps.ts';
import { poll } from './poll.ts';

/** Checks every source whose last check failed for want of permission. */
export async function retryWaiting(deps: Deps): Promise<void> {
  const now = deps.now();
  await changeFeeds(await deps.database(), (feed) =>
    feed.problem?.code === 'no-permission' ? { ...feed, nextCheckAt: now } : null,
  );
  await poll(deps);
}
