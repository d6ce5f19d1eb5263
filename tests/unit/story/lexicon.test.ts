import { describe, expect, it } from 'vitest';
import { ENGLISH, inMoreThan, RUSSIAN, readTable, twiceIn, UKRAINIAN } from './table.ts';

const lines = readTable('lexicon.tsv');
const column = (at: number): string[][] => lines.map((line) => (line[at] ?? '').split(' '));
const LANGUAGES = [
  ['English', 0, ENGLISH],
  ['Ukrainian', 1, UKRAINIAN],
  ['Russian', 2, RUSSIAN],
] as const;

describe('the news lexicon', () => {
  it('holds some two thousand concepts', () => {
    expect(lines.length).toBeGreaterThanOrEqual(1_900);
  });

  it('gives every concept in three languages', () => {
    expect(lines.filter((line) => line.length !== 3 || line.includes(''))).toEqual([]);
  });

  it.each(LANGUAGES)('writes %s in its own alphabet, in small letters', (_, at, alphabet) => {
    const wrong = column(at)
      .flat()
      .filter((word) => !alphabet.test(word) || word !== word.toLowerCase());
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('has no word of %s in more than two concepts, nor twice in one', (_, at) => {
    expect(inMoreThan(2, column(at))).toEqual([]);
    expect(column(at).flatMap(twiceIn)).toEqual([]);
  });

  it('names every concept once, in the order of the alphabet', () => {
    expect(twiceIn(lines.map((line) => (line[0] ?? '').split(' ')[0] ?? ''))).toEqual([]);
    const joined = lines.map((line) => line.join('|'));
    expect(joined).toEqual([...joined].sort());
  });
});
