/**
 * Top and Popular: what most independent voices tell, now and over a period. Each place carries its reason as a value;
 * its words are in the catalogue.
 */
import type { Story, Voice } from '../../model/story.ts';
import type { RankReason } from '../../model/view.ts';

/** What of a story its place depends on. */
export type Told = Pick<Story, 'id' | 'voices' | 'lastAt'>;

export interface Ranked<T extends Told = Told> {
  readonly story: T;
  readonly score: number;
  /** Independent voices. */
  readonly sources: number;
  readonly reason: RankReason;
}

export interface RankOptions {
  /** UTC ms: the moment at which it is asked. */
  readonly now: number;
  /** How many sources the reader follows. */
  readonly followed: number;
  /** The order shown last, for keeping it where nothing has changed enough. */
  readonly previous?: readonly number[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const HALF_LIFE = 8 * HOUR;
/** A story that nobody added to for so long, in ms, is no longer on top. */
export const STALE = 72 * HOUR;
const FEW_SOURCES = 10;
const GROWTH_WINDOW = 20 * MINUTE;
const GROWTH = 3;

/** How many voices a story needs to be shown: two where few sources are followed. */
export const votesNeeded = (followed: number): number => (followed <= FEW_SOURCES ? 2 : 3);

/** What the reader's sources tell now: votes halve in eight hours. */
export function rankTop<T extends Told>(stories: readonly T[], options: RankOptions): Ranked<T>[] {
  const current = stories.filter(({ lastAt }) => lastAt >= options.now - STALE);
  return rank(current, options, (age) => 2 ** (-age / HALF_LIFE));
}

/** What they told over a period (ms): votes do not lose weight. */
export function rankPopular<T extends Told>(
  stories: readonly T[],
  options: RankOptions,
  period: number,
): Ranked<T>[] {
  const since = options.now - period;
  const within = stories.map((story) => ({ story, voices: story.voices.filter(({ at }) => at >= since) }));
  return rank(
    within.map(({ story, voices }) => ({ ...story, voices })),
    options,
    () => 1,
  );
}

function rank<T extends Told>(
  stories: readonly T[],
  { now, followed, previous = [] }: RankOptions,
  weigh: (age: number) => number,
): Ranked<T>[] {
  const ranked = stories
    .filter(({ voices }) => voices.length >= votesNeeded(followed))
    .map((story) => rankOne(story, now, weigh))
    .sort(
      (one, two) =>
        two.score - one.score || two.story.lastAt - one.story.lastAt || one.story.id - two.story.id,
    );
  return steady(ranked, previous);
}

function rankOne<T extends Told>(story: T, now: number, weigh: (age: number) => number): Ranked<T> {
  const score = story.voices.reduce((sum, { at }) => sum + weigh(Math.max(0, now - at)), 0);
  return { story, score, sources: story.voices.length, reason: reasonOf(story.voices, now) };
}

/** Why a story stands where it stands. */
export function reasonOf(voices: readonly Voice[], now: number): RankReason {
  const fresh = growth(voices, now, GROWTH_WINDOW);
  if (fresh >= GROWTH && fresh < voices.length) {
    return { kind: 'growing', count: fresh, minutes: GROWTH_WINDOW / MINUTE };
  }
  const span = (voices.at(-1)?.at ?? 0) - (voices[0]?.at ?? 0);
  return { kind: 'sources', count: voices.length, hours: Math.max(1, Math.ceil(span / HOUR)) };
}

/** How many voices joined within `period` (ms) before `now`, as far as they were seen in time. */
export function growth(voices: readonly Voice[], now: number, period: number): number {
  return voices.filter(({ at, isLate }) => !isLate && at > now - period && at <= now).length;
}

/** A story must be ahead by so much to pass one that stood before it. */
const LEAP = 1.1;

/**
 * Keeps the order that was shown unless a story is clearly ahead: votes lose weight every minute, and lists would
 * flicker. Stories that were not shown take the place that their score gives them.
 */
export function steady<T extends Told>(
  sorted: readonly Ranked<T>[],
  previous: readonly number[],
): Ranked<T>[] {
  if (previous.length === 0) return [...sorted];
  const place = new Map(previous.map((story, at) => [story, at]));
  const placeOf = ({ story }: Ranked<T>): number => place.get(story.id) ?? Number.POSITIVE_INFINITY;
  const order = sorted
    .filter((one) => place.has(one.story.id))
    .sort((one, two) => placeOf(one) - placeOf(two));
  for (let swapped = true; swapped; ) {
    swapped = false;
    for (let at = 1; at < order.length; at += 1) {
      const [above, below] = [order[at - 1], order[at]];
      if (!above || !below || below.score <= above.score * LEAP) continue;
      order[at - 1] = below;
      order[at] = above;
      swapped = true;
    }
  }
  for (const one of sorted.filter(({ story }) => !place.has(story.id))) {
    const at = order.findIndex(({ score }) => score < one.score);
    order.splice(at < 0 ? order.length : at, 0, one);
  }
  return order;
}
