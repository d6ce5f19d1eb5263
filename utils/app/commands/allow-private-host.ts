/** A machine of the reader's own network that the reader confirmed: sources there may be asked. */
import { isAtRest } from '../../model/feed.ts';
import { changeFeeds } from '../../store/feeds.ts';
import { confirmHost } from '../../store/hosts.ts';
import { hostOf } from '../../text/host.ts';
import type { Deps } from '../deps.ts';
import { poll } from './poll.ts';

/** Remembers the host, and asks the sources that waited for it. */
export async function allowPrivateHost(deps: Deps, host: string): Promise<void> {
  const db = await deps.database();
  await confirmHost(db, host);
  const now = deps.now();
  await changeFeeds(db, (feed) =>
    feed.problem?.code === 'private-address' &&
    !isAtRest(feed) &&
    (feed.problem.host ?? hostOf(feed.url)) === host
      ? { ...feed, nextCheckAt: now }
      : null,
  );
  await poll(deps);
}
