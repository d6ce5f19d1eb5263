/** What speaks for an article belonging to a group of articles, taken together. */
import { KEY, kindOf, NUMBER, PLACE } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import { HEADLINE, NAMED, WEIGHT_MASK } from '../window/packed.ts';
import type { Comparison } from './compare.ts';

/** Scratch for centroids: sums by slot. */
export class GroupMeasures {
  #centroid = new Float64Array(0);
  readonly #touched: number[] = [];

  /** Compares a query with all articles of a group together. */
  with(window: Window, comparison: Comparison, places: readonly Place[]) {
    if (this.#centroid.length < window.slots) this.#centroid = new Float64Array(window.slots);
    const { query } = comparison;
    const centroid = this.#centroid;
    const has = { numbers: false, places: false, sharedNumber: 0, sharedPlace: false };
    for (const place of places) {
      const scale = 1 / (window.norm[place] || 1);
      const end = window.startOf(place + 1);
      for (let at = window.startOf(place); at < end; at += 1) {
        const slot = window.slotAt(at);
        const kind = window.kindOfSlot(slot);
        const theirs = window.weightAt(at);
        if (centroid[slot] === 0) this.#touched.push(slot);
        centroid[slot] = (centroid[slot] ?? 0) + (kind === KEY ? 1e-9 : (theirs & WEIGHT_MASK) * scale);
        const inHead = (theirs & HEADLINE) !== 0;
        if (kind === NUMBER && inHead) has.numbers = true;
        if (kind === PLACE && inHead) has.places = true;
      }
    }
    let dot = 0;
    let square = 0;
    for (const slot of this.#touched) square += (centroid[slot] ?? 0) ** 2;
    let covered = 0;
    let all = 0;
    let named = 0;
    let names = 0;
    let ownNumbers = 0;
    let ownPlaces = 0;
    for (const [at, term] of query.terms.entries()) {
      const slot = window.slotOf(term);
      const kind = kindOf(term);
      const flags = query.weights[at] ?? 0;
      const weight = flags & WEIGHT_MASK;
      const there = slot < 0 ? 0 : (centroid[slot] ?? 0);
      if (kind !== KEY) {
        dot += weight * there;
        all += weight * weight;
        if (there > 0) covered += weight * weight;
      }
      if ((flags & NAMED) !== 0) {
        names += weight;
        if (there > 0) named += weight;
      }
      if (kind === NUMBER && (flags & HEADLINE) !== 0) ownNumbers += 1;
      if (kind === PLACE && (flags & HEADLINE) !== 0) ownPlaces += 1;
      if (there > 0 && kind === NUMBER) has.sharedNumber += 1;
      if (there > 0 && kind === PLACE) has.sharedPlace = true;
    }
    for (const slot of this.#touched) centroid[slot] = 0;
    this.#touched.length = 0;
    return {
      centroid: dot / (Math.sqrt(square) * query.norm || 1),
      covered: covered / (all || 1),
      named: names === 0 ? 0.5 : named / names,
      noName: names > 0 && named === 0 ? 1 : 0,
      numberShared: Math.min(2, has.sharedNumber) / 2,
      numbersConflict: ownNumbers > 0 && has.numbers && has.sharedNumber === 0 ? 1 : 0,
      placesConflict: ownPlaces > 0 && has.places && !has.sharedPlace ? 1 : 0,
    };
  }
}
