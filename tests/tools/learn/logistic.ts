/** Fits a logistic regression by Newton's method with an L2 penalty on standardised measures. */
import type { Logistic } from '../../../utils/story/match/judge.ts';

export interface Example {
  readonly values: readonly number[];
  readonly yes: boolean;
  readonly weight: number;
}

/**
 * The regression in units of the measures themselves; penalty in units of examples. `signs` says of each measure whether
 * it may speak for (+1), against (-1), either (2), or is left out (0): one that speaks the other way only fits the
 * accidents of a set, and is left out too.
 */
export function regress(examples: readonly Example[], penalty: number, signs: readonly number[]): Logistic {
  const allowed = [...signs];
  for (;;) {
    const kept = examples.map((one) => ({
      ...one,
      values: one.values.map((v, i) => (allowed[i] === 0 ? 0 : v)),
    }));
    const result = fitAll(kept, penalty, 12);
    const worst = result.weights
      .map((weight, at) => ({ at, wrong: (allowed[at] ?? 0) % 2 === 0 ? 0 : -weight * (allowed[at] ?? 0) }))
      .reduce((one, two) => (two.wrong > one.wrong ? two : one), { at: -1, wrong: 0 });
    if (worst.at < 0)
      return { bias: result.bias, weights: result.weights.map((w, i) => (allowed[i] === 0 ? 0 : w)) };
    allowed[worst.at] = 0;
  }
}

function fitAll(examples: readonly Example[], penalty: number, rounds: number): Logistic {
  const width = examples[0]?.values.length ?? 0;
  const { means, spreads } = moments(examples, width);
  const rows = examples.map(({ values }) => [
    1,
    ...values.map((v, i) => (v - (means[i] ?? 0)) / (spreads[i] ?? 1)),
  ]);
  let weights: number[] = new Array(width + 1).fill(0);
  for (let round = 0; round < rounds; round += 1) weights = step(rows, examples, weights, penalty);
  const scaled = weights.slice(1).map((weight, i) => weight / (spreads[i] ?? 1));
  const bias = (weights[0] ?? 0) - scaled.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0);
  return { bias: round4(bias), weights: scaled.map(round4) };
}

const round4 = (value: number): number => Number(value.toFixed(4));

function moments(examples: readonly Example[], width: number) {
  const n = examples.length || 1;
  const means = Array.from(
    { length: width },
    (_, i) => examples.reduce((s, e) => s + (e.values[i] ?? 0), 0) / n,
  );
  const spreads = means.map(
    (mean, i) => Math.sqrt(examples.reduce((s, e) => s + ((e.values[i] ?? 0) - mean) ** 2, 0) / n) || 1,
  );
  return { means, spreads };
}

function step(
  rows: readonly number[][],
  examples: readonly Example[],
  weights: number[],
  penalty: number,
): number[] {
  const width = weights.length;
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : -penalty * weight));
  const hessian = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (_, j) => (i === j ? (i === 0 ? 1e-6 : penalty) : 0)),
  );
  for (const [at, row] of rows.entries()) {
    const example = examples[at];
    if (!example) continue;
    const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
    const error = ((example.yes ? 1 : 0) - p) * example.weight;
    const curve = Math.max(1e-6, p * (1 - p)) * example.weight;
    for (let i = 0; i < width; i += 1) {
      const value = row[i] ?? 0;
      gradient[i] = (gradient[i] ?? 0) + error * value;
      const line = hessian[i] ?? [];
      for (let j = 0; j <= i; j += 1) line[j] = (line[j] ?? 0) + curve * value * (row[j] ?? 0);
    }
  }
  for (let i = 0; i < width; i += 1)
    for (let j = i + 1; j < width; j += 1) (hessian[i] ?? [])[j] = hessian[j]?.[i] ?? 0;
  const change = solve(hessian, gradient);
  return weights.map((weight, i) => weight + Math.max(-4, Math.min(4, change[i] ?? 0)));
}

/** Gauss-Jordan elimination with pivoting. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  for (let i = 0; i < n; i += 1) {
    const pivot = rows
      .slice(i)
      .reduce((best, line, k) => (Math.abs(line[i] ?? 0) > Math.abs(rows[best]?.[i] ?? 0) ? i + k : best), i);
    const [high, low] = [rows[pivot] ?? [], rows[i] ?? []];
    rows[i] = high;
    if (pivot !== i) rows[pivot] = low;
    const line = rows[i] ?? [];
    const scale = line[i] || 1e-12;
    for (let k = i; k <= n; k += 1) line[k] = (line[k] ?? 0) / scale;
    for (let j = 0; j < n; j += 1) {
      const other = rows[j] ?? [];
      const factor = other[i] ?? 0;
      if (j === i || factor === 0) continue;
      for (let k = i; k <= n; k += 1) other[k] = (other[k] ?? 0) - factor * (line[k] ?? 0);
    }
  }
  return rows.map((line) => line[n] ?? 0);
}
