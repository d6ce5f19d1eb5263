import { describe, expect, it } from 'vitest';
import { type Figure, holds, median, p90, toLine } from '../../bench/figure.ts';

const figure = (values: number[], baseline: number[] | null): Figure => ({
  key: 'popup-2k',
  what: 'popup',
  unit: 'ms',
  samples: { values },
  baseline: baseline && { what: 'empty page', samples: { values: baseline } },
  budget: 1.8,
});

describe('a figure', () => {
  it('gives the median and what 90 % of its runs keep', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(p90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBe(10);
    expect(p90([5])).toBe(5);
  });

  it('is judged by its ratio where something stands beside it, else by its value', () => {
    const line = toLine(figure([90, 80, 70], [50, 50, 50]));
    expect(line).toMatchObject({ value: 80, baseline: 50, ratio: 1.6, runs: 3 });
    expect(holds(line)).toBe(true);
    expect(holds(toLine(figure([100], [50])))).toBe(false);
    expect(holds(toLine(figure([2], null)))).toBe(false);
  });

  it('refuses a ratio whose sides were not measured equally often', () => {
    expect(() => toLine(figure([1, 2], [1]))).toThrow('2 runs beside 1');
  });
});
