/**
 * Terms: what articles are compared by, as 32-bit numbers. The lower three bits hold the kind, the others a hash of
 * the text, so that no dictionary is needed: a term is the same number in every run and on every machine.
 */

export const STEM = 0;
export const NUMBER = 1;
export const PLACE = 2;
/** A concept of the lexicon: the same for all three languages. */
export const CONCEPT = 3;
/** The key of a name (`utils/text/name-key`): compared between languages only. */
export const KEY = 4;

export type Kind = typeof STEM | typeof NUMBER | typeof PLACE | typeof CONCEPT | typeof KEY;

const KIND_BITS = 3;
const KIND_OF: readonly Kind[] = [STEM, NUMBER, PLACE, CONCEPT, KEY];

/** The term for a text of a kind. */
export function termOf(kind: Kind, text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (((state ^ (state >>> 16)) << KIND_BITS) | kind) >>> 0;
}

/** The kind of a term, from its lower bits. */
export function kindOf(term: number): Kind {
  return KIND_OF[term & ((1 << KIND_BITS) - 1)] ?? STEM;
}
