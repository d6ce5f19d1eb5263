/** JSON as it arrives: whole, cut off, or with junk around it. */
import { MAX_DEPTH } from './limits.ts';

export interface ReadJson {
  readonly value: unknown;
  /** False where the document broke off and was closed here. */
  readonly complete: boolean;
}

/**
 * Parses the JSON object in a text. Of a document that breaks off, everything up to the last value that was closed
 * is kept. Null where there is no object at all.
 */
export function readJson(text: string): ReadJson | null {
  const start = text.indexOf('{');
  if (start < 0) return null;
  // Where it ends is looked for first: JSON.parse would spend seconds on a million brackets that are never closed.
  const { end, closers, complete } = lastGoodPlace(text, start);
  const json = text.slice(start, end) + closers;
  const value = tryParse(json) ?? tryParse(withoutBareControls(json));
  return value === undefined ? null : { value, complete };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Place {
  /** Index behind the last value that was closed. */
  readonly end: number;
  /** What closes everything that is open there. */
  readonly closers: string;
  readonly complete: boolean;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Goes over the text once. What is good ends between members of the object or of a list in it, never in an item. */
function lastGoodPlace(text: string, start: number): Place {
  const open: number[] = [];
  let place: Place = { end: start + 1, closers: '}', complete: false };
  for (let i = start; i < text.length && open.length <= MAX_DEPTH; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) i = endOfString(text, i);
    else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) open.push(unit);
    else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) open.pop();
    else if (unit !== COMMA) continue;
    if (open.length === 0) return { end: i + 1, closers: '', complete: true };
    if (unit === COMMA && open.length === 1) place = { end: i, closers: '}', complete: false };
    const inList = open.length === 2 && open[1] === OPEN_ARRAY;
    if (inList && (unit === OPEN_ARRAY || unit === CLOSE_OBJECT))
      place = { end: i + 1, closers: ']}', complete: false };
  }
  return place;
}

/** Index of the quote that ends a string, or the text's length. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) i += 1;
    else if (unit === QUOTE) return i;
  }
  return text.length;
}

/** Line breaks and tabs written bare into strings, which JSON forbids; between values they are white space anyway. */
function withoutBareControls(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
