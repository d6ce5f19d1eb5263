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

/** Letters a to z, digits, and the space that stands before and behind each word as well. */
const LETTERS = 37;
const SPACE = 0;

/** The number of each byte of a shape among the letters. */
const NUMBER_OF = new Uint8Array(128);
for (let i = 0; i < 26; i += 1) NUMBER_OF[97 + i] = i + 1;
for (let i = 0; i < 10; i += 1) NUMBER_OF[48 + i] = i + 27;

/** Which comparison met a 3-gram last, by its number; one for the query's own, one for the others'. */
const own = new Uint32Array(LETTERS ** 3);
const met = new Uint32Array(LETTERS ** 3);
let turn = 0;

/** The distinct 3-grams of a shape, for comparing many others with it. */
export class Trigrams {
  readonly #shape: Uint8Array;

  constructor(shape: Uint8Array) {
    this.#shape = shape;
  }

  /** Dice's coefficient of the distinct 3-grams of two shapes: 0 to 1. */
  dice(other: Uint8Array): number {
    turn += 1;
    const size = mark(own, this.#shape);
    let [theirs, both] = [0, 0];
    eachTrigram(other, (gram) => {
      if (met[gram] === turn) return;
      met[gram] = turn;
      theirs += 1;
      if (own[gram] === turn) both += 1;
    });
    return size === 0 || theirs === 0 ? 0 : (2 * both) / (size + theirs);
  }
}

/** Marks the 3-grams of a shape as met in this turn, and gives how many distinct ones there are. */
function mark(marks: Uint32Array, shape: Uint8Array): number {
  let distinct = 0;
  eachTrigram(shape, (gram) => {
    if (marks[gram] === turn) return;
    marks[gram] = turn;
    distinct += 1;
  });
  return distinct;
}

function eachTrigram(shape: Uint8Array, take: (gram: number) => void): void {
  let before = SPACE;
  let here = NUMBER_OF[shape[0] ?? 0] ?? SPACE;
  for (let i = 0; i < shape.length; i += 1) {
    const next = NUMBER_OF[shape[i + 1] ?? 0] ?? SPACE;
    take((before * LETTERS + here) * LETTERS + next);
    before = here;
    here = next;
  }
}
