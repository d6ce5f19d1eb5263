/** Which language a text is in, where a feed declares none, or another. */
import { primaryLanguage } from './language-tag.ts';

export type TextLanguage = 'en' | 'uk' | 'ru' | 'other';

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
const UKRAINIAN = /[іїєґ]/giu;
const RUSSIAN = /[ыэёъ]/giu;
const OTHER_CYRILLIC = /[ўљњђћџјѓќқңүұһәөғ]/iu;

/** Small words that one of the two languages has and the other lacks. */
const UKRAINIAN_WORDS = /(?<!\p{L})(та|й|що|як|від|до|це|за|його|який|яка|щодо|про|у)(?!\p{L})/giu;
const RUSSIAN_WORDS = /(?<!\p{L})(и|с|что|как|от|это|его|который|которая|о|об|в|со|после)(?!\p{L})/giu;
const ENGLISH_WORDS =
  /(?<!\p{L})(the|of|to|in|and|for|on|with|is|as|at|by|from|after|over|says|its|a|an|new)(?!\p{L})/giu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language of a text: its letters first, then small words, then what the feed declares (a BCP 47 tag or null).
 * A text with no hint of its own is in the declared language; without one, Latin text is taken for English only if it
 * holds English small words.
 */
export function guessLanguage(text: string, declared: string | null | undefined): TextLanguage {
  const tag = primary(declared);
  const cyrillic = count(text, CYRILLIC);
  const latin = count(text, LATIN);
  if (cyrillic === 0 && latin === 0) return tag;
  return cyrillic >= latin ? guessCyrillic(text, tag, declared) : guessLatin(text, tag, declared);
}

/** Words that no other language on the Latin alphabet has in its headlines; one may be a name, two are English. */
const PLAINLY_ENGLISH = ['the', 'and', 'with', 'from', 'after', 'says'];

/**
 * The language of headlines that are all in one, as those of a feed are, where nothing declares it: several say what one
 * of five words cannot. Null where they do not say it either.
 */
export function guessLanguageOfMany(titles: readonly string[]): TextLanguage | null {
  const text = titles.join(' . ');
  const guess = guessLanguage(text, null);
  if (guess === 'uk' || guess === 'ru') return guess;
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return PLAINLY_ENGLISH.filter((word) => words.has(word)).length > 1 ? 'en' : null;
}

function primary(declared: string | null | undefined): TextLanguage {
  const tag = primaryLanguage(declared);
  return tag === 'en' || tag === 'uk' || tag === 'ru' ? tag : 'other';
}

function guessCyrillic(text: string, tag: TextLanguage, declared: string | null | undefined): TextLanguage {
  if (OTHER_CYRILLIC.test(text)) return 'other';
  const ukrainian = count(text, UKRAINIAN) * 3 + count(text, UKRAINIAN_WORDS);
  const russian = count(text, RUSSIAN) * 3 + count(text, RUSSIAN_WORDS);
  if (tag === 'uk') return russian > ukrainian + 4 ? 'ru' : 'uk';
  if (tag === 'ru') return ukrainian > russian + 4 ? 'uk' : 'ru';
  if (declared && tag === 'other' && !/^(und|mul)/i.test(declared)) return 'other';
  if (ukrainian === russian) return count(text, UKRAINIAN) > 0 ? 'uk' : 'ru';
  return ukrainian > russian ? 'uk' : 'ru';
}

/** A Latin text under a Cyrillic language is a transliteration, as addresses hold, unless it reads as English. */
function guessLatin(text: string, tag: TextLanguage, declared: string | null | undefined): TextLanguage {
  const english = count(text, ENGLISH_WORDS);
  if (tag === 'en') return 'en';
  if (tag === 'uk' || tag === 'ru') return english > 0 ? 'en' : tag;
  if (declared) return 'other';
  return english > 0 ? 'en' : 'other';
}
