/**
 * How a folded word sounds, roughly, in one spelling for both alphabets: Зеленський and Zelenskyy are `zelenski`, Трамп
 * and Trump `tramp`. Only for comparing a word of the one with a word of the other.
 */
import { toLatin } from '../text/transliterate.ts';

/** Spellings of Latin words and of transliterated ones. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ shch: 'S', tsch: 'C', dzh: 'dZ', tch: 'C', sch: 'S', sh: 'S', zh: 'Z', ts: 'T', tz: 'T', ch: 'C' },
  ...{ kh: 'h', gh: 'h', ph: 'f', th: 't', ck: 'k', c: 'k', q: 'k', x: 'ks', w: 'v', g: 'h', j: 'i', y: 'i' },
};
/** The longest first. */
const SPELLINGS = /shch|tsch|dzh|tch|sch|sh|zh|ts|tz|ch|kh|gh|ph|th|ck|[cqxwgjy]/g;

const memory = new Map<string, string>();
/** News keeps using the same words. */
const REMEMBERED = 20_000;

/** The sound of a folded word; letters of other alphabets stay as they are. */
export function soundOf(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const sound = compute(word);
  memory.set(word, sound);
  return sound;
}

function compute(word: string): string {
  return (
    toLatin(word, 'uk')
      .replace(SPELLINGS, (letters) => SOUNDS[letters] ?? letters)
      .replace(/(.)\1+/gu, '$1')
      .replace(/i([aeou])/g, '$1')
      // Biden and Байден, Musk and Маск.
      .replaceAll('ai', 'i')
      .replaceAll('u', 'a')
  );
}

/** A sound without the vowels it ends in, which the forms of a word do not share. */
export function soundStem(word: string): string {
  return soundOf(word).replace(/[aeio]+$/, '');
}
