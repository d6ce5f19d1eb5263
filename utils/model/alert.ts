/** Alerts: what is raised, by what, and what became of it. */

/** A word that the reader watches for, or a story that breaks. */
export type AlertKind = 'watch' | 'breaking';

/** By what an alert of a kind is told; by nothing: none is raised. */
export type AlertBy = Readonly<Record<'badge' | 'notification' | 'ticker', boolean>>;

/** Alerts that are remembered. */
export const MOST_ALERTS = 100;

/** What the reader did with an alert. */
export type AlertState = 'new' | 'later' | 'done';

/** One alert. What it says of its article is kept with it: articles come and go. */
export interface Alert {
  /** Grows. */
  readonly id: number;
  readonly kind: AlertKind;
  /** UTC ms. */
  readonly at: number;
  /** The story, by its number then. */
  readonly story: number;
  readonly article: number;
  readonly title: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly feedId: number;
  /** Name of the outlet. */
  readonly source: string;
  /** What was watched for and found; empty for a story that breaks. */
  readonly words: readonly string[];
  /** Independent voices at that moment. */
  readonly voices: number;
  readonly by: AlertBy;
  /** Number of the first alert of its story: the notification that a later one of it replaces. */
  readonly notice: number;
  /**
   * Whether a notification is still to be shown, was shown (or was being shown when the background died: it is not
   * shown twice), or is not to be: none was wanted, or it came in quiet hours or too late.
   */
  readonly notified: 'none' | 'wanted' | 'shown';
  readonly state: AlertState;
  /** Present where keeping it for later is why its article is saved. */
  readonly savedArticle?: true;
}
