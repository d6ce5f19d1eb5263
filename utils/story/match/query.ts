/** An article that is compared with the window: its terms with their weights at this moment. */
import type { Common } from '../common.ts';
import type { Features } from '../features.ts';
import { KEY, kindOf, type NUMBER, type PLACE, STEM } from '../term.ts';
import type { Window } from '../window/index.ts';
import { HEADLINE, LANGUAGE_CODES, NAMED, type Row, WEIGHT_MASK } from '../window/packed.ts';

/** Weight of a term that stands in the lead only, against 1 in the headline. */
const LEAD = 0.5;
/** Steps of weight: the rarest term of a headline, about 11.5, stays below 512. */
const STEPS = 40;
/** So many articles of general news stand behind the counts of the window. */
const PRIOR = 3000;
/** … but at first no more than this and what has been read: what is new to the prior need not be rare in these days. */
const FIRST = 150;

export interface Query extends Row {
  /** Length of the vectors, as `norm` and `crossNorm` of the window. */
  readonly norm: number;
  readonly crossNorm: number;
}

export interface ArticleFacts {
  /** Minutes since 1970. */
  readonly minutes: number;
  readonly owner: number;
}

/** Weighs an article against the window (idf as in BM25's Robertson weight, with a prior), and freezes the weights. */
export function weigh(features: Features, facts: ArticleFacts, window: Window, common: Common): Query {
  const language = LANGUAGE_CODES.indexOf(features.language);
  const terms = new Uint32Array(features.terms.length);
  const weights = new Uint16Array(features.terms.length);
  const prior = features.language === 'other' ? 0 : Math.min(PRIOR, FIRST + window.size);
  for (const [at, { term, headline, named }] of features.terms.entries()) {
    const stem = kindOf(term) === STEM;
    const articles = stem ? window.inLanguage(language) : window.size;
    const holding = window.count(term) + prior * (common.get(term) ?? 0);
    const idf = Math.max(0.2, Math.log((articles + prior + 20) / (holding + 0.5)));
    const weight = Math.min(WEIGHT_MASK, Math.round(idf * (headline ? 1 : LEAD) * STEPS));
    terms[at] = term;
    weights[at] = weight | (headline ? HEADLINE : 0) | (named ? NAMED : 0);
  }
  const { cues, day, shape } = features;
  return queryFrom({ language, cues, day, shape, terms, weights, ...facts });
}

/** A row as a query, with the weights that it has. */
export function queryFrom(row: Row): Query {
  let same = 0;
  let cross = 0;
  for (let i = 0; i < row.terms.length; i += 1) {
    const square = ((row.weights[i] ?? 0) & WEIGHT_MASK) ** 2;
    const kind = kindOf(row.terms[i] ?? 0);
    if (kind !== KEY) same += square;
    if (kind !== STEM) cross += square;
  }
  return { ...row, norm: Math.sqrt(same), crossNorm: Math.sqrt(cross) };
}

/** Whether the headline holds a term of a kind. */
export function headlineHas(row: Row, wanted: typeof NUMBER | typeof PLACE): boolean {
  return row.terms.some((term, at) => kindOf(term) === wanted && ((row.weights[at] ?? 0) & HEADLINE) !== 0);
}
