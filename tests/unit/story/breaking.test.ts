import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Voice } from '../../../utils/model/story.ts';
import { brokeAt, fitThreshold, MOST_A_DAY, raisedBy } from '../../../utils/story/rank/breaking.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 12);
const THREE = { sources: 3, minutes: 60 };

const voice = (owner: string, at: number, more: Partial<Voice> = {}): Voice => ({
  owner,
  at,
  isLate: false,
  ...more,
});

/** A story that so many owners told within 20 minutes before `at`. */
const story = (id: number, at: number, owners: number) => ({
  id,
  voices: Array.from({ length: owners }, (_, n) => voice(`owner ${n}`, at - (owners - 1 - n) * MINUTE)),
});

describe('a story breaks', () => {
  it('when enough independent sources have told it within the time, at the moment of the last one needed', () => {
    const voices = [voice('a', NOW), voice('b', NOW + 30 * MINUTE), voice('c', NOW + 60 * MINUTE)];
    expect(brokeAt(voices, THREE)).toBe(NOW + 60 * MINUTE);
    expect(brokeAt(voices, { sources: 4, minutes: 60 })).toBeNull();
    expect(brokeAt(voices, { sources: 3, minutes: 59 })).toBeNull();
  });

  it('also when it was told before for long, and then by many at once', () => {
    const voices = [
      voice('a', NOW - 40 * HOUR),
      voice('b', NOW - 20 * HOUR),
      voice('c', NOW),
      voice('d', NOW + MINUTE),
      voice('e', NOW + 2 * MINUTE),
    ];
    expect(brokeAt(voices, THREE)).toBe(NOW + 2 * MINUTE);
  });

  it('not by outlets that cite one origin, nor by these and the origin itself', () => {
    const echoes = { echoes: 'bloomberg' };
    const voices = [
      voice('bloomberg.com', NOW, echoes),
      voice('a', NOW + 1, echoes),
      voice('b', NOW + 2, echoes),
      voice('c', NOW + 3),
    ];
    expect(brokeAt(voices, THREE)).toBeNull();
    expect(brokeAt([...voices, voice('d', NOW + 4)], THREE)).toBe(NOW + 4);
  });

  it('not by what was seen late', () => {
    const late = { isLate: true };
    const voices = [
      voice('a', NOW),
      voice('b', NOW + 1, late),
      voice('c', NOW + 2, late),
      voice('d', NOW + 3),
    ];
    expect(brokeAt(voices, THREE)).toBeNull();
  });
});

describe('what a threshold would have raised', () => {
  it('is three in any 24 hours at most', () => {
    const stories = [1, 2, 3, 4, 5, 6].map((id) => story(id, NOW + id * HOUR, 4));
    const raised = raisedBy([...stories, story(7, NOW + 26 * HOUR, 4)], THREE, NOW);
    expect(raised.map(({ story: { id } }) => id)).toEqual([1, 2, 3, 7]);
  });

  it('never exceeds the cap, whatever happens', () => {
    const times = fc.array(fc.integer({ min: 0, max: 7 * 24 * 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (minutes) => {
        const stories = minutes.map((minute, id) => story(id, NOW + minute * MINUTE, 3));
        const raised = raisedBy(stories, THREE, NOW).map(({ at }) => at);
        for (const at of raised) {
          expect(raised.filter((other) => other > at - DAY && other <= at).length).toBeLessThanOrEqual(
            MOST_A_DAY,
          );
        }
      }),
    );
  });
});

describe('the fitted threshold', () => {
  const fitting = { now: NOW, knownSince: NOW - 30 * DAY, followed: 40, minutes: 60 };
  /** On each of seven days so many stories, each told by so many. */
  const week = (perDay: number, owners: (n: number) => number) =>
    Array.from({ length: 7 * perDay }, (_, n) =>
      story(n, NOW - Math.floor(n / perDay) * DAY - (n % perDay) * HOUR, owners(n % perDay)),
    );

  it('is the lowest that keeps the last week at three a day', () => {
    const stories = week(6, (n) => 3 + n);
    const { sources } = fitThreshold(stories, fitting);
    expect(sources).toBe(6);
    expect(raisedBy(stories, { sources, minutes: 60 }, NOW - 7 * DAY).length).toBe(21);
  });

  it('asks for three sources at least, however quiet the week was', () => {
    expect(fitThreshold([], fitting)).toEqual({ sources: 3, minutes: 60 });
  });

  it('is five in the first week, and fewer for a reader of few sources', () => {
    const first = { ...fitting, knownSince: NOW - 2 * DAY };
    const busy = week(20, () => 12);
    expect(fitThreshold(busy, first).sources).toBe(5);
    expect(fitThreshold(busy, { ...first, followed: 7 }).sources).toBe(4);
    expect(fitThreshold(busy, { ...first, followed: 3 }).sources).toBe(3);
  });
});
