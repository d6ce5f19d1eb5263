/** After the reader allowed a site: the sources that waited for it are asked at once. */
import { isAtRest } from '../../model/feed.ts';
import type { Problem } from '../../model/problem.ts';
import { hasAccount } from '../../store/account.ts';
import { changeFeeds } from '../../store/feeds.ts';
import type { Deps } from '../deps.ts';
import { poll } from './poll.ts';
import { syncPanel } from './sync-panel.ts';

/** Checks every source whose last check failed for want of permission, or may have. */
export async function retryWaiting(deps: Deps): Promise<void> {
  const now = deps.now();
  await changeFeeds(await deps.database(), (feed) =>
    waits(feed.problem) && !isAtRest(feed) ? { ...feed, nextCheckAt: now } : null,
  );
  if (await hasAccount(await deps.database())) await (await import('./account.ts')).standAnew(deps);
  await syncPanel(deps);
  await poll(deps);
}

function waits(problem: Problem | null): boolean {
  return problem?.code === 'no-permission' || problem?.code === 'redirected';
}
