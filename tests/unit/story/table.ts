import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'utils', 'story', 'data');

/** The alphabets that a column of language data may be written in; apostrophe and hyphen belong to words. */
export const UKRAINIAN = /^[а-щьюяєіїґ'-]+$/i;
export const RUSSIAN = /^[а-я'-]+$/i;
export const ENGLISH = /^[a-z0-9'-]+$/;

/** The lines of a data file, each as its columns. */
export function readTable(file: string): string[][] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'));
}

/** Every value that stands in more lists than `limit`. */
export function inMoreThan(limit: number, lists: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>();
  for (const list of lists) for (const one of new Set(list)) seen.set(one, (seen.get(one) ?? 0) + 1);
  return [...seen].filter(([, count]) => count > limit).map(([one]) => one);
}

/** The values that a list holds more than once. */
export function twiceIn(list: readonly string[]): string[] {
  return list.filter((one, at) => list.indexOf(one) !== at);
}
