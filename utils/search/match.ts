/** Whether a word of a text is one that is searched for, and how surely. */
import type { SearchHighlight } from '../model/search.ts';
import { nameKey } from '../text/name-key.ts';
import type { Term } from './query.ts';
import { soundOf, soundStem } from './sounds.ts';
import { areForms, foldedStem } from './stems.ts';
import type { Word } from './words.ts';

/** How a word was found; the higher, the surer. 0: not at all. */
export const STRENGTH = { none: 0, sounds: 1, begins: 2, form: 3, same: 4 } as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

type Alphabet = 'latin' | 'cyrillic' | 'other';

/** Shorter sounds are shared by too many words. */
const LEAST_SOUND = 3;
const LEAST_BEGUN = 2;

export function alphabetOf(word: string): Alphabet {
  if (/[a-z]/.test(word)) return 'latin';
  return /[а-я]/u.test(word) ? 'cyrillic' : 'other';
}

/** One word that is searched for. */
export class WordMatcher {
  readonly folded: string;
  readonly isLoose: boolean;
  readonly isOpen: boolean;
  readonly alphabet: Alphabet;
  /** Under which names in either alphabet are found that sound alike; empty where it tells too little. */
  readonly nameKey: string;
  readonly #sound: string;
  readonly #soundStem: string;
  readonly #known = new Map<string, Strength>();

  /** @param isOpen whether it may go on: it is still being typed */
  constructor({ folded, isLoose }: Word, isOpen: boolean) {
    this.folded = folded;
    this.isLoose = isLoose;
    this.isOpen = isOpen;
    this.alphabet = alphabetOf(folded);
    this.nameKey = this.alphabet === 'other' ? '' : keyOfName(folded);
    this.#sound = soundOf(folded);
    this.#soundStem = stemSound(folded, this.alphabet);
  }

  /** How a folded word of a text is this one. */
  strength(word: string): Strength {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const strength = this.#judge(word);
    this.#known.set(word, strength);
    return strength;
  }

  #judge(word: string): Strength {
    if (word === this.folded) return STRENGTH.same;
    if (this.isLoose) return word.includes(this.folded) ? STRENGTH.same : STRENGTH.none;
    if (areForms(word, this.folded)) return STRENGTH.form;
    if (this.isOpen && word.startsWith(this.folded)) return STRENGTH.begins;
    return this.#soundsLike(word) ? STRENGTH.sounds : STRENGTH.none;
  }

  #soundsLike(word: string): boolean {
    const alphabet = alphabetOf(word);
    if (alphabet === this.alphabet || alphabet === 'other' || this.alphabet === 'other') return false;
    const sound = soundOf(word);
    if (sound === this.#sound) return true;
    if (this.isOpen && this.folded.length >= LEAST_BEGUN && sound.startsWith(this.#sound)) return true;
    return this.#soundStem.length >= LEAST_SOUND && stemSound(word, alphabet) === this.#soundStem;
  }
}

function stemSound(word: string, alphabet: Alphabet): string {
  return soundStem(alphabet === 'cyrillic' ? foldedStem(word) : word);
}

/** The key of a folded name, without its ending. */
export function keyOfName(word: string): string {
  return nameKey(alphabetOf(word) === 'cyrillic' ? foldedStem(word) : word, 'uk');
}

/** A word or phrase that is searched for. */
export class TermMatcher {
  readonly words: readonly WordMatcher[];

  constructor({ words, isOpen }: Term) {
    this.words = words.map((word, at) => new WordMatcher(word, isOpen && at === words.length - 1));
  }

  /** Where a text has it, and how surely at best. */
  find(
    text: string,
    words: readonly Word[],
  ): { readonly strength: Strength; readonly found: SearchHighlight[] } {
    let best: Strength = STRENGTH.none;
    const found: SearchHighlight[] = [];
    for (let at = 0; at + this.words.length <= words.length; at += 1) {
      const strength = this.#at(text, words, at);
      if (strength === STRENGTH.none) continue;
      if (strength > best) best = strength;
      const [first, last] = [words[at], words[at + this.words.length - 1]];
      if (first && last) found.push(...this.#spans(first, last));
    }
    return { strength: best, found };
  }

  /** What is highlighted of words that hold it: in a script without spaces only what was searched for. */
  #spans(first: Word, last: Word): SearchHighlight[] {
    const { isLoose, folded } = this.words[0] ?? {};
    const isPlain = first === last && isLoose && first.folded.length === first.end - first.start;
    if (!isPlain || !folded) return [{ start: first.start, end: last.end }];
    const spans: SearchHighlight[] = [];
    for (
      let at = first.folded.indexOf(folded);
      at >= 0;
      at = first.folded.indexOf(folded, at + folded.length)
    ) {
      spans.push({ start: first.start + at, end: first.start + at + folded.length });
    }
    return spans;
  }

  #at(text: string, words: readonly Word[], at: number): Strength {
    const [only] = this.words;
    const isPhrase = this.words.length > 1;
    if (!isPhrase && only) return strengthOf(only, text, words[at]);
    const isThere = this.words.every((word, offset) => isInPhrase(word, words[at + offset]));
    return isThere ? STRENGTH.same : STRENGTH.none;
  }
}

/** A phrase is found as it was typed, but for what is still being typed of it. */
export function isInPhrase(matcher: WordMatcher, word: Word | undefined): boolean {
  if (word === undefined) return false;
  const strength = matcher.strength(word.folded);
  return strength === STRENGTH.same || (matcher.isOpen && word.folded.startsWith(matcher.folded));
}

function strengthOf(matcher: WordMatcher, text: string, word: Word | undefined): Strength {
  if (word === undefined) return STRENGTH.none;
  const strength = matcher.strength(word.folded);
  if (strength !== STRENGTH.none || matcher.nameKey === '') return strength;
  const isOfName = matcher.nameKey === nameKeyIn(text, word) && alphabetOf(word.folded) !== matcher.alphabet;
  return isOfName ? STRENGTH.sounds : STRENGTH.none;
}

/** The key of a word that may be a name, as its capital says; else empty. */
export function nameKeyIn(text: string, { start, folded, isLoose }: Word): string {
  if (isLoose || folded.length < LEAST_SOUND || alphabetOf(folded) === 'other') return '';
  const first = text.charAt(start);
  return first === first.toLowerCase() ? '' : keyOfName(folded);
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
