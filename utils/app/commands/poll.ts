/** The poll: every source that is due is checked, then the next wake-up is armed. */
import type { Feed } from '../../model/feed.ts';
import { allFeeds, dueFeeds, earliestCheck } from '../../store/feeds.ts';
import { hostOf } from '../../text/host.ts';
import type { Deps } from '../deps.ts';
import { inTurns } from '../in-turns.ts';
import { checkFeed } from './check-feed.ts';

/** Checks what is due. Safe to run at any time, twice, and side by side with itself. */
export async function poll(deps: Deps): Promise<void> {
  await checkAll(deps, await dueFeeds(await deps.database(), deps.now()));
}

/** Checks every source now, whether due or not. */
export async function refresh(deps: Deps): Promise<void> {
  await checkAll(deps, await allFeeds(await deps.database()));
}

/** Arms the alarm for the earliest check that is due; none where nothing is followed. */
export async function armNextPoll(deps: Deps): Promise<void> {
  const at = await earliestCheck(await deps.database());
  if (at !== null) await deps.armAlarm(Math.max(at, deps.now()), deps.pace.retryMs);
}

async function checkAll(deps: Deps, feeds: readonly Feed[]): Promise<void> {
  try {
    await deps.stayAwake(() =>
      inTurns(
        feeds,
        (feed) => hostOf(feed.url),
        (feed) => checkSafely(deps, feed),
      ),
    );
  } finally {
    await armNextPoll(deps);
  }
}

/** One source must never keep the others from being checked: a fault of Lede's own ends with its check. */
async function checkSafely(deps: Deps, feed: Feed): Promise<void> {
  try {
    await checkFeed(deps, feed);
  } catch (error) {
    console.error('check failed', feed.url, error);
  }
}
