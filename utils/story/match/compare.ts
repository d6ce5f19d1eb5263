/** Exact comparisons of a query with articles and stories of the window. */
import { Trigrams } from '../shape.ts';
import { CONCEPT, KEY, type Kind, kindOf, NUMBER, PLACE, STEM } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import { HEADLINE, WEIGHT_MASK } from '../window/packed.ts';
import type { Query } from './query.ts';

const STEPS = 40;
const KINDS = [STEM, NUMBER, PLACE, CONCEPT, KEY] as const;

/** What a query shares with one article. */
export interface Overlap {
  readonly place: Place;
  /** Cosine over all terms but keys of names. */
  readonly cosine: number;
  /** Cosine of the headlines alone. */
  readonly headline: number;
  /** Weight of shared headline terms over that of the shorter headline. */
  readonly containment: number;
  /** How many terms only the lead of the article has. */
  readonly leadTerms: number;
  /** How many terms both have, of which at least one has it in its lead alone. */
  readonly leadShared: number;
  /** How many terms both headlines have, keys of names left out. */
  readonly terms: number;
  /** Units of idf above 5 that the terms of both headlines have together. */
  readonly rare: number;
  /** Shared weight by kind over both lengths within that kind, damped: 0 to 1. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** Shared weight by kind in units of idf squared. */
  readonly shared: Readonly<Record<Kind, number>>;
}

const RARE = 5;
const DAMPING = 160;

/** Compares one query with many articles: the query's weights lie in an array by slot. */
export class Comparison {
  readonly query: Query;
  /** How many terms the headline of the query has, keys of names among them, and without these. */
  readonly inHeadline: number;
  readonly wordsInHeadline: number;
  /** How many terms the query has, keys of names left out. */
  readonly words: number;
  readonly #trigrams: Trigrams;
  readonly #window: Window;
  readonly #weights: Uint16Array;
  readonly #slots: Int32Array;
  readonly #lengths: Record<Kind, number>;
  readonly #headline: { square: number; sum: number };
  readonly #overlaps = new Map<Place, Overlap>();

  /** `scratch` holds zeros, one for every slot of the window; `close` puts the zeros back. */
  constructor(window: Window, query: Query, scratch: Uint16Array) {
    this.#window = window;
    this.query = query;
    this.#trigrams = new Trigrams(query.shape);
    this.#weights = scratch;
    this.#slots = new Int32Array(query.terms.length);
    const squares = nothing();
    const headline = { square: 0, sum: 0 };
    let [inHeadline, wordsInHeadline, words] = [0, 0, 0];
    for (let at = 0; at < query.terms.length; at += 1) {
      const term = query.terms[at] ?? 0;
      const kind = kindOf(term);
      const flags = query.weights[at] ?? 0;
      const weight = flags & WEIGHT_MASK;
      const slot = window.slotOf(term);
      this.#slots[at] = slot;
      if (slot >= 0) scratch[slot] = flags;
      squares[kind] += weight * weight;
      if ((flags & HEADLINE) !== 0) inHeadline += 1;
      if (kind === KEY) continue;
      words += 1;
      if ((flags & HEADLINE) === 0) continue;
      wordsInHeadline += 1;
      headline.square += weight * weight;
      headline.sum += weight;
    }
    for (const kind of KINDS) squares[kind] = Math.sqrt(squares[kind]);
    this.#lengths = squares;
    this.#headline = headline;
    this.inHeadline = inHeadline;
    this.wordsInHeadline = wordsInHeadline;
    this.words = words;
  }

  close(): void {
    for (const slot of this.#slots) if (slot >= 0) this.#weights[slot] = 0;
  }

  /** Weight and flags that the query has for a slot; 0 for none. */
  weightOf(slot: number): number {
    return this.#weights[slot] ?? 0;
  }

  /** What the query shares with an article; remembered, since an article is met as candidate and as member. */
  with(place: Place): Overlap {
    const known = this.#overlaps.get(place);
    if (known) return known;
    const found = this.#overlap(place);
    this.#overlaps.set(place, found);
    return found;
  }

  #overlap(place: Place): Overlap {
    const window = this.#window;
    const shared = nothing();
    const squares = nothing();
    let headline = 0;
    let headSquare = 0;
    let headSum = 0;
    let sharedSum = 0;
    let terms = 0;
    let leadTerms = 0;
    let leadShared = 0;
    let rare = 0;
    const end = window.startOf(place + 1);
    for (let at = window.startOf(place); at < end; at += 1) {
      const slot = window.slotAt(at);
      const kind = window.kindOfSlot(slot);
      const theirs = window.weightAt(at);
      const weight = theirs & WEIGHT_MASK;
      squares[kind] += weight * weight;
      if ((theirs & HEADLINE) === 0) leadTerms += 1;
      const inHead = (theirs & HEADLINE) !== 0 && kind !== KEY;
      if (inHead) {
        headSquare += weight * weight;
        headSum += weight;
      }
      const ours = this.#weights[slot] ?? 0;
      if (ours === 0) continue;
      const own = ours & WEIGHT_MASK;
      shared[kind] += own * weight;
      if (!inHead || (ours & HEADLINE) === 0) {
        if (kind !== KEY) leadShared += 1;
        continue;
      }
      headline += own * weight;
      terms += 1;
      rare += Math.max(0, Math.min(own, weight) / STEPS - RARE);
      sharedSum += Math.min(own, weight);
    }
    const dot = shared[STEM] + shared[NUMBER] + shared[PLACE] + shared[CONCEPT];
    return {
      place,
      cosine: dot / (this.query.norm * (window.norm[place] ?? 0) || 1),
      headline: headline / (Math.sqrt(this.#headline.square * headSquare) || 1),
      containment: sharedSum / (Math.min(this.#headline.sum, headSum) || 1),
      terms,
      leadTerms,
      leadShared,
      rare,
      kinds: damped(shared, this.#lengths, squares),
      shared,
    };
  }

  /** Likeness of the headlines letter by letter. */
  letters(place: Place): number {
    return this.#trigrams.dice(this.#window.shapeOf(place));
  }
}

/** A literal with plain keys: engines copy it as it is, and this is made for every comparison. */
function nothing(): Record<Kind, number> {
  return { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0 };
}

function damped(
  shared: Record<Kind, number>,
  own: Record<Kind, number>,
  squares: Record<Kind, number>,
): Record<Kind, number> {
  const of = (kind: Kind): number =>
    shared[kind] === 0 ? 0 : shared[kind] / ((own[kind] + DAMPING) * (Math.sqrt(squares[kind]) + DAMPING));
  const kinds = nothing();
  for (const kind of KINDS) kinds[kind] = of(kind);
  return kinds;
}
