/** What a clock that was wrong left behind is put right, so that no source waits for a time that is years away. */
import { LONGEST_WAIT_MS } from '../../feed/schedule.ts';
import { NEVER } from '../../model/feed.ts';
import { changeFeeds, isAnyDueAfter } from '../../store/feeds.ts';
import type { Deps } from '../deps.ts';

/** Further away than this no check is ever set, with some room, in ms. */
const TOO_FAR_MS = LONGEST_WAIT_MS * 1.1;

/** Sources whose next check is further away than any can be are due within an hour, each at its own time. */
export async function setClockRight(deps: Deps): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  if (!(await isAnyDueAfter(db, now + TOO_FAR_MS))) return;
  await changeFeeds(db, (feed) => {
    const isFar = feed.nextCheckAt !== NEVER && feed.nextCheckAt > now + TOO_FAR_MS;
    return isFar ? { ...feed, nextCheckAt: now + Math.round(deps.random() * deps.pace.intervalMs) } : null;
  });
}
