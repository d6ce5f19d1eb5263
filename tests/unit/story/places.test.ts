import { describe, expect, it } from 'vitest';
import { inMoreThan, RUSSIAN, readTable, twiceIn, UKRAINIAN } from './table.ts';

const FILES = [
  ['places.tsv', 330, /^[a-z]+(-[a-z]+)*$/],
  ['countries.tsv', 195, /^[A-Z]{2}$/],
] as const;

describe.each(FILES)('%s', (file, least, key) => {
  const lines = readTable(file);
  const column = (at: number): string[][] => lines.map((line) => (line[at] ?? '').split(','));

  it(`holds at least ${least} places, each under a key of its own`, () => {
    const keys = column(0).flat();
    expect(keys.length).toBeGreaterThanOrEqual(least);
    expect(keys.filter((one) => !key.test(one))).toEqual([]);
    expect(twiceIn(keys)).toEqual([]);
  });

  it('names every place in three languages', () => {
    expect(lines.filter((line) => line.length !== 4 || line.includes(''))).toEqual([]);
  });

  it('writes each language in its own alphabet, without stray spaces', () => {
    const wrong = (at: number, alphabet: RegExp): string[] =>
      column(at)
        .flat()
        .filter((name) => !name.split(' ').every((word) => alphabet.test(word)));
    expect(wrong(1, /^[A-Za-z'-]+$/)).toEqual([]);
    expect(wrong(2, UKRAINIAN)).toEqual([]);
    expect(wrong(3, RUSSIAN)).toEqual([]);
  });

  it('has no form twice in a place, nor in two places', () => {
    for (const at of [1, 2, 3]) {
      expect(column(at).flatMap(twiceIn)).toEqual([]);
      expect(inMoreThan(1, column(at))).toEqual([]);
    }
  });
});

describe('the places of Ukraine', () => {
  const forms = new Map(readTable('places.tsv').map((line) => [line[0], line]));

  it.each([
    ['kyiv', 'Києва', 'Києві', 'київський', 'Киева', 'Киеве', 'киевский'],
    ['odesa', 'Одеси', 'Одесі', 'одеський', 'Одессы', 'Одессе', 'одесский'],
    ['ternopil', 'Тернополя', 'Тернополі', 'тернопільський', 'Тернополя', 'Тернополе', 'тернопольский'],
    ['rivne', 'Рівного', 'Рівному', 'рівненський', 'Ровно', 'Ровно', 'ровенский'],
    ['sumy', 'Сум', 'Сумах', 'сумський', 'Сум', 'Сумах', 'сумской'],
  ])('are known in their cases: %s', (key, ...expected) => {
    const [, , ukrainian = '', russian = ''] = forms.get(key) ?? [];
    expect(ukrainian.split(',')).toEqual(expect.arrayContaining(expected.slice(0, 3)));
    expect(russian.split(',')).toEqual(expect.arrayContaining(expected.slice(3)));
  });
});
