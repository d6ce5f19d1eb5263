/** In a word, what ties an article to another: what most of the weight that they share says. */
import type { RelatedReason } from '../model/view.ts';
import { fold } from '../text/fold.ts';
import type { Query } from './match/query.ts';
import { KEY, kindOf, PLACE } from './term.ts';
import type { Place, Window } from './window/index.ts';
import { NAMED, WEIGHT_MASK } from './window/packed.ts';

/** So much older, in minutes, another event of the same words is an earlier chapter. */
const EARLIER = 9 * 60;
/** Words of one that are alike in both from which on two texts tell of events of one kind. */
const OF_ONE_KIND = 0.4;
/** Part of the shared weight that names or places must hold to be the reason. */
const MUCH = 0.35;
/** Words of a quotation that make it one. */
const QUOTED_WORDS = 4;
const QUOTATION = /[«“„"]([^«»“”„"]{12,400})[»”"]/gu;

/** What ties an article of the window to a query; `cosine` is their likeness. */
export function reasonBetween(window: Window, query: Query, place: Place, cosine: number): RelatedReason {
  const { all, names, places } = sharedWeight(window, query, place);
  if (names > all * MUCH && names >= places) return 'names';
  const age = query.minutes - (window.minutes[place] ?? 0);
  if (age > EARLIER && cosine >= OF_ONE_KIND) return 'earlier';
  return places > all * MUCH ? 'place' : 'topic';
}

function sharedWeight(window: Window, query: Query, place: Place) {
  const theirs = new Map<number, number>();
  for (let at = window.startOf(place); at < window.startOf(place + 1); at += 1) {
    theirs.set(window.termOfSlot(window.slotAt(at)), window.weightAt(at));
  }
  const shared = { all: 0, names: 0, places: 0 };
  for (const [at, term] of query.terms.entries()) {
    const other = theirs.get(term);
    if (other === undefined) continue;
    const own = query.weights[at] ?? 0;
    const weight = (own & WEIGHT_MASK) * (other & WEIGHT_MASK);
    const kind = kindOf(term);
    shared.all += weight;
    if (kind === PLACE) shared.places += weight;
    // Between languages names are compared by their keys, which ordinary words have as well.
    else if (kind === KEY || (own & other & NAMED) !== 0) shared.names += weight;
  }
  return shared;
}

/** Whether two texts hold the same quotation. */
export function shareQuote(one: string, other: string): boolean {
  const quotes = quotationsOf(one);
  if (quotes.length === 0) return false;
  const others = quotationsOf(other);
  return quotes.some((quote) => others.some((same) => same.includes(quote) || quote.includes(same)));
}

function quotationsOf(text: string): string[] {
  return Array.from(text.matchAll(QUOTATION), ([, inside = '']) => fold(inside).trim()).filter(
    (quote) => quote.split(' ').length >= QUOTED_WORDS,
  );
}
