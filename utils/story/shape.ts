/** A headline as Latin bytes, for comparing letter by letter across alphabets by 3-grams. */
import { toLatin } from '../text/transliterate.ts';

const LONGEST = 90;

/** Latin letters, digits and single spaces of a headline, one byte each, at most 90. */
export function shapeOf(title: string, language: string): Uint8Array {
  const latin = toLatin(title.toLowerCase(), language)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  const bytes = new Uint8Array(latin.length);
  for (let i = 0; i < latin.length; i += 1) bytes[i] = latin.charCodeAt(i);
  return bytes;
}

const SPACE = 32;

/** Values of the distinct 3-grams of a shape, ascending; a word's begin and end count as a space. */
export function trigramsOf(shape: Uint8Array): Uint32Array {
  const grams = new Uint32Array(shape.length);
  let before = SPACE;
  for (let i = 0; i < shape.length; i += 1) {
    const here = shape[i] ?? SPACE;
    const next = shape[i + 1] ?? SPACE;
    grams[i] = (before << 16) | (here << 8) | next;
    before = here;
  }
  return distinct(grams.sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let length = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[length] = sorted[i] ?? 0;
    length += 1;
  }
  return sorted.subarray(0, length);
}

/** Dice's coefficient of two ascending lists without doubles: 0 to 1. */
export function dice(one: Uint32Array, two: Uint32Array): number {
  if (one.length === 0 || two.length === 0) return 0;
  return (2 * shared(one, two)) / (one.length + two.length);
}

/** How many values two ascending lists share. */
export function shared(one: Uint32Array, two: Uint32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
    const a = one[i] ?? 0;
    const b = two[j] ?? 0;
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return both;
}
