/**
 * A key under which the spellings of one name meet across alphabets: its consonants, folded by sound (in the manner
 * of Soundex and its successors). Зеленський, Зеленского, Zelenskyy and Zelenski give `zlnsk`.
 */
import { toLatin } from './transliterate.ts';

/** Sounds that languages write differently, longest first; a capital stands for one sound of several letters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/dzh|dj|zh|j/g, 'J'],
  [/ts|tz/g, 'T'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  [/kh|gh|g|h/g, 'h'],
];

const VOWELS = /[aeiouy]/g;
const ADJECTIVE = /(ii|iy|yy|yi|ij|i|y)$/;

/** The key of a stemmed or undeclined name, or an empty string where too little is left to tell names apart. */
export function nameKey(name: string, language: string): string {
  let sounds = toLatin(name.toLowerCase(), language)
    .replace(/[^a-z]/g, '')
    .replace(ADJECTIVE, '');
  if (sounds.length < 3) return '';
  const opensWithVowel = /^[aeiouy]/.test(sounds);
  for (const [pattern, sound] of SOUNDS) sounds = sounds.replace(pattern, sound);
  const consonants = sounds.replace(VOWELS, '').replace(/(.)\1+/g, '$1');
  const key = opensWithVowel ? `a${consonants}` : consonants;
  return key.length < 3 ? '' : key;
}
