/** How common terms are in news in general, so that the first articles of a new reader are weighed well too. */
import { CONCEPT, KEY, NUMBER, PLACE, STEM, termOf } from './term.ts';
import type { CommonFile } from './vocabulary.ts';

/** Shares of articles that hold a term, by term; a term that is not listed is rare. */
export type Common = ReadonlyMap<number, number>;

const KINDS = { stem: STEM, number: NUMBER, place: PLACE, concept: CONCEPT, key: KEY } as const;

/** Reads the built file: `common[kind][n]` lists the terms that 2^(-n/2) of the articles hold. */
export function readCommon({ common }: CommonFile): Common {
  const shares = new Map<number, number>();
  for (const [name, kind] of Object.entries(KINDS)) {
    for (const [step, texts] of (common[name] ?? []).entries())
      for (const text of texts.split(' ').filter(Boolean)) shares.set(termOf(kind, text), 2 ** (-step / 2));
  }
  return shares;
}
