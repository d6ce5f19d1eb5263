/**
 * What the reader watches for: words and phrases in whatever form they stand, but not beside words that he excludes
 * (`Apple -juice`, `Mercury -"space probe"`). A star stands for any ending (`elect*`).
 */
import { guessLanguage, type TextLanguage } from './language-guess.ts';
import { beginningOf, foldForSearch, isForm, type SearchedText } from './phrases.ts';
import { type PlacedWord, placedWords } from './placed-words.ts';

/** Words to watch for, in one source or (null) in all. */
export interface Watched {
  readonly words: string;
  readonly feedId: number | null;
}

/** A part of a text: from a place up to another. */
export type Span = readonly [from: number, to: number];

export interface Watch {
  /** The words, as the reader wrote them, that stand in an article of a source. */
  found(text: SearchedText, feedId: number): string[];
  /** Where what is watched for stands in the headline, in order; the headline must be in NFC. */
  spans(text: SearchedText, feedId: number): Span[];
}

interface WantedWord {
  readonly lower: string;
  /** Whether any ending will do. */
  readonly isOpen: boolean;
}
type Phrase = readonly WantedWord[];

interface Compiled extends Watched {
  readonly phrase: Phrase;
  readonly without: readonly Phrase[];
  readonly begin: string;
}

const EXCLUDED = /(?:^|\s)[-–−](?:"([^"]+)"|«([^»]+)»|“([^”]+)”|„([^“”]+)[“”]|(\S+))/gu;

/** Something that finds these. Entries without a word of their own find nothing. */
export function createWatch(entries: readonly Watched[]): Watch {
  const compiled = entries.map(compile).filter(({ phrase }) => phrase.length > 0);
  return {
    found: (text, feedId) => (compiled.length === 0 ? [] : found(compiled, text, feedId)),
    spans: (text, feedId) => (compiled.length === 0 ? [] : spans(compiled, text, feedId)),
  };
}

/** Whether an entry holds a word to watch for, besides those that it excludes. */
export function hasWatchedWord(words: string): boolean {
  return phraseOf(words.replace(EXCLUDED, ' ')).length > 0;
}

function compile(entry: Watched): Compiled {
  const without = Array.from(entry.words.matchAll(EXCLUDED), (match) =>
    phraseOf(match.slice(1).find((group) => group !== undefined) ?? ''),
  ).filter((phrase) => phrase.length > 0);
  const phrase = phraseOf(entry.words.replace(EXCLUDED, ' '));
  const [first] = phrase;
  const begin = first === undefined ? '' : first.isOpen ? first.lower : beginningOf(first.lower);
  return { ...entry, phrase, without, begin };
}

function phraseOf(text: string): Phrase {
  const plain = text.normalize('NFC');
  return placedWords(plain).map(({ lower, to }) => ({ lower, isOpen: plain[to] === '*' }));
}

function found(compiled: readonly Compiled[], text: SearchedText, feedId: number): string[] {
  const look = looker(compiled, text, feedId);
  return look === null ? [] : look.entries.map(({ words }) => words);
}

function spans(compiled: readonly Compiled[], text: SearchedText, feedId: number): Span[] {
  const look = looker(compiled, text, feedId);
  if (look === null) return [];
  const all = look.entries.flatMap(({ phrase }) => places(look.title, phrase, look.language));
  return joined(all.sort(([one], [other]) => one - other));
}

/** The entries that stand in a text, with its words; null where none can. */
function looker(
  compiled: readonly Compiled[],
  { title, snippet, language: tag }: SearchedText,
  feedId: number,
) {
  const plain = foldForSearch(`${title}\n${snippet}`);
  const possible = compiled.filter(
    (one) => (one.feedId === null || one.feedId === feedId) && plain.includes(one.begin),
  );
  if (possible.length === 0) return null;
  const language = guessLanguage(`${title} ${snippet}`, tag);
  const parts = [title, snippet].map((part) => placedWords(part.normalize('NFC')));
  const stands = (phrase: Phrase): boolean =>
    parts.some((words) => places(words, phrase, language).length > 0);
  const entries = possible.filter(({ phrase, without }) => stands(phrase) && !without.some(stands));
  return { entries, title: parts[0] ?? [], language };
}

function places(words: readonly PlacedWord[], phrase: Phrase, language: TextLanguage): Span[] {
  return words.flatMap(({ from }, at) => {
    const last = words[at + phrase.length - 1];
    const isThere = last && phrase.every((wanted, offset) => isWanted(words[at + offset], wanted, language));
    return isThere ? [[from, last.to] as const] : [];
  });
}

function isWanted(
  word: PlacedWord | undefined,
  { lower, isOpen }: WantedWord,
  language: TextLanguage,
): boolean {
  if (word === undefined) return false;
  return isOpen ? word.lower.startsWith(lower) : isForm(word.lower, lower, language);
}

/** Spans that overlap, made one. */
function joined(all: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [from, to] of all) {
    const last = result.at(-1);
    if (last && from <= last[1]) result.splice(-1, 1, [last[0], Math.max(last[1], to)]);
    else result.push([from, to]);
  }
  return result;
}
