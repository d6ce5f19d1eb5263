/**
 * Stems of folded words. Latin ones are stemmed as English; Cyrillic ones lose their ending by one list for all Slavic
 * languages, because what Ukrainian and Russian write differently is one letter here, and Snowball's algorithms need
 * what is lost by that.
 */
import { stemOf } from '../text/stem.ts';

const LATIN = /^[a-z]+$/;
const CYRILLIC = /^[а-яіє]+$/u;

/** Endings of declension and conjugation, as they are folded (і, ї, й and ы are и; є and э are е; no ь). */
const ENDINGS = new Set(
  (
    'а у е и о ю я ' +
    'ам ям ах ях ами ями ом ем ою ею ев ов ив еи ои ии ия ие ию ием иею иям иях иями иев ' +
    'ого его ому ему им их ими ая яя ую юю ое ее ые ои еи ова ову ови овом овою ева еву еви евом ' +
    'ив ила ило или ав ала ало али яв яла яло яли ил ал ял ити ати яти ить ать ять ит ат ет ут ют ют ете ите емо имо ете ает ают уе уют ится '
  )
    .trim()
    .split(/\s+/),
);
const LONGEST = 4;
/** What a stem must keep. */
const LEAST = 3;
/** Київ, Києва; Львів, Львова: their stems are short. */
const POSSESSIVE = /^(.{2,})(?:ив|ов|ев)(?:а|у|е|и|ом|ем)?$/u;

/** Kyiv, Kiev; Kharkiv, Kharkov. */
const LATIN_POSSESSIVE = /^([a-z]+?)(?:yiv|iev|iv|ev|ov)$/;

/** Endings that a word of another Latin language may take on, where the English stem says nothing. */
const LATIN_ENDINGS = new Set(['e', 'n', 's', 'a', 'i', 'y', 'u', 'en', 'es', 'em', 'om', 'ie']);
/** What English stems end in that the forms of a word do not all have: making, happy. */
const UNSURE = /[ei]$/;
/** Shorter words with another ending are other words too often. */
const LEAST_LATIN = 5;

const memory = new Map<string, string>();
const REMEMBERED = 20_000;

/** The stem of a folded word: what two forms of one word share. */
export function foldedStem(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const stem = LATIN.test(word) ? stemOf(word, 'en') : CYRILLIC.test(word) ? slavicStem(word) : word;
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(word, stem);
  return stem;
}

/** What a name on -ів, -ов or -ев has before that, in any of its cases; null where it is none. */
export function beforePossessive(word: string): string | null {
  return word.length > 3 ? ((POSSESSIVE.exec(word) ?? LATIN_POSSESSIVE.exec(word))?.[1] ?? null) : null;
}

function slavicStem(word: string): string {
  const possessive = beforePossessive(word);
  if (possessive !== null) return possessive;
  for (let length = Math.min(LONGEST, word.length - LEAST); length > 0; length -= 1) {
    if (ENDINGS.has(word.slice(-length))) return word.slice(0, -length);
  }
  return word;
}

/** Whether two folded words are forms of one word. */
export function areForms(one: string, other: string): boolean {
  if (one === other || foldedStem(one) === foldedStem(other)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length >= LEAST_LATIN &&
    LATIN.test(short) &&
    long.startsWith(short) &&
    LATIN_ENDINGS.has(long.slice(short.length))
  );
}

/** What all forms of a word begin with. */
export function beginningOfForms(word: string): string {
  const stem = foldedStem(word).replace(UNSURE, '');
  let same = 0;
  while (same < stem.length && stem[same] === word[same]) same += 1;
  const begins = word.slice(0, same);
  if (!LATIN.test(word)) return begins;
  const shorter = [2, 1].find(
    (length) => word.length - length >= LEAST_LATIN && LATIN_ENDINGS.has(word.slice(-length)),
  );
  return begins.slice(0, word.length - (shorter ?? 0));
}
