import { describe, expect, it } from 'vitest';
import {
  backedOff,
  DEFAULT_PACE,
  estimatedInterval,
  type NextCheck,
  nextCheckAt,
} from '../../../utils/feed/schedule.ts';
import { NO_PACE } from '../../../utils/model/parsed-feed.ts';

/** Wednesday 25 November 2026, 12:00 UTC. */
const NOON = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times of articles that appeared every `gap` ms until `newest`. */
function every(gap: number, newest = NOON, count = 20): number[] {
  return Array.from({ length: count }, (_, index) => newest - index * gap);
}

function next(check: Partial<NextCheck>): number {
  const defaults = { isReaders: false, feedPace: NO_PACE, freshMs: null, hostUntil: null, random: 0.5 };
  return nextCheckAt({ now: NOON, pace: DEFAULT_PACE, intervalMs: HOUR, ...defaults, ...check });
}

describe('the interval that suits a source', () => {
  const estimate = (recentAt: number[], updateMinutes: number | null = null, now = NOON) =>
    estimatedInterval(recentAt, updateMinutes, now, DEFAULT_PACE);

  it('is an hour while nothing is known, or what the feed states of its updates', () => {
    expect(estimate([])).toBe(HOUR);
    expect(estimate([NOON, NOON - HOUR, NOON - 2 * HOUR])).toBe(HOUR);
    expect(estimate([], 720)).toBe(12 * HOUR);
  });

  it('is ten minutes for a wire that publishes several times an hour', () => {
    expect(estimate(every(5 * MINUTE))).toBe(10 * MINUTE);
    expect(estimate(every(20 * MINUTE))).toBe(10 * MINUTE);
  });

  it('is half of the time between articles, and a day at most', () => {
    expect(estimate(every(2 * HOUR))).toBeCloseTo((19 / 20) * HOUR, -4);
    expect(estimate(every(7 * DAY))).toBe(DAY);
  });

  it('grows by itself where a source falls silent', () => {
    const hourly = every(HOUR);
    expect(estimate(hourly, null, NOON + 5 * DAY)).toBeGreaterThan(3 * HOUR);
  });

  it('pays no heed to what the feed states once its own rate is known', () => {
    expect(estimate(every(5 * MINUTE), 1440)).toBe(10 * MINUTE);
  });

  it('is no shorter than ten minutes where a clock went back', () => {
    expect(estimate(every(HOUR, NOON + DAY))).toBe(10 * MINUTE);
  });
});

describe('the next check', () => {
  it('is spread around the interval, so that sources do not stay in step', () => {
    expect(next({ random: 0 })).toBe(NOON + 0.9 * HOUR);
    expect(next({ random: 1 })).toBe(NOON + 1.1 * HOUR);
  });

  it('never comes sooner than the reader’s own interval or ten minutes', () => {
    expect(next({ intervalMs: 5 * MINUTE, isReaders: true, random: 0 })).toBe(NOON + 5 * MINUTE);
    expect(next({ intervalMs: 10 * MINUTE, random: 0 })).toBe(NOON + 10 * MINUTE);
  });

  it.each([
    ['how long the answer stays fresh', { freshMs: 3 * HOUR }, 3 * HOUR],
    ['the feed’s ttl', { feedPace: { ...NO_PACE, ttl: 180 } }, 3 * HOUR],
    ['a day of ttl at most', { feedPace: { ...NO_PACE, ttl: 100_000 } }, DAY],
    ['what the host asked for', { hostUntil: NOON + 6 * DAY }, 6 * DAY],
  ])('waits for %s, and never a moment less', (_what, more, wait) => {
    expect(next({ ...more, random: 0 })).toBe(NOON + wait);
    expect(next({ ...more, random: 1 })).toBeGreaterThan(NOON + wait);
    expect(next({ ...more, isReaders: true, intervalMs: 5 * MINUTE, random: 0 })).toBe(NOON + wait);
  });

  it('is not brought forward by headers that allow more than the estimate', () => {
    expect(next({ freshMs: MINUTE, feedPace: { ...NO_PACE, ttl: 1 } })).toBe(NOON + HOUR);
  });

  it('passes over hours and days that the feed asks to skip, in GMT', () => {
    const hours = next({ feedPace: { ...NO_PACE, skipHours: [13, 14] }, random: 0.5 });
    expect(new Date(hours).getUTCHours()).toBe(15);
    const days = next({ feedPace: { ...NO_PACE, skipDays: [3, 4] }, random: 0.5 });
    expect(new Date(days).getUTCDay()).toBe(5);
  });

  it('asks all the same where a feed skips every hour or every day', () => {
    expect(next({ feedPace: { ...NO_PACE, skipHours: Array.from({ length: 24 }, (_, hour) => hour) } })).toBe(
      NOON + HOUR,
    );
    expect(next({ feedPace: { ...NO_PACE, skipDays: [0, 1, 2, 3, 4, 5, 6] } })).toBe(NOON + HOUR);
  });
});

describe('the interval after failures', () => {
  it('doubles with each, up to a day', () => {
    expect([0, 1, 2, 3, 9].map((failures) => backedOff(HOUR, failures, DEFAULT_PACE))).toEqual([
      HOUR,
      HOUR,
      2 * HOUR,
      4 * HOUR,
      DAY,
    ]);
  });

  it('is never shorter than the reader’s own', () => {
    expect(backedOff(3 * DAY, 5, DEFAULT_PACE)).toBe(3 * DAY);
  });
});
