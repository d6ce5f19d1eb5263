/** The poll: every source that is due is checked, then the next wake-up is armed. */
import type { Feed } from '../../model/feed.ts';
import { dueFeeds } from '../../store/feeds.ts';
import { rememberOffline } from '../../store/records.ts';
import { isNoRoom } from '../../store/room.ts';
import { hostOf } from '../../text/host.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import { isTimeToCleanUp } from '../clean-up-time.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';
import { keepSnapshot } from '../snapshots.ts';
import type { Checked, Wanted } from './check-feed.ts';
import { forgetRemoved } from './forget-removed.ts';
import { keepEngine } from './keep-engine.ts';
import { packSearch } from './pack-search.ts';
import { setClockRight } from './set-clock-right.ts';
import { syncIfDue } from './sync-if-due.ts';
import { tellStories } from './tell-stories.ts';

/** Checks what is due. Safe to run at any time, twice, and side by side with itself. */
export async function poll(deps: Deps): Promise<void> {
  await setClockRight(deps);
  // Thousands wait longer for their turn than until the next alarm: each poll would hold all of them once more.
  const due = (await dueFeeds(await deps.database(), deps.now())).filter(({ id }) => !deps.queued.has(id));
  for (const { id } of due) deps.queued.add(id);
  // The account's server is asked beside all others.
  const syncing = syncIfDue(deps);
  let isOffline = false;
  const until = deps.now() + deps.pace.eventMs;
  try {
    await deps.stayAwake(() =>
      eachInItsLane(deps, due, async (feed) => {
        deps.queued.delete(feed.id);
        // One attempt tells that there is no network; the others stay due, and cost nothing until there is one.
        if (isOffline || deps.now() > until) return;
        const checked = await checkSafely(deps, feed, 'due');
        isOffline =
          checked.kind === 'asked' &&
          checked.finding.kind === 'failed' &&
          isOfflineNow(deps, checked.finding.problem.code);
      }),
    );
    await syncing;
    // What a kill left without a story.
    await tellStories(deps);
    await forgetRemoved(deps);
    if (await isTimeToCleanUp(deps)) await (await import('./clean-up.ts')).cleanUp(deps);
    await keepSnapshot(deps);
    if (due.length > 0) await (await import('./keep-top.ts')).keepTop(deps);
  } finally {
    for (const { id } of due) deps.queued.delete(id);
    if (due.length > 0) {
      await rememberOffline(await deps.database(), isOffline);
      await changed(deps);
    }
    await armNextPoll(deps, isOffline ? deps.now() + deps.pace.retryMs : undefined);
  }
  // What nobody waits for comes last.
  await packSearch(deps);
  await keepEngine(deps);
}

function isOfflineNow(deps: Deps, code: string): boolean {
  return code === 'offline' && !deps.online();
}

function isFull(finding: Finding): boolean {
  return finding.kind === 'failed' && finding.problem.code === 'disk-full';
}

/** Works through sources side by side, as far as lanes allow; `work` must not reject. */
export async function eachInItsLane(
  deps: Deps,
  feeds: readonly Feed[],
  work: (feed: Feed) => Promise<void>,
): Promise<void> {
  await Promise.all(feeds.map((feed) => deps.lanes.run(hostOf(feed.url), () => work(feed))));
}

/** One source must never keep the others from being checked: a fault of Lede's own ends with its check. */
export async function checkSafely(deps: Deps, feed: Feed, wanted: Wanted): Promise<Checked> {
  try {
    // Most alarms find nothing due: then neither this nor what it needs is loaded.
    const { checkFeed } = await import('./check-feed.ts');
    const checked = await checkFeed(deps, feed, wanted);
    await deps.tellNoRoom(checked.kind === 'asked' && isFull(checked.finding));
    return checked;
  } catch (error) {
    if (isNoRoom(error)) await deps.tellNoRoom(true);
    console.error('check failed', feed.url, error);
    return { kind: 'gone' };
  }
}
