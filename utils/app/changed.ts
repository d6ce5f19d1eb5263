/** What follows every change of the database: the badge is made right, and pages are told to ask again. */
import { loadSettings, unreadRows } from '../store/records.ts';
import { badgeText } from './badge.ts';
import type { Deps } from './deps.ts';

/** To be called after a command's transaction is committed. Running it twice does no harm. */
export async function changed(deps: Deps): Promise<void> {
  await Promise.all([refreshBadge(deps), deps.announce()]);
}

/** Shows the number that the database holds; also right after the background starts. */
export async function refreshBadge(deps: Deps): Promise<void> {
  const db = await deps.database();
  const [unread, settings] = await Promise.all([unreadRows(db), loadSettings(db)]);
  await deps.showBadge(badgeText(unread, settings.badge));
}
