/** The badge on the toolbar button. */
import type { AlertKind } from '../model/alert.ts';
import type { Settings } from '../model/settings.ts';
import type { Toolbar } from '../model/toolbar.ts';

const MOST = 999;

/** What a badge is made of. */
export interface BadgeFacts {
  readonly mode: Settings['badge'];
  /** Unread rows of Latest. */
  readonly unread: number;
  /** Rows that the next view of Latest puts above its line. */
  readonly fresh: number;
  /** Alerts that the badge is to tell and the reader has not seen. */
  readonly alerts: Readonly<Record<AlertKind, number>>;
  /** Whether Latest is on a screen now: what is there is not new, and an alert is seen. */
  readonly isShown: boolean;
}

/** The badge for what the database holds; its text is empty where there is nothing to say. */
export function badgeOf(facts: BadgeFacts): Pick<Toolbar, 'text' | 'tone'> {
  const { mode, alerts, isShown } = facts;
  if (mode !== 'off' && !isShown && alerts.breaking > 0) return { text: '!', tone: 'breaking' };
  const isWatched = !isShown && alerts.watch > 0;
  return { text: numberText(numberOf(facts)), tone: isWatched ? 'watch' : 'count' };
}

function numberOf({ mode, unread, fresh, alerts, isShown }: BadgeFacts): number {
  if (mode === 'unread') return unread;
  if (mode === 'off' || isShown) return 0;
  return mode === 'new' ? fresh : alerts.watch;
}

function numberText(count: number): string {
  if (count <= 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}
