/** The badge on the toolbar button. */
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
  /** Whether Latest is on a screen now: what is there is not new, and an alert is seen. */
  readonly isShown: boolean;
}

/** The badge for what the database holds; its text is empty where there is nothing to say. */
export function badgeOf(facts: BadgeFacts): Pick<Toolbar, 'text' | 'tone'> {
  return { text: numberText(numberOf(facts)), tone: 'count' };
}

function numberOf({ mode, unread, fresh, isShown }: BadgeFacts): number {
  if (mode === 'unread') return unread;
  return mode === 'new' && !isShown ? fresh : 0;
}

function numberText(count: number): string {
  if (count <= 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}
