/**
 * What a later report says of the same event that an article could not say: another count of the dead, a name. Nothing is
 * said that is not sure: only what both count in one clause with one number each, and only names of several words.
 */
import type { NumberChange } from '../model/article-view.ts';
import { guessLanguage } from '../text/language-guess.ts';
import { nameKey } from '../text/name-key.ts';
import { numberAt } from '../text/numbers.ts';
import { stemOf } from '../text/stem.ts';
import { type Token, tokensOf } from '../text/tokens.ts';

export interface Report {
  readonly title: string;
  /** Plain text; may be empty. */
  readonly snippet: string;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
}

export interface Changes {
  readonly numbers: readonly NumberChange[];
  readonly names: readonly string[];
}

/** What is counted in news and grows while it is told, by how its words begin in three languages. */
const COUNTED: readonly (readonly [what: string, words: RegExp])[] = [
  [
    'dead',
    /^(dead|kill(?:ed|s|ing)?|died|deaths|dies|fatalit\p{L}*|загин\p{L}*|загибл\p{L}*|убит\p{L}*|вбит\p{L}*|помер\p{L}*|погиб\p{L}*|умер\p{L}*)$/u,
  ],
  [
    'hurt',
    /^(injured?|injures|wound(?:ed|s)|hurts?|injuries|поранен\p{L}*|постражда\p{L}*|травмован\p{L}*|ранен\p{L}*|пострада\p{L}*)$/u,
  ],
  ['missing', /^(missing|зник\p{L}*|пропал\p{L}*)$/u],
  ['rescued', /^(rescued|врятован\p{L}*|врятува\p{L}*|спасен\p{L}*|спасли)$/u],
  ['evacuated', /^(evacuat\p{L}*|евакуйова\p{L}*|евакуюва\p{L}*|эвакуирова\p{L}*)$/u],
  [
    'arrested',
    /^(arrested|detained|затриман\p{L}*|затрима\p{L}*|задержа\p{L}*|арештован\p{L}*|арестова\p{L}*)$/u,
  ],
  ['drones', /^(drones?|uavs?|дрон\p{L}*|бпла|безпілотник\p{L}*|беспилотник\p{L}*|шахед\p{L}*)$/u],
  ['missiles', /^(missiles?|ракет\p{L}*)$/u],
];
/** Where one statement ends and the next begins. */
const CLAUSE_END = /[.!?;:,()«»“”"]+\s|\n|\s[–—-]\s|\s(?:and|but|while|та|і|й|а|але|и|но)\s/u;
/** Where a headline's next statement, quotation or list begins. */
const STATEMENT_END = /[.!?…:;,|•()«»“”"]|\s[–—-]\s/u;
/** A later count that differs by more than this factor counts something else. */
const LARGEST_CHANGE = 10;
/** Share of capitals above which a headline writes every word with one. */
const TITLE_CASE = 0.6;
const MOST_NAMES = 3;
const NAMED_LANGUAGES: readonly string[] = ['en', 'uk', 'ru'];

/**
 * What `later` says that `article` does not; null where nothing is sure.
 *
 * @param body the article's whole text, plain: what is in it is not new
 */
export function changesSince(article: Report, body: string, later: Report): Changes | null {
  const numbers = changedNumbers(article, body, later);
  const names = newNames(`${article.title}\n${article.snippet}\n${body}`, later);
  return numbers.length === 0 && names.length === 0 ? null : { numbers, names };
}

function changedNumbers(article: Report, body: string, later: Report): NumberChange[] {
  const before = countsIn(`${article.title}\n${article.snippet}`);
  const known = countsIn(body);
  const changes: NumberChange[] = [];
  for (const [what, now] of countsIn(`${later.title}\n${later.snippet}`)) {
    const was = before.get(what) ?? [];
    const [one, other] = [was[0], now[0]];
    // Several values of one thing: it cannot be told which of them took the place of which.
    if (!one || !other || was.length > 1 || now.length > 1 || one.value === other.value) continue;
    const isKnown = (known.get(what) ?? []).some(({ value }) => value === other.value);
    const factor = Math.max(one.value, other.value) / Math.min(one.value, other.value);
    if (!isKnown && factor <= LARGEST_CHANGE) changes.push({ was: one.clause, now: other.clause });
  }
  return changes;
}

interface Count {
  readonly value: number;
  /** The words that say it. */
  readonly clause: string;
}

/** What a text counts, each thing with its distinct values. */
function countsIn(text: string): Map<string, Count[]> {
  const counts = new Map<string, Count[]>();
  for (const clause of text.split(CLAUSE_END)) {
    const tokens = tokensOf(clause);
    const numbers = numbersIn(tokens);
    const things = new Set(tokens.map(({ lower }) => thingOf(lower)).filter((what) => what !== null));
    const [value] = numbers;
    const [what] = things;
    if (numbers.length !== 1 || things.size !== 1 || !value || !what) continue;
    const known = counts.get(what) ?? [];
    if (!known.some((count) => count.value === value))
      counts.set(what, [...known, { value, clause: clause.trim() }]);
  }
  return counts;
}

function numbersIn(tokens: readonly Token[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = numberAt(tokens, at);
    if (number) found.push(Number(number.value));
    at += number?.length ?? 1;
  }
  return found;
}

function thingOf(word: string): string | null {
  return COUNTED.find(([, words]) => words.test(word))?.[0] ?? null;
}

/** Names of two words or more in a headline, of which no word is in the text. */
function newNames(text: string, { title, snippet, language }: Report): string[] {
  const tongue = guessLanguage(`${title} ${snippet}`, language);
  if (!NAMED_LANGUAGES.includes(tongue)) return [];
  const words = tokensOf(title);
  const long = words.filter(({ text: word, number }) => !number && word.length > 3);
  if (long.filter(({ capital }) => capital).length > long.length * TITLE_CASE) return [];
  const known = new Set(
    tokensOf(text).flatMap(({ lower }) => [stemOf(lower, tongue), nameKey(lower, tongue)]),
  );
  const isKnown = ({ lower }: Token): boolean =>
    known.has(stemOf(lower, tongue)) ||
    known.has(nameKey(stemOf(lower, tongue), tongue)) ||
    known.has(nameKey(lower, tongue));
  return namesIn(title)
    .filter((name) => name.length > 1 && !name.some(isKnown))
    .map((name) => name.map(({ text: word }) => word).join(' '))
    .slice(0, MOST_NAMES);
}

/** Runs of words with capitals, none across the end of a statement. */
function namesIn(title: string): Token[][] {
  return title.split(STATEMENT_END).flatMap((statement) => {
    const runs: Token[][] = [[]];
    for (const word of tokensOf(statement)) {
      if (word.capital && !word.acronym && word.text.length > 2) runs.at(-1)?.push(word);
      else runs.push([]);
    }
    return runs;
  });
}
