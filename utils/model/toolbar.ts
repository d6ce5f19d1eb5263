/** How the toolbar button looks. */

/** The colours around the button, as the browser has them. */
export type Theme = 'light' | 'dark';

export interface Toolbar {
  /** The badge; empty for none. */
  readonly text: string;
  /** What the badge tells: a number, a number among which a watched word is, or that a story breaks. */
  readonly tone: 'count' | 'watch' | 'breaking';
  /** Null until a page told. */
  readonly theme: Theme | null;
  /** Whether the icon is grey: no source can be reached. */
  readonly isGrey: boolean;
}
