/** The words of a text, as they are searched for. */
import { foldWord } from './fold.ts';

export interface Word {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** As it is compared; never empty. */
  readonly folded: string;
  /** Whether what is searched for may stand anywhere in it, as where no spaces part words, or articles are joined on. */
  readonly isLoose: boolean;
}

/** A Cyrillic word goes on over its apostrophe (п’ять); all others end there (l’homme, Ukraine’s). */
const WORD = /(?:[\p{L}\p{N}\p{M}]|(?<=\p{Script=Cyrillic})['’ʼ‘`´](?=\p{Script=Cyrillic}))+/gu;
const APOSTROPHES = /['’ʼ‘`´]/g;
/** Scripts without spaces between words, and those that write articles and prepositions together with them. */
const LOOSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}\p{M}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}]+/gu;

/** All words of a text in their order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (!LOOSE.test(run)) add(words, run, index, false);
    else for (const part of run.matchAll(RUNS)) add(words, part[0], index + part.index, LOOSE.test(part[0]));
  }
  return words;
}

function add(words: Word[], part: string, start: number, isLoose: boolean): void {
  const folded = foldWord(part.replace(APOSTROPHES, ''));
  if (folded !== '') words.push({ start, end: start + part.length, folded, isLoose });
}
