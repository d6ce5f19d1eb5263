/** Whether a word of a text is one that is searched for, and how surely. */
import { soundOf, soundStem } from './sounds.ts';
import { spellings } from './spellings.ts';
import { areForms, foldedStem } from './stems.ts';
import type { Word } from './words.ts';

/** How a word was found; the higher, the surer. 0: not at all. */
export const STRENGTH = { none: 0, sounds: 1, begins: 2, form: 3, same: 4 } as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

export type Alphabet = 'latin' | 'cyrillic' | 'other';

/** Shorter sounds are shared by too many words. */
const LEAST_SOUND = 3;
const LEAST_ANCHOR = 2;
/** What English stems end in that the forms of a word do not all have: making, happy. */
const UNSURE = /[ei]$/;
/** A bound for the words that one search remembers. */
const REMEMBERED = 50_000;

/** What decides how a word is compared with those of the other alphabet. */
export function alphabetOf(word: string): Alphabet {
  if (/[a-z]/.test(word)) return 'latin';
  return /[а-я]/u.test(word) ? 'cyrillic' : 'other';
}

/** One word that is searched for. */
export class WordMatcher {
  readonly folded: string;
  readonly isLoose: boolean;
  /** Whether it may go on: it is still being typed. */
  readonly isOpen: boolean;
  readonly #isExact: boolean;
  readonly #alphabet: Alphabet;
  readonly #sound: string;
  readonly #soundStem: string;
  readonly #known = new Map<string, Strength>();

  constructor({ folded, isLoose }: Word, { isOpen, isExact }: { isOpen: boolean; isExact: boolean }) {
    this.folded = folded;
    this.isLoose = isLoose;
    this.isOpen = isOpen;
    this.#isExact = isExact;
    this.#alphabet = alphabetOf(folded);
    this.#sound = soundOf(folded);
    this.#soundStem = stemSound(folded, this.#alphabet);
  }

  /** What every word begins with that is this one; each once. */
  anchors(): string[] {
    if (this.#isExact) return [this.folded];
    const own = sharedStart(this.folded, foldedStem(this.folded).replace(UNSURE, ''));
    return [
      own.length < LEAST_ANCHOR ? this.folded.slice(0, LEAST_ANCHOR) : own,
      ...spellings(this.folded, this.#alphabet),
    ];
  }

  /** How a folded word of a text is this one. */
  strength(word: string): Strength {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const strength = this.#judge(word);
    if (this.#known.size < REMEMBERED) this.#known.set(word, strength);
    return strength;
  }

  #judge(word: string): Strength {
    if (word === this.folded) return STRENGTH.same;
    if (this.isLoose) return word.includes(this.folded) ? STRENGTH.same : STRENGTH.none;
    if (this.isOpen && word.startsWith(this.folded)) {
      return !this.#isExact && areForms(word, this.folded) ? STRENGTH.form : STRENGTH.begins;
    }
    if (this.#isExact) return STRENGTH.none;
    if (areForms(word, this.folded)) return STRENGTH.form;
    return this.#soundsLike(word) ? STRENGTH.sounds : STRENGTH.none;
  }

  #soundsLike(word: string): boolean {
    const alphabet = alphabetOf(word);
    if (alphabet === this.#alphabet || alphabet === 'other' || this.#alphabet === 'other') return false;
    if (this.#sound.length < LEAST_SOUND) return false;
    const sound = soundOf(word);
    if (sound === this.#sound || (this.isOpen && sound.startsWith(this.#sound))) return true;
    return this.#soundStem.length >= LEAST_SOUND && stemSound(word, alphabet) === this.#soundStem;
  }
}

function stemSound(word: string, alphabet: Alphabet): string {
  return soundStem(alphabet === 'cyrillic' ? foldedStem(word) : word);
}

function sharedStart(word: string, stem: string): string {
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same += 1;
  return word.slice(0, same);
}
