/**
 * What the story engine knows of words: news concepts and places in English, Ukrainian and Russian, and how common
 * words are. The product hands in the parsed files of `public/stories`; the maps for looking up are made here.
 */
import type { TextLanguage } from '../text/language-guess.ts';

/** `public/stories/words.json`: a concept a line, stems of the three languages between bars, spaces between stems. */
export interface WordsFile {
  readonly words: readonly string[];
}

/**
 * `public/stories/places.json`: names of places as stems, `en|uk|ru` by key, commas between names, spaces between
 * the words of a name. A name that may be written without a capital (an adjective) begins with an asterisk.
 */
export interface PlacesFile {
  readonly places: Readonly<Record<string, string>>;
}

/** `public/stories/common.json`: how many articles of a million hold a term, as powers of two, by language or kind. */
export interface CommonFile {
  /** Texts of terms by class ('en', 'uk', 'ru', 'concept', …) and by half powers of two: [1] is a share of 2^-0.5. */
  readonly common: Readonly<Record<string, readonly string[]>>;
}

interface Phrase {
  readonly key: string;
  /** Stems of the words behind the first. */
  readonly rest: readonly string[];
  readonly lowerCase: boolean;
}

export interface Vocabulary {
  /** The concept of a stem, named by its first English stem, or undefined. */
  concept(stem: string, language: TextLanguage): string | undefined;
  /** The longest place that begins at a stem; `capital` is whether the word has one. */
  place(stems: readonly string[], at: number, language: TextLanguage, capital: boolean): PlaceAt | undefined;
}

export interface PlaceAt {
  readonly key: string;
  /** How many words it takes. */
  readonly length: number;
}

const LANGUAGES: readonly TextLanguage[] = ['en', 'uk', 'ru'];

/** Makes the files ready for looking up: about 15 ms, once a start. */
export function createVocabulary(words: WordsFile, places: PlacesFile): Vocabulary {
  const concepts = conceptMaps(words);
  const phrases = phraseMaps(places);
  return {
    concept: (stem, language) => concepts.get(language)?.get(stem),
    place(stems, at, language, capital) {
      const candidates = phrases.get(language)?.get(stems[at] ?? '');
      const found = candidates?.find(
        ({ rest, lowerCase }) =>
          (capital || lowerCase) && rest.every((stem, index) => stems[at + 1 + index] === stem),
      );
      return found && { key: found.key, length: 1 + found.rest.length };
    },
  };
}

function conceptMaps({ words }: WordsFile): Map<TextLanguage, Map<string, string>> {
  const maps = new Map<TextLanguage, Map<string, string>>(LANGUAGES.map((language) => [language, new Map()]));
  for (const line of words) {
    const columns = line.split('|');
    const name = columns.find((column) => column !== '')?.split(' ')[0] ?? '';
    for (const [at, language] of LANGUAGES.entries())
      for (const stem of (columns[at] ?? '').split(' ').filter(Boolean)) maps.get(language)?.set(stem, name);
  }
  return maps;
}

function phraseMaps({ places }: PlacesFile): Map<TextLanguage, Map<string, Phrase[]>> {
  const maps = new Map<TextLanguage, Map<string, Phrase[]>>(
    LANGUAGES.map((language) => [language, new Map()]),
  );
  for (const [key, line] of Object.entries(places)) {
    for (const [at, column] of line.split('|').entries()) {
      const map = maps.get(LANGUAGES[at] ?? 'other');
      for (const name of column.split(',')) {
        const lowerCase = name.startsWith('*');
        const [first = '', ...rest] = (lowerCase ? name.slice(1) : name).split(' ');
        map?.set(first, [...(map.get(first) ?? []), { key, rest, lowerCase }]);
      }
    }
  }
  for (const map of maps.values())
    for (const list of map.values()) list.sort((one, two) => two.rest.length - one.rest.length);
  return maps;
}
