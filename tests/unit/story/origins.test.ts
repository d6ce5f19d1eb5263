import { describe, expect, it } from 'vitest';
import { inMoreThan, readTable, twiceIn } from './table.ts';

const lines = readTable('origins.tsv');
const column = (at: number): string[][] => lines.map((line) => (line[at] ?? '').split(','));

describe('the origins that news cite', () => {
  it('are at least 250, each under a key of its own', () => {
    const keys = column(0).flat();
    expect(keys.length).toBeGreaterThanOrEqual(250);
    expect(keys.filter((key) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
    expect(twiceIn(keys)).toEqual([]);
  });

  it('have a name in every language, and are a medium or a body', () => {
    expect(lines.filter((line) => line.length !== 5 || line.includes(''))).toEqual([]);
    expect(new Set(column(4).flat())).toEqual(new Set(['media', 'body']));
  });

  it('have no letters of one Cyrillic language in the column of the other, nor stray spaces', () => {
    const spaced = lines.flat().filter((cell) => cell.split(',').some((name) => name !== name.trim()));
    expect(spaced).toEqual([]);
    expect(
      column(2)
        .flat()
        .filter((name) => /[ыэёъ]/i.test(name)),
    ).toEqual([]);
    expect(
      column(3)
        .flat()
        .filter((name) => /[іїєґ]/i.test(name)),
    ).toEqual([]);
  });

  it('share no name with another origin', () => {
    for (const at of [1, 2, 3]) {
      expect(column(at).flatMap(twiceIn)).toEqual([]);
      expect(inMoreThan(1, column(at))).toEqual([]);
    }
  });
});
