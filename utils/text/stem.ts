/**
 * Stems of words by the algorithms of Snowball (Porter) for English and Russian and a light one for Ukrainian, all
 * from @orama/stemmers. Words of other languages are cut to their first six letters.
 */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

const PREFIX = 6;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /^[a-z]+$/;

const memories = new Map<string, Map<string, string>>();
/** A bound for the memory of each language: news keeps using the same words. */
const REMEMBERED = 15_000;

/**
 * The stem of a lower-case word. The alphabet outweighs the language: a Latin word in a Ukrainian text is stemmed as
 * English, for those are the names that both share.
 */
export function stemOf(word: string, language: string): string {
  let memory = memories.get(language);
  if (!memory) {
    memory = new Map();
    memories.set(language, memory);
  }
  const known = memory.get(word);
  if (known !== undefined) return known;
  if (memory.size >= REMEMBERED) memory.clear();
  const stem = compute(word, language);
  memory.set(word, stem);
  return stem;
}

function compute(word: string, language: string): string {
  if (word.length < 3) return word;
  if (CYRILLIC.test(word)) {
    if (language === 'ru') return russian(word);
    return language === 'uk' ? stemUkrainian(word) : word.slice(0, PREFIX);
  }
  const speaksEnglish = language === 'en' || language === 'uk' || language === 'ru';
  return speaksEnglish && LATIN.test(word) ? english(word) : word.slice(0, PREFIX);
}

/**
 * The library keeps a position between two calls for words in -ость (a global regular expression that is tested):
 * a word that cannot match sets it back, so that a stem does not depend on what was stemmed before.
 */
function stemUkrainian(word: string): string {
  ukrainian('бабаба');
  return ukrainian(word);
}
