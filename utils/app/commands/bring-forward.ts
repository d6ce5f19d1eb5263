/** A shorter interval counts from the last check, not from the next one. */
import { nextCheckAt } from '../../feed/schedule.ts';
import { isAtRest } from '../../model/feed.ts';
import { changeFeeds } from '../../store/feeds.ts';
import { intervalOf } from '../after-finding.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import type { Deps } from '../deps.ts';

/**
 * Sources that the new intervals make due sooner are asked sooner; no server's wish is overruled by it.
 *
 * @param checkMinutes the reader's interval for all sources in minutes, or null
 */
export async function bringForward(deps: Deps, checkMinutes: number | null): Promise<void> {
  const now = deps.now();
  await changeFeeds(await deps.database(), (feed) => {
    if (feed.problem !== null || isAtRest(feed)) return null;
    const { ms, isReaders } = intervalOf(feed, { now, pace: deps.pace, checkMinutes });
    const at = nextCheckAt({
      // What an answer asks for counts from its end.
      now: Math.max(feed.lastAttemptAt ?? now, feed.lastSuccessAt ?? 0),
      pace: deps.pace,
      intervalMs: ms,
      isReaders,
      feedPace: feed.pace,
      freshMs: feed.freshMs,
      hostUntil: null,
      random: deps.random(),
    });
    return at < feed.nextCheckAt ? { ...feed, nextCheckAt: at } : null;
  });
  await armNextPoll(deps);
}
