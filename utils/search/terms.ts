/** A word or phrase that is searched for: found in packed texts, and in texts as they are shown. */
import type { SearchHighlight } from '../model/search.ts';
import { packLetters, packWord, unpackWord, wordEnd } from './codes.ts';
import { STRENGTH, type Strength, WordMatcher } from './match.ts';
import { type PackedTexts, startOf } from './pack.ts';
import type { Term } from './query.ts';
import type { Word } from './words.ts';

/** What finding a word so surely is worth. */
const POINTS = [0, 4, 5, 9, 10] as const;

const SHORT = 2;

/** One term made ready for many texts; it remembers how well words that it met match. */
export class TermMatcher {
  /** The same for two that find the same. */
  readonly name: string;
  readonly #words: readonly WordMatcher[];
  readonly #anchors: readonly string[];
  readonly #isOpen: boolean;
  readonly #isLoose: boolean;
  /** A letter or two that are still being typed: so many words begin with them that none is looked at. */
  readonly #isShort: boolean;
  readonly #known = new Map<string, Strength>();

  constructor({ words, isOpen, isExact }: Term) {
    this.name = JSON.stringify([words.map(({ folded }) => folded), isOpen, isExact]);
    const last = words.length - 1;
    this.#words = words.map((word, at) => new WordMatcher(word, { isOpen: isOpen && at === last, isExact }));
    this.#isOpen = isOpen;
    this.#isLoose = words.some(({ isLoose }) => isLoose);
    this.#isShort = isOpen && !isExact && !this.#isLoose && (words[0]?.folded.length ?? 0) <= SHORT;
    this.#anchors = this.#findAnchors();
  }

  #findAnchors(): string[] {
    const [only] = this.#words;
    // A phrase is looked for as a whole.
    if (this.#words.length > 1 || !only) {
      const [first, ...others] = this.#words;
      const begun = first ? (first.isLoose ? packLetters : packWord)(first.folded) : '';
      return [begun + others.map(({ folded }) => packWord(folded)).join('')];
    }
    if (this.#isShort) return [packWord(only.folded)];
    return only.isLoose ? [packLetters(only.folded)] : [...new Set(only.anchors().map(packWord))];
  }

  /**
   * Raises `best` to what each text is worth for this term: up to 10 times `weight`.
   *
   * @param only the places of the texts to look at; null: all of them
   */
  lookThrough(texts: PackedTexts, weight: number, best: Uint8Array, only: readonly number[] | null): void {
    if (only === null) this.#lookThroughAll(texts, weight, best);
    else for (const at of only) this.#lookAt(texts, at, weight, best);
  }

  #lookThroughAll({ text, ends }: PackedTexts, weight: number, best: Uint8Array): void {
    for (const anchor of this.#anchors) {
      let at = 0;
      for (let from = text.indexOf(anchor); from >= 0; ) {
        while ((ends[at] ?? 0) <= from) at += 1;
        const end = ends[at] ?? text.length;
        const strength = this.#strengthAt(text, from, end, anchor.length);
        const worth = POINTS[strength] * weight;
        if (worth > (best[at] ?? 0)) best[at] = worth;
        const isSettled = strength === STRENGTH.same || this.#isShort;
        from = text.indexOf(anchor, isSettled ? end : from + anchor.length);
      }
    }
  }

  #lookAt(texts: PackedTexts, at: number, weight: number, best: Uint8Array): void {
    const text = texts.text.slice(startOf(texts, at), texts.ends[at]);
    for (const anchor of this.#anchors) {
      for (let from = text.indexOf(anchor); from >= 0; from = text.indexOf(anchor, from + anchor.length)) {
        const worth = POINTS[this.#strengthAt(text, from, text.length, anchor.length)] * weight;
        if (worth > (best[at] ?? 0)) best[at] = worth;
      }
    }
  }

  #strengthAt(text: string, from: number, end: number, length: number): Strength {
    if (this.#words.length > 1 || this.#isLoose) return this.#phraseAt(text, from + length, end);
    if (this.#isShort) return STRENGTH.begins;
    const word = text.slice(from, wordEnd(text, from, end));
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const strength = this.#words[0]?.strength(unpackWord(word)) ?? STRENGTH.none;
    this.#known.set(word, strength);
    return strength;
  }

  #phraseAt(text: string, last: number, end: number): Strength {
    if (last > end) return STRENGTH.none;
    const isWhole = this.#isLoose || wordEnd(text, last - 1, end) === last;
    if (isWhole) return STRENGTH.same;
    return this.#isOpen ? STRENGTH.begins : STRENGTH.none;
  }

  /** Where a text has it, and what that is worth at best: 0 to 10. */
  find(words: readonly Word[]): { readonly worth: number; readonly found: SearchHighlight[] } {
    let worth = 0;
    const found: SearchHighlight[] = [];
    for (let at = 0; at + this.#words.length <= words.length; at += 1) {
      const strength = this.#wordsAt(words, at);
      if (strength === STRENGTH.none) continue;
      worth = Math.max(worth, POINTS[strength]);
      const [first, last] = [words[at], words[at + this.#words.length - 1]];
      if (first && last) found.push(...this.#spans(first, last));
    }
    return { worth, found };
  }

  #wordsAt(words: readonly Word[], at: number): Strength {
    let weakest: Strength = STRENGTH.same;
    for (const [offset, matcher] of this.#words.entries()) {
      const strength = matcher.strength(words[at + offset]?.folded ?? '');
      if (strength < weakest) weakest = strength;
    }
    return weakest;
  }

  /** What is highlighted of words that hold it: in a script without spaces only what was searched for. */
  #spans(first: Word, last: Word): SearchHighlight[] {
    const folded = this.#words[0]?.folded ?? '';
    const isPlain = first.folded.length === first.end - first.start;
    if (first !== last || !this.#isLoose || !isPlain) return [{ start: first.start, end: last.end }];
    const spans: SearchHighlight[] = [];
    for (let at = first.folded.indexOf(folded); at >= 0; ) {
      spans.push({ start: first.start + at, end: first.start + at + folded.length });
      at = first.folded.indexOf(folded, at + folded.length);
    }
    return spans;
  }
}

/** Parts that overlap become one; in order. */
export function inOrder(found: readonly SearchHighlight[]): SearchHighlight[] {
  const ordered: { start: number; end: number }[] = [];
  for (const { start, end } of [...found].sort((one, other) => one.start - other.start)) {
    const last = ordered.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else ordered.push({ start, end });
  }
  return ordered;
}
