/** Which articles of the window may tell the same as another: by the terms they share, rarest first. */
import { KEY, kindOf, STEM } from '../term.ts';
import type { Place, Window } from '../window/index.ts';
import { WEIGHT_MASK } from '../window/packed.ts';
import type { Query } from './query.ts';

/** How far a search goes; more costs time in proportion. */
export interface Reach {
  /** Index steps in all. */
  readonly steps: number;
  /** Index steps for one term, newest articles first. */
  readonly perTerm: number;
  /** Articles given of the query's language, and of others. */
  readonly same: number;
  readonly cross: number;
}

/** What a new article costs: the time hardly grows with the window. */
export const QUICK: Reach = { steps: 1500, perTerm: 300, same: 20, cross: 14 };

export interface Candidate {
  readonly place: Place;
  /** Shared weight over both lengths: exact but for terms that were passed over. */
  readonly score: number;
}

export interface Candidates {
  readonly same: readonly Candidate[];
  readonly cross: readonly Candidate[];
}

/** Scratch of one window: sums by place, and which places have one. */
export class CandidateSearch {
  #sums = new Int32Array(0);
  readonly #touched: Place[] = [];

  /** The best candidates within `minutes` of the query's time, best first; equal ones newest first. */
  find(window: Window, query: Query, reach: Reach, minutes: number): Candidates {
    if (this.#sums.length < window.end) this.#sums = new Int32Array(window.minutes.length);
    this.#sum(window, query, reach);
    const same = new Best(reach.same);
    const cross = new Best(reach.cross);
    for (const place of this.#touched) {
      const sum = this.#sums[place] ?? 0;
      this.#sums[place] = 0;
      if (Math.abs((window.minutes[place] ?? 0) - query.minutes) > minutes) continue;
      const alike = window.language[place] === query.language;
      const score = alike
        ? sum / (query.norm * (window.norm[place] ?? 1) + 1)
        : sum / ((query.crossNorm + DAMPING) * ((window.crossNorm[place] ?? 1) + DAMPING));
      (alike ? same : cross).offer(place, score);
    }
    this.#touched.length = 0;
    return { same: same.all, cross: cross.all };
  }

  #sum(window: Window, query: Query, reach: Reach): void {
    let steps = reach.steps;
    for (const at of rarestFirst(window, query)) {
      if (steps <= 0) break;
      const term = query.terms[at] ?? 0;
      const weight = (query.weights[at] ?? 0) & WEIGHT_MASK;
      const skip = kindOf(term);
      steps -= window.visit(term, Math.min(steps, reach.perTerm), (place, other) => {
        const alike = window.language[place] === query.language;
        if (alike ? skip === KEY : skip === STEM) return;
        if (this.#sums[place] === 0) this.#touched.push(place);
        this.#sums[place] = (this.#sums[place] ?? 0) + weight * other;
      });
    }
  }
}

/** Short texts across languages share little by chance that counts for much: four units of idf are added to a length. */
const DAMPING = 160;

function rarestFirst(window: Window, query: Query): number[] {
  const counts = Array.from(query.terms, (term) => window.count(term));
  return Array.from(query.terms, (_, at) => at)
    .filter((at) => (counts[at] ?? 0) > 0)
    .sort((one, two) => (counts[one] ?? 0) - (counts[two] ?? 0) || one - two);
}

/** The best of many that are offered, in order: thousands are, and sorting them all would take most of the time. */
class Best {
  readonly all: Candidate[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(place: Place, score: number): void {
    const { all } = this;
    if (all.length === this.#limit && isBefore(all[all.length - 1], place, score)) return;
    let at = all.length;
    while (at > 0 && !isBefore(all[at - 1], place, score)) at -= 1;
    all.splice(at, 0, { place, score });
    if (all.length > this.#limit) all.pop();
  }
}

/** Whether a candidate stands before another place with this score; of equal ones the newer stands first. */
function isBefore(candidate: Candidate | undefined, place: Place, score: number): boolean {
  if (!candidate) return true;
  return candidate.score > score || (candidate.score === score && candidate.place > place);
}
