/** What a reader typed, as it is searched for. Nothing that can be typed is an error: what makes no sense is noted. */
import type { SearchNote } from '../model/search.ts';
import { foldWord } from './fold.ts';
import { type Word, wordsOf } from './words.ts';

/** Characters of a query that are read. */
export const MOST_CHARACTERS = 500;
/** Words of a query that are searched for. */
const MOST_WORDS = 16;
/** Characters of what was passed over that a note repeats. */
const MOST_NOTED = 60;

/** A word, or words that must follow one another. */
export interface Term {
  readonly words: readonly Word[];
  /** Whether its last word may go on: it is still being typed. */
  readonly isOpen: boolean;
  /** Whether it was quoted, or typed as one: then only just these words are meant. */
  readonly isExact: boolean;
}

export interface Query {
  /** All of these must be found. */
  readonly terms: readonly Term[];
  /** None of these may be. */
  readonly without: readonly Term[];
  /** Folded words of a source's name or host; one of the sources must hold all of one of these. */
  readonly sources: readonly { readonly words: readonly string[]; readonly text: string }[];
  /** UTC ms, included; null: no bound. */
  readonly from: number | null;
  /** UTC ms, not included. */
  readonly to: number | null;
  /** Primary language subtags, in lower case; empty: any. */
  readonly languages: readonly string[];
  readonly notes: readonly SearchNote[];
}

type Key = 'source' | 'from' | 'to' | 'lang';

const KEYS: Readonly<Record<string, Key>> = {
  ...{ source: 'source', from: 'from', to: 'to', lang: 'lang' },
  ...{ джерело: 'source', від: 'from', до: 'to', мова: 'lang' },
};

const QUOTES = /[“”„«»]/g;
const PART = /(-?)(?:([\p{L}]{2,8}):)?(?:"([^"]*)("?)|([^\s"]+))/gu;
const LANGUAGE = /^([a-z]{2,3})(?:[-_][a-z0-9-]*)?$/i;
const DATE = /^(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?$/;
/** A minute of a day, as surfaces ask for the last 24 hours. */
const MINUTE = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/;

/** Reads a query. Days are those of the machine's time zone. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, MOST_CHARACTERS).replace(QUOTES, '"');
  const reading = new Reading(text);
  for (const match of text.matchAll(PART)) reading.take(match);
  if (typed.length > MOST_CHARACTERS) reading.note('too-long', typed.slice(MOST_CHARACTERS));
  return reading.query;
}

interface Typed {
  readonly text: string;
  readonly isOpen: boolean;
  readonly isQuoted: boolean;
}

class Reading {
  readonly #text: string;
  readonly #terms: Term[] = [];
  readonly #without: Term[] = [];
  readonly #sources: { words: string[]; text: string }[] = [];
  readonly #languages: string[] = [];
  readonly #notes: SearchNote[] = [];
  #from: number | null = null;
  #to: number | null = null;
  #words = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get query(): Query {
    return {
      terms: this.#terms,
      without: this.#without,
      sources: this.#sources,
      languages: this.#languages,
      from: this.#from,
      to: this.#to,
      notes: this.#notes,
    };
  }

  note(code: SearchNote['code'], text: string): void {
    this.#notes.push({ code, text: text.slice(0, MOST_NOTED) });
  }

  take(match: RegExpExecArray): void {
    const [whole, minus, name, quoted, closing, bare] = match;
    const key = KEYS[name?.toLowerCase() ?? ''];
    const value = quoted ?? bare ?? '';
    if (key !== undefined && minus === '') this.#filter(key, value, whole);
    else {
      const isLast = match.index + whole.length === this.#text.length;
      const isOpen = isLast && minus === '' && closing !== '"';
      // What is no key is a part of the text: 'Live: talks begin'.
      const text = name === undefined ? value : `${name}:${value}`;
      this.#word({ text, isOpen, isQuoted: quoted !== undefined }, minus !== '', whole);
    }
  }

  #word({ text, isOpen, isQuoted }: Typed, isUnwanted: boolean, whole: string): void {
    const words = wordsOf(isQuoted ? text : text.replace(/['’]s$/i, ''));
    if (words.length === 0) return;
    this.#words += words.length;
    if (this.#words > MOST_WORDS) {
      if (!this.#notes.some(({ code }) => code === 'too-long')) this.note('too-long', whole);
    } else
      (isUnwanted ? this.#without : this.#terms).push({
        words,
        isOpen,
        isExact: isQuoted || words.length > 1,
      });
  }

  #filter(key: Key, value: string, whole: string): void {
    // Still being typed.
    if (value === '') return;
    if (key === 'source')
      this.#sources.push({ words: wordsOf(value).map(({ folded }) => folded), text: whole });
    else if (key === 'lang') this.#language(value, whole);
    else this.#date(key, value, whole);
  }

  #language(value: string, whole: string): void {
    const tag = LANGUAGE.exec(value)?.[1];
    if (tag === undefined) this.note('bad-language', whole);
    else this.#languages.push(tag.toLowerCase());
  }

  #date(key: 'from' | 'to', value: string, whole: string): void {
    const bounds = dateBounds(value);
    if (bounds === null) this.note('bad-date', whole);
    else if (key === 'from') this.#from = Math.max(this.#from ?? bounds.from, bounds.from);
    else this.#to = Math.min(this.#to ?? bounds.to, bounds.to);
  }
}

/** Where a minute, day, month or year begins and the next one does (UTC ms); null where there is none such. */
function dateBounds(text: string): { readonly from: number; readonly to: number } | null {
  const minute = MINUTE.exec(text);
  if (minute?.[1]) {
    const day = dateBounds(minute[1]);
    const from = day && new Date(day.from).setHours(Number(minute[2]), Number(minute[3]));
    return from === null ? null : { from, to: from + 60_000 };
  }
  const parts = DATE.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < 1970) return null;
  const from = new Date(year, (month ?? 1) - 1, day ?? 1);
  const isThere = from.getMonth() === (month ?? 1) - 1 && from.getDate() === (day ?? 1);
  if (!isThere) return null;
  const to = new Date(from);
  if (day !== undefined) to.setDate(day + 1);
  else if (month !== undefined) to.setMonth(month);
  else to.setFullYear(year + 1);
  return { from: from.getTime(), to: to.getTime() };
}

/** The words of a source's name and host, as `source:` finds them. */
export function sourceWords(name: string, host: string): string[] {
  return [...wordsOf(name).map(({ folded }) => folded), ...host.split('.').map(foldWord)];
}
