/**
 * Words as they are packed: a text is its words without anything between them, each begun by a letter that stands only at
 * the beginning of words ("GrainDealIsOff"). Looking for a word's beginning is then one `indexOf` whose first letter is
 * rare. The letters of folded Latin, Cyrillic and Greek words all lie below 256, where browsers keep a letter in one byte;
 * those of other scripts stand for themselves behind a mark.
 */

/** Between the fields of an article. */
export const FIELD = ' ';
/** Before a word whose first letter has no form for beginnings. */
const MARK = '+';

/** The first of a row of letters, how many they are, and where they and their forms for beginnings are packed. */
const ROWS: readonly (readonly [first: number, count: number, packed: number, begins: number])[] = [
  [0x61, 26, 0x61, 0x41], // a-z
  [0x30, 10, 0x30, 0x21], // 0-9
  [0x430, 32, 0xe0, 0xc0], // а-я
  [0x3b1, 25, 0xa0, 0x80], // α-ω
];
/** Letters that would be taken for packed ones go to an area that no text uses. */
const ASIDE = 0xe000;

const packedLetters = new Map<number, string>();
const beginnings = new Map<number, string>();
const unpacked = new Map<number, string>();
const isBeginning = new Uint8Array(256);

for (const [first, count, packed, begins] of ROWS) {
  for (let offset = 0; offset < count; offset += 1) {
    packedLetters.set(first + offset, String.fromCharCode(packed + offset));
    beginnings.set(first + offset, String.fromCharCode(begins + offset));
    unpacked.set(packed + offset, String.fromCharCode(first + offset));
    unpacked.set(begins + offset, String.fromCharCode(first + offset));
    isBeginning[begins + offset] = 1;
  }
}
for (const mark of [FIELD, MARK]) isBeginning[mark.charCodeAt(0)] = 1;

/** A folded word as it is packed; also the beginning of one. */
export function packWord(folded: string): string {
  let packed = beginnings.get(folded.charCodeAt(0)) ?? MARK + packLetter(folded.charCodeAt(0));
  for (let at = 1; at < folded.length; at += 1) packed += packLetter(folded.charCodeAt(at));
  return packed;
}

/** Letters as they stand inside of packed words. */
export function packLetters(folded: string): string {
  let packed = '';
  for (let at = 0; at < folded.length; at += 1) packed += packLetter(folded.charCodeAt(at));
  return packed;
}

function packLetter(code: number): string {
  return packedLetters.get(code) ?? String.fromCharCode(code < 256 ? code + ASIDE : code);
}

/** The folded word that was packed so. */
export function unpackWord(packed: string): string {
  let folded = '';
  for (let at = packed.startsWith(MARK) ? 1 : 0; at < packed.length; at += 1) {
    const code = packed.charCodeAt(at);
    folded +=
      unpacked.get(code) ?? String.fromCharCode(code >= ASIDE && code < ASIDE + 256 ? code - ASIDE : code);
  }
  return folded;
}

/** Where the packed word ends that has a letter at `at`; `end` at the latest. */
export function wordEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end) {
    const code = text.charCodeAt(next);
    if (code < 256 && isBeginning[code] === 1) break;
    next += 1;
  }
  return next;
}

/** Where the packed word begins that has a letter at `at`; `start` at the earliest. */
export function wordStart(text: string, at: number, start: number): number {
  let first = at;
  while (first > start) {
    const code = text.charCodeAt(first);
    if (code < 256 && isBeginning[code] === 1) break;
    first -= 1;
  }
  return first;
}
