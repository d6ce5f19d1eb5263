/** Whether a word of a text is one that is searched for, and how surely. */
import { soundOf, soundStem } from './sounds.ts';
import { spellings } from './spellings.ts';
import { areForms, beforePossessive, beginningOfForms, foldedStem } from './stems.ts';
import type { Word } from './words.ts';

/** How a word was found; the higher, the surer. 0: not at all. */
export const STRENGTH = { none: 0, sounds: 1, begins: 2, form: 3, same: 4 } as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

export type Alphabet = 'latin' | 'cyrillic' | 'other';

/** Shorter sounds, and those of shorter stems, are shared by too many words. */
const LEAST_SOUND = 3;
const LEAST_STEM = 4;
/** Letters of the other alphabet that are looked for: of short names that change within, fewer. */
const BEGUN = 3;
const BEGUN_OF_SHORT = 2;
const SHORT = 5;
const LEAST_ANCHOR = 2;
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
  readonly #stemSounds: readonly string[];
  readonly #known = new Map<string, Strength>();

  constructor({ folded, isLoose }: Word, { isOpen, isExact }: { isOpen: boolean; isExact: boolean }) {
    this.folded = folded;
    this.isLoose = isLoose;
    this.isOpen = isOpen;
    this.#isExact = isExact;
    this.#alphabet = alphabetOf(folded);
    this.#sound = soundOf(folded);
    this.#stemSounds = stemSounds(folded, this.#alphabet);
  }

  /** What every word begins with that is this one; each once. */
  anchors(): string[] {
    if (this.#isExact) return [this.folded];
    const own = beginningOfForms(this.folded);
    const isShort = this.folded.length <= SHORT && beforePossessive(this.folded) !== null;
    return [
      own.length < LEAST_ANCHOR ? this.folded.slice(0, LEAST_ANCHOR) : own,
      ...spellings(this.folded, this.#alphabet, isShort ? BEGUN_OF_SHORT : BEGUN),
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
    return stemSounds(word, alphabet).some((stem) => this.#stemSounds.includes(stem));
  }
}

/** How the stem of a word sounds; a name on -ів, -ов or -ев as the one on -ів as well. None where that tells too little. */
function stemSounds(word: string, alphabet: Alphabet): string[] {
  const isCyrillic = alphabet === 'cyrillic';
  const name = beforePossessive(word);
  const ofName = name === null ? [] : [soundOf(name + (isCyrillic ? 'ив' : 'iv'))];
  const stem = isCyrillic ? foldedStem(word) : word.replace(/[aeiouy]+$/, '');
  return stem.length < LEAST_STEM ? ofName : [...ofName, soundStem(stem)];
}
