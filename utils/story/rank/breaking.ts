/**
 * Which stories break: so many independent confirmations within so many minutes. Outlets that cite one origin are one
 * confirmation however many they are, and what was seen late, or at a source's first fetch, is none.
 */
import type { Story, Voice } from '../../model/story.ts';

export interface Threshold {
  /** Independent confirmations. */
  readonly sources: number;
  /** Within so many minutes. */
  readonly minutes: number;
}

/** What of a story decides whether it breaks. */
export type Breaking = Pick<Story, 'id' | 'voices'>;

export interface Raised<T extends Breaking = Breaking> {
  readonly story: T;
  /** UTC ms at which it reached the threshold. */
  readonly at: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Alerts in any 24 hours, at most, whatever the threshold. */
export const MOST_A_DAY = 3;
/** What a threshold is fitted to: a week of the reader's own stories. */
export const FITTED_TO = 7 * DAY;
/** Confirmations that it takes in the first week; half as many as he follows for a reader of fewer than ten sources. */
const FIRST_WEEK = 5;
const LEAST_SOURCES = 3;
const MOST_SOURCES = 50;

/** UTC ms at which a story reached the threshold for the first time, or null where it never did. */
export function brokeAt(voices: readonly Voice[], { sources, minutes }: Threshold): number | null {
  const heard = new Set<string>();
  const times: number[] = [];
  for (const { owner, echoes, at, isLate } of voices) {
    const key = echoes ?? owner;
    if (isLate || heard.has(key)) continue;
    heard.add(key);
    times.push(at);
    const first = times.at(-sources);
    if (first !== undefined && at - first <= minutes * MINUTE) return at;
  }
  return null;
}

/** What a threshold would have raised since `since` (UTC ms), earliest first, the daily cap kept. */
export function raisedBy<T extends Breaking>(
  stories: readonly T[],
  threshold: Threshold,
  since: number,
): Raised<T>[] {
  const raised: Raised<T>[] = [];
  for (const one of reached(stories, threshold, since)) {
    const lately = raised.filter(({ at }) => at > one.at - DAY).length;
    if (lately < MOST_A_DAY) raised.push(one);
  }
  return raised;
}

export interface Fitting {
  /** UTC ms. */
  readonly now: number;
  /** UTC ms since when stories are known. */
  readonly knownSince: number;
  /** Sources that the reader follows. */
  readonly followed: number;
  /** Of the threshold. */
  readonly minutes: number;
}

/**
 * The lowest threshold that would have raised no more than three alerts in any 24 hours of the last week. Where less
 * than a week is known, that of the first week, lower for a reader of few sources.
 */
export function fitThreshold(
  stories: readonly Breaking[],
  { now, knownSince, followed, minutes }: Fitting,
): Threshold {
  const since = now - FITTED_TO;
  if (knownSince > since) {
    const half = Math.ceil(followed / 2);
    return { sources: Math.min(FIRST_WEEK, Math.max(LEAST_SOURCES, half)), minutes };
  }
  let sources = LEAST_SOURCES;
  while (sources < MOST_SOURCES && crowds(reached(stories, { sources, minutes }, since))) sources += 1;
  return { sources, minutes };
}

function reached<T extends Breaking>(
  stories: readonly T[],
  threshold: Threshold,
  since: number,
): Raised<T>[] {
  return stories
    .flatMap((story) => {
      const at = brokeAt(story.voices, threshold);
      return at === null || at < since ? [] : [{ story, at }];
    })
    .sort((one, two) => one.at - two.at || one.story.id - two.story.id);
}

/** Whether more than a day's alerts fall into any 24 hours. */
function crowds(raised: readonly Raised[]): boolean {
  return raised.some(({ at }, index) => {
    const later = raised[index + MOST_A_DAY];
    return later !== undefined && later.at - at < DAY;
  });
}
