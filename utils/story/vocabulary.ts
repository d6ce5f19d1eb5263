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

/** Makes the files ready for looking up: each language when it is first asked for, since a start that answers one page needs one. */
export function createVocabulary(words: WordsFile, places: PlacesFile): Vocabulary {
  const concepts = once((language) => conceptMap(words, LANGUAGES.indexOf(language)));
  const phrases = once((language) => phraseMap(places, LANGUAGES.indexOf(language)));
  return {
    concept: (stem, language) => concepts(language).get(stem),
    place(stems, at, language, capital) {
      const candidates = phrases(language).get(stems[at] ?? '');
      const found = candidates?.find(
        ({ rest, lowerCase }) =>
          (capital || lowerCase) && rest.every((stem, index) => stems[at + 1 + index] === stem),
      );
      return found && { key: found.key, length: 1 + found.rest.length };
    },
  };
}

/** What `make` gives for each language, made when it is first wanted. */
function once<T>(make: (language: TextLanguage) => T): (language: TextLanguage) => T {
  const made = new Map<TextLanguage, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}

/** The concepts of the language in a column; of none (-1) it is empty. */
function conceptMap({ words }: WordsFile, at: number): Map<string, string> {
  const map = new Map<string, string>();
  if (at < 0) return map;
  for (const line of words) {
    const columns = line.split('|');
    const name = columns.find((column) => column !== '')?.split(' ')[0] ?? '';
    for (const stem of (columns[at] ?? '').split(' ')) if (stem !== '') map.set(stem, name);
  }
  return map;
}

/** The names of places in the language in a column, by their first word, the longest first. */
function phraseMap({ places }: PlacesFile, at: number): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  if (at < 0) return map;
  for (const [key, line] of Object.entries(places)) {
    for (const name of (line.split('|')[at] ?? '').split(',')) {
      const lowerCase = name.startsWith('*');
      const [first = '', ...rest] = (lowerCase ? name.slice(1) : name).split(' ');
      const list = map.get(first);
      if (list) list.push({ key, rest, lowerCase });
      else map.set(first, [{ key, rest, lowerCase }]);
    }
  }
  for (const list of map.values())
    if (list.length > 1) list.sort((one, two) => two.rest.length - one.rest.length);
  return map;
}
