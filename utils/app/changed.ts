/** What follows every change of the database: the badge is made right, and pages are told to ask again. */
import { unseenAlerts } from '../store/alerts.ts';
import { freshRows } from '../store/fresh.ts';
import { isOffline, loadSettings, toolbarTheme, unreadRows } from '../store/records.ts';
import { badgeOf } from './badge.ts';
import type { Deps } from './deps.ts';
import { languageOf } from './queries/news-language.ts';

/** To be called after a command's transaction is committed. Running it twice does no harm. */
export async function changed(deps: Deps): Promise<void> {
  await Promise.all([refreshBadge(deps), deps.announce()]);
}

/**
 * Shows what the database holds; also right after the background starts. One at a time: of two that read one after the
 * other, the later one must show last.
 */
export function refreshBadge(deps: Deps): Promise<void> {
  return deps.toolbar.run(() => show(deps));
}

async function show(deps: Deps): Promise<void> {
  const db = await deps.database();
  const [settings, theme, isGrey, isShown] = await Promise.all([
    loadSettings(db),
    toolbarTheme(db),
    isOffline(db),
    deps.isLatestShown(),
  ]);
  const { badge: mode, latest } = settings;
  const [unread, fresh, alerts] = await Promise.all([
    mode === 'unread' ? unreadRows(db) : 0,
    mode === 'new' && !isShown ? freshRows(db, latest, languageOf(settings)) : 0,
    unseenAlerts(db),
  ]);
  await deps.showToolbar({ ...badgeOf({ mode, unread, fresh, alerts, isShown }), theme, isGrey });
}
