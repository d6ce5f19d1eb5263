/** The built data of the story engine, file by file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stemOf } from '../../../utils/text/stem.ts';
import { tokensOf } from '../../../utils/text/tokens.ts';

const DATA = join(import.meta.dirname, '../../../utils/story/data');
const LANGUAGES = ['en', 'uk', 'ru'] as const;
type Language = (typeof LANGUAGES)[number];

/** Name of each file of `public/stories` and its text. */
export function buildStories(): [string, string][] {
  return [
    ['words.json', json({ words: buildWords() })],
    ['places.json', json({ places: buildPlaces() })],
    ['origins.json', json({ origins: table('origins.tsv').map((line) => line.join('|')) })],
    ['weights.json', json(JSON.parse(readFileSync(join(DATA, 'weights.json'), 'utf8')).model)],
    ['common.json', json(JSON.parse(readFileSync(join(DATA, 'common.json'), 'utf8')))],
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

function table(file: string): string[][] {
  const lines = readFileSync(join(DATA, file), 'utf8').trim().split('\n');
  return lines.map((line) => line.split('|'));
}

const stems = (text: string, language: Language): string[] =>
  tokensOf(text).map(({ lower }) => stemOf(lower, language));

/** A stem belongs to the first concept that claims it, so that a word has one meaning. */
export function buildWords(): string[] {
  const taken = new Set<string>();
  return table('lexicon.tsv').map((line) =>
    LANGUAGES.map((language, at) => {
      const own = new Set(
        stems(line[at] ?? '', language).filter((stem) => !taken.has(`${language} ${stem}`)),
      );
      for (const stem of own) taken.add(`${language} ${stem}`);
      return [...own].join(' ');
    }).join('|'),
  );
}

/** Stems of the names of places, and the place of each. */
export function buildPlaces(): Record<string, string> {
  const places: Record<string, string> = {};
  for (const [key = '', ...columns] of [...table('places.tsv'), ...countries()]) {
    places[key] = LANGUAGES.map((language, at) => namesOf(columns[at] ?? '', language)).join('|');
  }
  return places;
}

function namesOf(column: string, language: Language): string {
  const lower = new Map<string, boolean>();
  for (const name of column.split(',').filter((one) => one !== '')) {
    const text = stems(name, language).join(' ');
    lower.set(text, (lower.get(text) ?? false) || name === name.toLowerCase());
  }
  return [...lower].map(([text, isLower]) => (isLower ? `*${text}` : text)).join(',');
}

/** The countries with their case forms, and the names of all others as Unicode CLDR has them. */
function countries(): string[][] {
  const own = table('countries.tsv');
  const known = new Set(own.map(([code]) => code));
  const names = LANGUAGES.map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((one) => letters.map((two) => one + two)).filter((code) => !known.has(code));
  const others = codes.flatMap((code) => {
    const line = names.map((name) => name.of(code) ?? '');
    return line.includes('') || UNUSED.has(code) ? [] : [[code, ...line]];
  });
  return [...own, ...others];
}

/** Codes of CLDR that are no places: unknown and test regions, and unions of countries. */
const UNUSED = new Set(['ZZ', 'XA', 'XB', 'QO', 'EZ', 'UN']);
