/**
 * The bench: figures of the built product, each beside what it is compared with in the same run. A figure's file
 * measures; this one says what a figure is, and judges it.
 */

/** Runs of one thing, in order. */
export interface Samples {
  readonly values: readonly number[];
}

export interface Figure {
  readonly key: string;
  /** What was measured, in a few words for the table. */
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'B' | '×';
  readonly samples: Samples;
  /** What the same run measured beside it; judged as a ratio where given. */
  readonly baseline: { readonly what: string; readonly samples: Samples } | null;
  /** The most that is allowed: of the ratio where there is a baseline, else of the value; null: not judged. */
  readonly budget: number | null;
}

/** A line of bench.json. */
export interface Line {
  readonly value: number;
  readonly unit: string;
  readonly runs: number;
  readonly p90: number;
  readonly budget: number | null;
  readonly baseline?: number;
  readonly ratio?: number;
}

/** The value in the middle; of an even number the mean of both. */
export function median(values: readonly number[]): number {
  return (quantile(values, 0.5, Math.floor) + quantile(values, 0.5, Math.ceil)) / 2;
}

/** The value that 90 % of all do not exceed. */
export function p90(values: readonly number[]): number {
  return quantile(values, 0.9, Math.ceil);
}

function quantile(values: readonly number[], share: number, round: (rank: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[round(share * (sorted.length - 1))] ?? Number.NaN;
}

/**
 * What bench.json says of a figure. Throws where the two sides were not measured equally often: a ratio of unequal
 * work is no ratio.
 */
export function toLine({ key, samples, unit, budget, baseline }: Figure): Line {
  const line = {
    value: rounded(median(samples.values)),
    unit,
    runs: samples.values.length,
    p90: rounded(p90(samples.values)),
    budget,
  };
  if (!baseline) return line;
  if (baseline.samples.values.length !== samples.values.length) {
    throw new Error(`${key}: ${samples.values.length} runs beside ${baseline.samples.values.length}`);
  }
  const beside = rounded(median(baseline.samples.values));
  return { ...line, baseline: beside, ratio: rounded(line.value / beside) };
}

/** Whether a line keeps its budget. */
export function holds(line: Line): boolean {
  return line.budget === null || (line.ratio ?? line.value) <= line.budget;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
