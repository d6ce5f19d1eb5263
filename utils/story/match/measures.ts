/** Single measures of how an article and others agree. */
import { CONCEPT, KEY, NUMBER, PLACE, STEM } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import type { Comparison, Overlap } from './compare.ts';

const NIGHT_HOURS = 9;
const LONGEST_GAP = 72;

/** A headline of so few terms may be a rubric ('Photo of the day'): where both have leads, these must share something. */
const RUBRIC = 3;

/**
 * Whether what two articles share says too little to mean one event: places alone, one word ('Breaking'), or a rubric over
 * leads that have nothing in common.
 */
export function saysTooLittle({ words, wordsInHeadline }: Comparison, overlap: Overlap): boolean {
  const { terms, leadShared, leadTerms, shared } = overlap;
  if (shared[STEM] + shared[NUMBER] + shared[CONCEPT] === 0) return true;
  if (terms <= 1 && leadShared < 2) return true;
  return wordsInHeadline <= RUBRIC && leadShared === 0 && words > wordsInHeadline + 1 && leadTerms > 1;
}

/** How much of a lead both have: 1 from a dozen terms each. */
export function leadsOf({ query, inHeadline }: Comparison, { leadTerms }: Overlap): number {
  return Math.min(1, (query.terms.length - inHeadline) / 12, leadTerms / 12);
}

/** One figure for how much two articles in different languages share. */
export function total({ kinds }: Overlap): number {
  return kinds[0] + kinds[NUMBER] + kinds[PLACE] + 1.5 * kinds[3] + 1.5 * kinds[KEY];
}

/** Shared weight without regard to lengths, for texts of which one has a lead and the other none. */
export function strength({ shared }: Overlap): number {
  const units = (shared[0] + shared[NUMBER] + shared[PLACE] + shared[3] + shared[KEY]) / 1600;
  return Math.min(3, Math.log1p(units) / 2);
}

/** The overlap that is most by a measure. There is at least one. */
export function strongest(overlaps: readonly Overlap[], by: (overlap: Overlap) => number): Overlap {
  return overlaps.reduce((best, one) => (by(one) > by(best) ? one : best));
}

/** Of none it is 0. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** How their times agree: the least gap as a share of the longest that counts, and 0 or 1 for a night between, for news that recurs, and for other days named. */
export function timing(window: Window, { query }: Comparison, places: readonly Place[]) {
  const gaps = places.map((place) => Math.abs((window.minutes[place] ?? 0) - query.minutes) / 60);
  const gap = Math.min(LONGEST_GAP, ...gaps);
  const cues = places.reduce((all, place) => all | (window.cues[place] ?? 0), 0);
  const named = places.flatMap((place) => window.day[place] || []);
  return {
    gap: gap / LONGEST_GAP,
    night: gap > NIGHT_HOURS ? 1 : 0,
    recurring: (cues & query.cues) !== 0 ? 1 : 0,
    days: query.day > 0 && named.length > 0 && !named.includes(query.day) ? 1 : 0,
  };
}
