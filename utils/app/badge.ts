/** The text on the toolbar button. */
import type { Settings } from '../model/settings.ts';

const MOST = 999;

/** The badge for a number of unread articles; empty where there is nothing to say. */
export function badgeText(unread: number, mode: Settings['badge']): string {
  if (mode === 'off' || unread <= 0) return '';
  return unread > MOST ? `${MOST}+` : String(unread);
}
