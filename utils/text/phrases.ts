/**
 * Finding words and phrases in headlines and leads, in whatever form they stand there: words are compared by their
 * stems, in the language of the text, and those of a phrase must follow one another.
 */
import { guessLanguage } from './language-guess.ts';
import { stemOf } from './stem.ts';
import { tokensOf } from './tokens.ts';

export interface SearchedText {
  readonly title: string;
  readonly snippet: string;
  /** BCP 47 tag; null where it is not known. */
  readonly language: string | null;
}

/** Whether a text holds one of the phrases. */
export type PhraseTest = (text: SearchedText) => boolean;

const LANGUAGES = ['en', 'uk', 'ru', 'other'] as const;
const APOSTROPHES = /['’ʼ‘`´]/g;
/** Letters that every form of a word begins with, at most: enough to pass over nearly all texts. */
const MOST_BEGUN = 4;

/** A test for phrases; those without any word are passed over. Without phrases nothing is found. */
export function phraseTest(phrases: readonly string[]): PhraseTest {
  const compiled = phrases.map(compile).filter(({ words }) => words.length > 0);
  if (compiled.length === 0) return () => false;
  return ({ title, snippet, language }) => {
    const plain = foldForSearch(`${title}\n${snippet}`);
    const possible = compiled.filter(({ begin }) => plain.includes(begin));
    if (possible.length === 0) return false;
    const tongue = guessLanguage(`${title} ${snippet}`, language);
    return [title, snippet].some((part) => {
      const words = tokensOf(part).map(({ lower }) => lower);
      return possible.some(({ words: wanted }) => standsIn(words, wanted, tongue));
    });
  };
}

/** A text as `beginningOf` can be looked for in it. */
export function foldForSearch(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '').replaceAll('ё', 'е');
}

interface Phrase {
  readonly words: readonly string[];
  /** What every text that holds it has in it: how its first word begins, in lower case without apostrophes. */
  readonly begin: string;
}

function compile(phrase: string): Phrase {
  const words = tokensOf(phrase).map(({ lower }) => lower);
  return { words, begin: beginningOf(words[0] ?? '') };
}

/** What every form of a word begins with, in any language: enough to pass over nearly all texts that lack it. */
export function beginningOf(word: string): string {
  const shortest = Math.min(MOST_BEGUN, ...LANGUAGES.map((language) => sharedStart(word, language)));
  return word.slice(0, shortest);
}

/** Letters that a word shares with its stem. */
function sharedStart(word: string, language: string): number {
  const stem = stemOf(word, language);
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same += 1;
  return same;
}

function standsIn(words: readonly string[], wanted: readonly string[], language: string): boolean {
  return words.some((_, at) => wanted.every((word, offset) => isForm(words[at + offset], word, language)));
}

/** Whether a word is a form of another. */
export function isForm(word: string | undefined, of: string, language: string): boolean {
  if (word === undefined) return false;
  return word === of || stemOf(word, language) === stemOf(of, language);
}
