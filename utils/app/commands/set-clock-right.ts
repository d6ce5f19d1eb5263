/** What a clock that was wrong left behind is put right, so that no source waits for a time that is long gone by. */
import { LONGEST_WAIT_MS } from '../../feed/schedule.ts';
import { type Feed, NEVER } from '../../model/feed.ts';
import { allFeeds, changeFeeds } from '../../store/feeds.ts';
import { shortenHostWait } from '../../store/hosts.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';
import type { Deps } from '../deps.ts';

/** Further away than this no check is ever set, with some room, in ms. */
const TOO_FAR_MS = LONGEST_WAIT_MS * 1.1;
/** A clock that goes back by less was only set right, in ms. */
const SLACK_MS = 60_000;

/**
 * Where the last attempt lies ahead, the clock was fast and has gone back: what was left until the next check then is
 * left from now on. A check that is further away than any can be comes within an hour, each source's at its own time.
 */
export async function setClockRight(deps: Deps): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const feeds = await allFeeds(db);
  const ahead = feeds.filter((feed) => aheadOf(feed, now) > SLACK_MS);
  if (ahead.length === 0 && !feeds.some((feed) => isTooFar(feed, now))) return;
  const shortened = await shortenWaits(db, ahead, now);
  await changeFeeds(db, (feed) => {
    if (aheadOf(feed, now) > SLACK_MS) return setBack(feed, now);
    const wait = shortened.get(hostOf(feed.url));
    if (wait && isDue(feed) && feed.nextCheckAt >= wait.until) return sooner(feed, wait.by, now);
    const soon = now + Math.round(deps.random() * deps.pace.intervalMs);
    return isTooFar(feed, now) ? { ...feed, nextCheckAt: soon } : null;
  });
}

/** By how much its last attempt lies ahead of `now`, in ms; 0 or less where it does not. */
function aheadOf({ lastAttemptAt }: Feed, now: number): number {
  return (lastAttemptAt ?? now) - now;
}

function isDue({ nextCheckAt }: Feed): boolean {
  return nextCheckAt !== NEVER;
}

function isTooFar(feed: Feed, now: number): boolean {
  return isDue(feed) && feed.nextCheckAt > now + TOO_FAR_MS;
}

function setBack(feed: Feed, now: number): Feed {
  const next = isDue(feed) ? sooner(feed, aheadOf(feed, now), now) : feed;
  return { ...next, lastAttemptAt: now };
}

function sooner(feed: Feed, ms: number, now: number): Feed {
  return { ...feed, nextCheckAt: Math.max(now, feed.nextCheckAt - ms) };
}

interface Shortened {
  /** UTC ms at which the wait was to end. */
  readonly until: number;
  readonly by: number;
}

/** Waits that the fast clock set end that much sooner; gives them by host. */
async function shortenWaits(
  db: Database,
  ahead: readonly Feed[],
  now: number,
): Promise<Map<string, Shortened>> {
  const latest = new Map<string, number>();
  for (const feed of ahead) {
    const host = hostOf(feed.url);
    latest.set(host, Math.max(latest.get(host) ?? 0, aheadOf(feed, now)));
  }
  const shortened = new Map<string, Shortened>();
  for (const [host, by] of latest) {
    // While a host is left alone no source of it is asked: the latest attempt set the wait, or it is over.
    const until = await shortenHostWait(db, host, { setAt: now + by, by });
    if (until !== null) shortened.set(host, { until, by });
  }
  return shortened;
}
