/** When to ask a source again. Pure: the time and the dice are handed in. */

/** How often sources are asked where nothing else is known; the testing build hands in a faster one. */
export interface Pace {
  /** Interval in ms where the reader chose none. */
  readonly intervalMs: number;
  /** How soon a check is tried again that was begun and never ended, in ms. */
  readonly retryMs: number;
}

export const DEFAULT_PACE: Pace = { intervalMs: 3_600_000, retryMs: 300_000 };

/** Spread of the interval, so that sources followed at once do not stay in step: ±10 %. */
const JITTER = 0.1;

export interface NextCheck {
  /** UTC ms. */
  readonly now: number;
  readonly pace: Pace;
  /** The reader's own interval in minutes, or null. */
  readonly checkMinutes: number | null;
  /** What the server asked for by Retry-After, in ms, or null. */
  readonly retryAfterMs: number | null;
  /** 0 to 1. */
  readonly random: number;
}

/** UTC ms of the next check: the interval with a spread, but never before what the server asked for. */
export function nextCheckAt({ now, pace, checkMinutes, retryAfterMs, random }: NextCheck): number {
  const interval = checkMinutes === null ? pace.intervalMs : checkMinutes * 60_000;
  const spread = interval * JITTER * (2 * random - 1);
  return Math.round(now + Math.max(interval + spread, retryAfterMs ?? 0));
}
