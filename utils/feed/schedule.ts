/** When to ask a source again. Pure: the time and the dice are handed in. */
import type { FeedPace } from '../model/parsed-feed.ts';
import { afterSkipped } from './skipped-times.ts';

/** How fast Lede polls; the testing build hands in another one. */
export interface Pace {
  /** Interval in ms where nothing is known. */
  readonly intervalMs: number;
  /** The shortest and the longest interval that Lede chooses, in ms. */
  readonly shortestMs: number;
  readonly longestMs: number;
  /** How soon a check is tried again that was begun and never ended, in ms. */
  readonly retryMs: number;
  /** No request begins later than this after the event that began it, in ms: the browser ends an event after five minutes. */
  readonly eventMs: number;
  /** What a minute that a feed or a cache header names is taken for, in ms. */
  readonly minuteMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const DEFAULT_PACE: Pace = {
  intervalMs: HOUR_MS,
  shortestMs: 10 * 60_000,
  longestMs: DAY_MS,
  retryMs: 300_000,
  eventMs: 4 * 60_000,
  minuteMs: 60_000,
};

/** The longest that a host's Retry-After is obeyed, in ms; no check is ever further away. */
export const LONGEST_WAIT_MS = 7 * DAY_MS;
/** The longest that `ttl` is obeyed, in minutes. */
const MOST_TTL = 24 * 60;
/** Spread of the interval, so that sources followed at once do not stay in step. */
const JITTER = 0.1;
/** Publication times from which on a source's own rate is known. */
const ENOUGH_TIMES = 4;

/**
 * The interval in ms that suits how often a source publishes: half of the mean time between its latest articles, the
 * silence since the newest one counted in, so that it slows down by itself. Where too little is known, what the feed
 * says of its updates, or an hour.
 *
 * @param recentAt UTC ms of its latest articles, newest first
 * @param updateMinutes what the feed states (sy:*), or null: most feeds state a default of their software
 */
export function estimatedInterval(
  recentAt: readonly number[],
  updateMinutes: number | null,
  now: number,
  pace: Pace,
): number {
  const oldest = recentAt.at(-1);
  if (oldest === undefined || recentAt.length < ENOUGH_TIMES) {
    return within(updateMinutes === null ? pace.intervalMs : updateMinutes * pace.minuteMs, pace);
  }
  return within((now - oldest) / recentAt.length / 2, pace);
}

function within(ms: number, { shortestMs, longestMs }: Pace): number {
  return Math.min(Math.max(ms, shortestMs), longestMs);
}

/**
 * The interval after checks that failed in a row: doubled with each, up to a day (or the interval, if it is longer).
 *
 * @param failures including the last check; 0 leaves the interval as it is
 */
export function backedOff(intervalMs: number, failures: number, pace: Pace): number {
  const doubled = intervalMs * 2 ** Math.min(Math.max(failures - 1, 0), 16);
  return Math.max(intervalMs, Math.min(doubled, pace.longestMs));
}

export interface NextCheck {
  /** UTC ms. */
  readonly now: number;
  readonly pace: Pace;
  /** The wanted interval, in ms. */
  readonly intervalMs: number;
  /** Whether it is the reader's own: then it is never shortened. */
  readonly isReaders: boolean;
  /** What the feed says about how often to ask. */
  readonly feedPace: FeedPace;
  /** How long the last answer stays fresh by its headers, in ms, or null. */
  readonly freshMs: number | null;
  /** UTC ms before which the host asked not to come, or null. */
  readonly hostUntil: number | null;
  /** 0 to 1. */
  readonly random: number;
}

/**
 * UTC ms of the next check: the later of the interval with a spread, and of what the server asks for. The spread only
 * ever lengthens what a server or the reader asked for.
 */
export function nextCheckAt(check: NextCheck): number {
  const { now, pace, intervalMs, isReaders, feedPace, freshMs, hostUntil, random } = check;
  const shortest = isReaders ? intervalMs : Math.min(intervalMs, pace.shortestMs);
  const wanted = Math.max(intervalMs * (1 + JITTER * (2 * random - 1)), shortest);
  const ttlMs = Math.min(feedPace.ttl ?? 0, MOST_TTL) * pace.minuteMs;
  const asked = Math.max(ttlMs, ((freshMs ?? 0) / 60_000) * pace.minuteMs);
  const wait = Math.max(wanted, asked * (1 + (JITTER / 2) * random));
  const allowed = hostUntil === null ? 0 : hostUntil + (hostUntil - now) * (JITTER / 2) * random;
  return Math.round(afterSkipped(Math.max(now + wait, allowed), feedPace, random));
}
