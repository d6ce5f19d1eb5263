/** The words of a text with the places where they stand in it, so that they can be marked there. */
import { tokensOf } from './tokens.ts';

export interface PlacedWord {
  /** In lower case, without apostrophes, as `tokensOf` gives it. */
  readonly lower: string;
  readonly from: number;
  /** Behind its last character. */
  readonly to: number;
}

const RUN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’ʼ‘`´][\p{L}\p{M}]+)*/gu;

/** The words and numbers of a text, which must be in NFC for the places to be right. */
export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => placed(run, index));
}

/** A run of letters is one word, but in scripts that put no spaces between words. */
function placed(run: string, start: number): PlacedWord[] {
  const tokens = tokensOf(run);
  const [only] = tokens;
  if (tokens.length === 1 && only) return [{ lower: only.lower, from: start, to: start + run.length }];
  let at = 0;
  return tokens.map(({ text, lower }) => {
    const from = Math.max(at, run.indexOf(text, at));
    at = from + text.length;
    return { lower, from: start + from, to: start + at };
  });
}
