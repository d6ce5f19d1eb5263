/** An article as the engine sees it: terms of headline and lead, the headline's shape, signs of recurrence. */
import { guessLanguage, type TextLanguage } from '../text/language-guess.ts';
import { nameKey } from '../text/name-key.ts';
import { numberAt } from '../text/numbers.ts';
import { stemOf } from '../text/stem.ts';
import { isStopWord } from '../text/stop-words.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { toCyrillic } from '../text/transliterate.ts';
import type { Common } from './common.ts';
import { cuesOf, dayNamed } from './cues.ts';
import { shapeOf } from './shape.ts';
import { CONCEPT, KEY, NUMBER, PLACE, STEM, termOf } from './term.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What of an article says what it is about. */
export interface ArticleText {
  readonly title: string;
  /** The lead or snippet, as plain text; may be empty. */
  readonly summary: string;
  /** What the feed declares, a BCP 47 tag, or null. */
  readonly language: string | null;
}

export interface Features {
  readonly language: TextLanguage;
  /** Each term once, those of the headline first, in their order. */
  readonly terms: readonly TermAt[];
  readonly shape: Uint8Array;
  readonly cues: number;
  /** Day of the month that the headline names, or 0. */
  readonly day: number;
}

export interface TermAt {
  readonly term: number;
  readonly text: string;
  /** As the article writes it, for readers. */
  readonly word: string;
  readonly headline: boolean;
  /** Whether it is (part of) a name. */
  readonly named: boolean;
}

/** What the engine knows before it has read anything. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly common: Common;
}

const LONGEST_TITLE = 400;
const LONGEST_LEAD = 1200;
const TITLE_WORDS = 40;
const LEAD_WORDS = 40;
const MOST_TERMS = 44;
/** Words that more of the articles hold are no names, however they are written. */
const NAME_SHARE = 1 / 400;

/** Reads an article: 0.05-0.1 ms. Texts of any length cost no more, since only their beginnings are read. */
export function featuresOf(article: ArticleText, knowledge: Knowledge): Features {
  const title = article.title.slice(0, LONGEST_TITLE);
  const lead = article.summary.slice(0, LONGEST_LEAD);
  const language = guessLanguage(`${title} ${lead.slice(0, 300)}`, article.language);
  const headline = tokensOf(inAlphabet(title, language), TITLE_WORDS);
  const collected = new Map<number, TermAt>();
  collect(headline, language, true, knowledge, collected);
  if (lead !== '') collect(tokensOf(lead, LEAD_WORDS), language, false, knowledge, collected);
  const terms = [...collected.values()].slice(0, MOST_TERMS);
  return {
    language,
    terms,
    shape: shapeOf(title, language),
    cues: cuesOf(title, lead),
    day: dayNamed(title),
  };
}

/** A Russian or Ukrainian headline in Latin letters comes from an address: back to its own alphabet. */
function inAlphabet(title: string, language: TextLanguage): string {
  if (language !== 'ru' && language !== 'uk') return title;
  return /\p{Script=Cyrillic}/u.test(title) ? title : toCyrillic(title.toLowerCase());
}

function collect(
  tokens: readonly Token[],
  language: TextLanguage,
  headline: boolean,
  { vocabulary, common }: Knowledge,
  into: Map<number, TermAt>,
): void {
  const stems = tokens.map(({ lower }) => stemOf(lower, language));
  const hasCapitals = tokens.some(({ capital }) => capital);
  const add = (term: number, text: string, word: string, named: boolean): void => {
    if (!into.has(term)) into.set(term, { term, text, word, headline, named });
  };
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const stem = stems[at] ?? '';
    if (!token) break;
    const place = vocabulary.place(stems, at, language, token.capital || !hasCapitals);
    const number = place ? null : numberAt(tokens, at);
    if (place) add(termOf(PLACE, place.key), place.key, wordsAt(tokens, at, place.length), true);
    else if (number) add(termOf(NUMBER, number.value), number.value, token.text, false);
    else if (isWord(token, language)) addWord(token, stem);
    at += place?.length ?? number?.length ?? 1;
  }

  function addWord(token: Token, stem: string): void {
    const concept = vocabulary.concept(stem, language);
    const term = concept === undefined ? termOf(STEM, stem) : termOf(CONCEPT, concept);
    const rare = (common.get(term) ?? 0) < NAME_SHARE;
    const named = token.acronym || (token.capital && rare && concept === undefined);
    add(term, concept ?? stem, token.text, named);
    if (!named || concept !== undefined) return;
    const key = nameKey(language === 'en' ? token.lower : stem, language);
    if (key !== '') add(termOf(KEY, key), key, token.text, true);
  }
}

const wordsAt = (tokens: readonly Token[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ');

function isWord({ lower, text }: Token, language: TextLanguage): boolean {
  if (isStopWord(lower, language)) return false;
  return lower.length > 1 || text.charCodeAt(0) > 0x2e00;
}
