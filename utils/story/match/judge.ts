/** The learned decision: logistic regression over the evidence, one model a case. */
import { LANGUAGE_CODES } from '../window/packed.ts';
import { CROSS_FEATURES, type Evidence, SAME_FEATURES } from './evidence.ts';

/** Weights of standardised measures: score = bias + Σ weight × value. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** `public/stories/weights.json`. */
export interface Model {
  /** Join within one language. */
  readonly same: Logistic;
  /** Link across languages. */
  readonly cross: Logistic;
  /** Two articles alone. */
  readonly pair: Logistic;
  readonly thresholds: {
    /** Least probability of a join: of headlines alone, and where both have full leads. */
    readonly join: readonly [number, number];
    /** The same where the story is one article: what begins a story must be surer than what adds to one. */
    readonly begin: readonly [number, number];
    /** By pair of languages in alphabetical order: 'en-uk'. */
    readonly link: Readonly<Record<string, readonly [number, number]>>;
    readonly merge: number;
    readonly mergeCross: number;
  };
}

/** The probability that a vector of measures means yes. */
export function probability({ bias, weights }: Logistic, values: readonly number[]): number {
  let score = bias;
  for (let i = 0; i < weights.length; i += 1) score += (weights[i] ?? 0) * (values[i] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

export interface Verdict {
  readonly story: number;
  /** 0 to 1, comparable between stories of one article. */
  readonly score: number;
  readonly joins: boolean;
}

/** What a model says of an article and a story; `language` is the article's. */
export function judge(
  model: Model,
  { story, same, isHollow, cross, crossLanguage }: Evidence,
  language: number,
): Verdict {
  const own = same && !isHollow ? probability(model.same, same) : 0;
  const other = cross ? probability(model.cross, cross) : 0;
  const { join, begin } = model.thresholds;
  const ownAhead = same && own > 0 ? own / between(same[SINGLE] === 1 ? begin : join, same[LEADS]) : 0;
  const link = model.thresholds.link[pairOf(language, crossLanguage)] ?? NEVER;
  const otherAhead = cross ? other / between(link, cross[CROSS_LEADS]) : 0;
  const ahead = Math.max(ownAhead, otherAhead);
  return { story, score: ahead, joins: ahead >= 1 };
}

const SINGLE = SAME_FEATURES.indexOf('single');
const LEADS = SAME_FEATURES.indexOf('leads');

const CROSS_LEADS = CROSS_FEATURES.indexOf('leads');
const NEVER = [2, 2] as const;

/** Leads make articles of one topic more alike: other thresholds hold for them. */
function between([bare, full]: readonly [number, number], leads = 0): number {
  return bare + (full - bare) * leads;
}

/** The pair of two languages by their codes in the window, the same in either order. */
export function pairOf(one: number, two: number): string {
  return PAIRS[one]?.[two] ?? 'other-other';
}

const PAIRS = LANGUAGE_CODES.map((one) => LANGUAGE_CODES.map((two) => [one, two].sort().join('-')));
