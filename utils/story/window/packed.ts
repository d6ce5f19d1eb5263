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

/** About how many terms, and how many letters of headlines, rows of so many bytes hold together; rather too many. */
export function partsOf(articles: number, bytes: number): [terms: number, letters: number] {
  const letters = Math.min(bytes, articles * LONGEST_SHAPE);
  return [Math.max(0, Math.ceil((bytes - articles * HEAD) / TERM_BYTES)), letters];
}

/** Reads the row that begins at an offset; null where the bytes hold none (cut or damaged). */
export function unpack(bytes: Uint8Array, offset = 0): { row: Row; next: number } | null {
  if (bytes.length - offset < HEAD) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset);
  const length = view.getUint16(0, true);
  const shapeLength = view.getUint8(13);
  const count = view.getUint16(14, true);
  if (length !== HEAD + shapeLength + count * TERM_BYTES || length > view.byteLength) return null;
  const terms = new Uint32Array(count);
  const weights = new Uint16Array(count);
  for (let i = 0, at = HEAD + shapeLength; i < count; i += 1, at += TERM_BYTES) {
    terms[i] = view.getUint32(at, true);
    weights[i] = view.getUint16(at + 4, true);
  }
  const row = {
    language: view.getUint8(2) & 3,
    cues: view.getUint8(3),
    minutes: view.getUint32(4, true),
    owner: view.getUint32(8, true),
    day: view.getUint8(12),
    shape: bytes.slice(offset + HEAD, offset + HEAD + shapeLength),
    terms,
    weights,
  };
  return { row, next: offset + length };
}
