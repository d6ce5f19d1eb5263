/**
 * An article in the window as bytes: what is stored beside its story, so that the window is loaded and not computed
 * again. Weights are those at its arrival and stay as they are.
 *
 * Layout, little-endian: u16 length of all, u8 language, u8 cues, u32 minutes since 1970, u32 hash of the owner,
 * u8 day named, u8 length of the shape, u16 number of terms; the shape; then six bytes a term: u32 term, u16 weight
 * (lower 9 bits) and flags.
 */
import type { TextLanguage } from '../../text/language-guess.ts';

export const WEIGHT_MASK = 0x1ff;
export const HEADLINE = 0x200;
export const NAMED = 0x400;

const HEAD = 16;
const TERM_BYTES = 6;
/** See `shapeOf`. */
const LONGEST_SHAPE = 90;

export const LANGUAGE_CODES: readonly TextLanguage[] = ['en', 'uk', 'ru', 'other'];

export interface Row {
  readonly language: number;
  readonly cues: number;
  /** Minutes since 1970 of the article's clock. */
  readonly minutes: number;
  readonly owner: number;
  readonly day: number;
  readonly shape: Uint8Array;
  readonly terms: Uint32Array;
  /** Weight and flags of each term. */
  readonly weights: Uint16Array;
}

/** The bytes of a row: about 30 and the headline's length, and six a term. */
export function pack(row: Row): Uint8Array {
  const count = row.terms.length;
  const bytes = new Uint8Array(HEAD + row.shape.length + count * TERM_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, bytes.length, true);
  view.setUint8(2, row.language);
  view.setUint8(3, row.cues);
  view.setUint32(4, row.minutes, true);
  view.setUint32(8, row.owner, true);
  view.setUint8(12, row.day);
  view.setUint8(13, row.shape.length);
  view.setUint16(14, count, true);
  bytes.set(row.shape, HEAD);
  let at = HEAD + row.shape.length;
  for (let i = 0; i < count; i += 1, at += TERM_BYTES) {
    view.setUint32(at, row.terms[i] ?? 0, true);
    view.setUint16(at + 4, row.weights[i] ?? 0, true);
  }
  return bytes;
}

/** Where the row that begins at an offset ends; null where the bytes hold none. */
export function rowEnd(bytes: Uint8Array, offset: number): number | null {
  const length = (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
  return length < HEAD || offset + length > bytes.length ? null : offset + length;
}

/** About how many terms, and how many letters of headlines, rows of so many bytes hold together; rather too many. */
export function partsOf(articles: number, bytes: number): [terms: number, letters: number] {
  const letters = Math.min(bytes, articles * LONGEST_SHAPE);
  return [Math.max(0, Math.ceil((bytes - articles * HEAD) / TERM_BYTES)), letters];
}

/**
 * Reads rows that lie one behind the other. What a read gives is good until the next one: thousands of rows are read at
 * once, and each would leave three arrays to be collected.
 */
export class RowReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Whether rows are read from these bytes. */
  isOf(bytes: Uint8Array): boolean {
    return this.#bytes === bytes;
  }

  /** The row that begins at an offset; null where the bytes hold none (cut or damaged). */
  read(offset: number): { row: Row; next: number } | null {
    const view = this.#view;
    const left = view.byteLength - offset;
    if (left < HEAD) return null;
    const length = view.getUint16(offset, true);
    const shapeLength = view.getUint8(offset + 13);
    const count = view.getUint16(offset + 14, true);
    if (length !== HEAD + shapeLength + count * TERM_BYTES || length > left) return null;
    const shapeAt = offset + HEAD;
    for (let i = 0, at = shapeAt + shapeLength; i < count; i += 1, at += TERM_BYTES) {
      TERMS[i] = view.getUint32(at, true);
      WEIGHTS[i] = view.getUint16(at + 4, true);
    }
    const row = {
      language: view.getUint8(offset + 2) & 3,
      cues: view.getUint8(offset + 3),
      minutes: view.getUint32(offset + 4, true),
      owner: view.getUint32(offset + 8, true),
      day: view.getUint8(offset + 12),
      shape: this.#bytes.subarray(shapeAt, shapeAt + shapeLength),
      terms: TERMS.subarray(0, count),
      weights: WEIGHTS.subarray(0, count),
    };
    return { row, next: offset + length };
  }
}

/** Scratch of all readers: a row has 65,535 terms at most. */
const TERMS = new Uint32Array(1 << 16);
const WEIGHTS = new Uint16Array(1 << 16);
