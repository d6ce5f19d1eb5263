/** Checking all sources because the reader wants to, with progress, and an end to it at any time. */
import { type Feed, feedName, isAtRest } from '../../model/feed.ts';
import type { LeftOutReason, RefreshResult } from '../../model/view.ts';
import { allFeeds, changeFeeds } from '../../store/feeds.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { SOONEST_MS } from './check-feed.ts';
import { checkSafely, eachInItsLane } from './poll.ts';
import { setClockRight } from './set-clock-right.ts';
import { syncIfReady } from './sync-if-due.ts';

/**
 * Checks every source now, whether due or not: conditionally, passing over what its feed says of when to come, but
 * never over a host that asked to be left alone, a feed that is gone for good, or one that was asked in the last five
 * minutes. While one refresh runs, another joins it and gives an empty result.
 *
 * @param only the sources to check; all where it is absent
 */
export async function refresh(deps: Deps, only?: readonly number[]): Promise<RefreshResult> {
  if (deps.refreshing.isRunning) return { asked: 0, leftOut: [] };
  deps.refreshing.begin();
  try {
    await setClockRight(deps);
    const feeds = await allFeeds(await deps.database());
    const wanted = only ? feeds.filter(({ id }) => only.includes(id)) : feeds;
    const isLocal = ({ account }: Feed): boolean => account === undefined;
    const syncing = only && wanted.every(isLocal) ? null : syncIfReady(deps);
    const result = await deps.stayAwake(() => askAll(deps, wanted.filter(isLocal)));
    await syncing;
    return result;
  } finally {
    deps.refreshing.end();
    await deps.tellProgress(null);
    await changed(deps);
    await armNextPoll(deps);
  }
}

/** Ends the refresh that runs: what is being asked ends by itself, the rest is left out. */
export function cancelRefresh(deps: Deps): void {
  deps.refreshing.cancel();
}

async function askAll(deps: Deps, feeds: readonly Feed[]): Promise<RefreshResult> {
  const leftOut: { id: number; name: string; reason: LeftOutReason }[] = [];
  const late: number[] = [];
  const until = deps.now() + deps.pace.eventMs;
  let done = 0;
  let asked = 0;
  const tell = () => deps.tellProgress({ done, total: feeds.length, at: deps.now() });
  await tell();
  await eachInItsLane(deps, feeds, async (feed) => {
    const leave = (reason: LeftOutReason) => leftOut.push({ id: feed.id, name: feedName(feed), reason });
    if (deps.refreshing.isCancelled) leave('cancelled');
    else if (deps.now() > until) {
      late.push(feed.id);
      leave('later');
    } else {
      const checked = await checkSafely(deps, feed, 'by-reader');
      if (checked.kind === 'asked') asked += 1;
      if (checked.kind === 'left-out') leave(checked.reason);
    }
    done += 1;
    await tell();
  });
  await askLater(deps, late);
  return { asked, leftOut };
}

/** What this event has no time for is due at once, or as soon as it may be: the next alarm goes on with it. */
async function askLater(deps: Deps, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const now = deps.now();
  await changeFeeds(await deps.database(), (feed) => {
    if (!ids.includes(feed.id) || isAtRest(feed)) return null;
    const at = Math.max(now, (feed.lastAttemptAt ?? 0) + SOONEST_MS);
    return { ...feed, nextCheckAt: Math.min(feed.nextCheckAt, at), readerWaits: true };
  });
}
