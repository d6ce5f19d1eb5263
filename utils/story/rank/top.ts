/**
 * Top and Popular: what most independent voices tell, now and over a period. Each place carries its reason as a value; its
 * words are in the catalogue.
 */
import { type Report, type Voice, voicesOf } from './sources.ts';

export interface RankedReport extends Report {
  readonly story: number;
  readonly source: string;
  /** How much the reader cares for the source: 1 unless he says otherwise. */
  readonly weight: number;
  /** UTC ms at which it arrived. */
  readonly seenAt: number;
}

export type Reason =
  | { readonly kind: 'sources'; readonly count: number; readonly hours: number }
  | { readonly kind: 'growing'; readonly count: number; readonly minutes: number };

export interface Ranked {
  readonly story: number;
  readonly score: number;
  /** Independent voices. */
  readonly sources: number;
  readonly reports: readonly RankedReport[];
  readonly reason: Reason;
}

export interface TopOptions {
  /** UTC ms: the moment at which it is asked. */
  readonly now: number;
  /** How many sources the reader follows. */
  readonly followed: number;
  /** The order shown last, for keeping it where nothing has changed enough. */
  readonly previous?: readonly number[];
}

/** What a list says when it has nothing to show. */
export type Ranking =
  | { readonly kind: 'ranked'; readonly stories: readonly Ranked[] }
  | { readonly kind: 'too-few-sources'; readonly followed: number };

const HOUR = 3_600_000;
const MINUTE = 60_000;
const HALF_LIFE = 8 * HOUR;
const STALE = 72 * HOUR;
const FEW_SOURCES = 10;
const GROWTH_WINDOW = 20 * MINUTE;
const GROWTH = 3;
/** Seen so much later than published, a report is no growth. */
export const LATE = 60 * MINUTE;

/** How many voices a story needs to be shown. */
export const votesNeeded = (followed: number): number => (followed <= FEW_SOURCES ? 2 : 3);

/** What the reader's sources tell now: votes halve in eight hours. */
export function rankTop(reports: readonly RankedReport[], options: TopOptions): Ranking {
  return rank(reports, options, (age) => 2 ** (-age / HALF_LIFE));
}

/** What they told over a period (ms): votes do not lose weight. */
export function rankPopular(reports: readonly RankedReport[], options: TopOptions, period: number): Ranking {
  const within = reports.filter(({ at }) => at >= options.now - period);
  return rank(within, options, () => 1);
}

function rank(
  reports: readonly RankedReport[],
  { now, followed, previous = [] }: TopOptions,
  weigh: (age: number) => number,
): Ranking {
  if (followed < 2) return { kind: 'too-few-sources', followed };
  const stories = [...Map.groupBy(reports, ({ story }) => story)]
    .map(([story, own]) => rankOne(story, own, now, weigh))
    .filter(({ sources, reports: own }) => sources >= votesNeeded(followed) && latest(own) >= now - STALE);
  const sorted = stories.sort(
    (one, two) => two.score - one.score || latest(two.reports) - latest(one.reports) || one.story - two.story,
  );
  return { kind: 'ranked', stories: steady(sorted, previous) };
}

function rankOne(
  story: number,
  reports: readonly RankedReport[],
  now: number,
  weigh: (age: number) => number,
): Ranked {
  const voices = voicesOf(reports);
  const weights = new Map<string, number>();
  for (const { owner, weight } of reports) weights.set(owner, Math.max(weights.get(owner) ?? 0, weight));
  const score = voices.reduce(
    (sum, { owner, at }) => sum + (weights.get(owner) ?? 1) * weigh(Math.max(0, now - at)),
    0,
  );
  return { story, score, sources: voices.length, reports, reason: reasonOf(voices, reports, now) };
}

const latest = (reports: readonly RankedReport[]): number => Math.max(...reports.map(({ at }) => at));

function reasonOf(voices: readonly Voice[], reports: readonly RankedReport[], now: number): Reason {
  const late = new Set(reports.filter(({ at, seenAt }) => seenAt - at > LATE).map(({ owner }) => owner));
  const fresh = voices.filter(({ owner, at }) => at > now - GROWTH_WINDOW && !late.has(owner)).length;
  if (fresh >= GROWTH && fresh < voices.length) return { kind: 'growing', count: fresh, minutes: 20 };
  const span = (voices.at(-1)?.at ?? 0) - (voices[0]?.at ?? 0);
  return { kind: 'sources', count: voices.length, hours: Math.max(1, Math.ceil(span / HOUR)) };
}

/** A story must be ahead by so much to pass one that stood before it. */
const LEAP = 1.1;

/**
 * Keeps the order that was shown unless a story is clearly ahead: votes lose weight every minute, and lists would flicker.
 * Stories that were not shown take the place that their score gives them.
 */
export function steady(sorted: readonly Ranked[], previous: readonly number[]): Ranked[] {
  if (previous.length === 0) return [...sorted];
  const place = new Map(previous.map((story, at) => [story, at]));
  const known = sorted.filter(({ story }) => place.has(story));
  const order = known.sort((one, two) => (place.get(one.story) ?? 0) - (place.get(two.story) ?? 0));
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
  for (const one of sorted.filter(({ story }) => !place.has(story))) {
    const at = order.findIndex(({ score }) => score < one.score);
    order.splice(at < 0 ? order.length : at, 0, one);
  }
  return order;
}
