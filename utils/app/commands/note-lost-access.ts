/** After access was taken away: the sources that lost it say so at once, and nobody is asked. */
import { hasAccount } from '../../store/account.ts';
import { allFeeds, changeFeeds } from '../../store/feeds.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { syncPanel } from './sync-panel.ts';

/** Gives every source that may not be asked any more its named state; one that is gone for good stays that. */
export async function noteLostAccess(deps: Deps): Promise<void> {
  const db = await deps.database();
  const lost = new Set<number>();
  for (const { id, url, stopped, account } of await allFeeds(db)) {
    if (!stopped && account === undefined && !(await deps.hasAccess(url))) lost.add(id);
  }
  await changeFeeds(db, (feed) =>
    lost.has(feed.id) ? { ...feed, problem: { code: 'no-permission' } } : null,
  );
  if (await hasAccount(db)) await (await import('./account.ts')).standAnew(deps);
  await syncPanel(deps);
  await changed(deps);
}
