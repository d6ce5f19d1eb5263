/** Looking through packed articles for those that a query asks for, best first. */
import type { SearchNote } from '../model/search.ts';
import { foldWord } from './fold.ts';
import { languageCode, type PackedHeads, type PackedTexts } from './pack.ts';
import type { Query, Term } from './query.ts';
import { Ranking } from './ranking.ts';
import { TermMatcher } from './terms.ts';
import { wordsOf } from './words.ts';

/** What a page of search needs to know of a source. */
export interface SearchedSource {
  readonly id: number;
  readonly name: string;
  readonly host: string;
  readonly language: string | null;
  readonly muted: boolean;
}

/** Packed articles in memory. */
export interface LoadedBlock {
  readonly heads: PackedHeads;
  /** Null while only headlines are loaded. */
  readonly leads: PackedTexts | null;
  /** 1 at each article that is gone, or stands in another block as it is now; null: none. */
  readonly gone: Uint8Array | null;
}

export interface Looked {
  /** The best first. */
  readonly ids: readonly number[];
  readonly total: number;
  readonly notes: readonly SearchNote[];
}

/** What a word in the headline is worth beside one in the source’s name or the lead. */
const WEIGHT = { head: 12, source: 6, lead: 4 } as const;

/** One in so many articles is few. */
const FEW = 16;

/** A query, ready to be looked for. */
export interface Sought {
  readonly query: Query;
  readonly terms: readonly TermMatcher[];
  readonly without: readonly TermMatcher[];
}

/** A query made ready to be looked for in many texts: the longest words first. */
export function seek(query: Query): Sought {
  return {
    query,
    // Long words are rare: few articles are left for the others.
    terms: [...query.terms]
      .sort((one, other) => lengthOf(other) - lengthOf(one))
      .map((term) => new TermMatcher(term)),
    without: query.without.map((term) => new TermMatcher(term)),
  };
}

const lengthOf = ({ words }: Term): number => Math.max(...words.map(({ folded }) => folded.length));

/** Whether a query asks for anything. */
function asks({ terms, without, sources, from, to, languages }: Query): boolean {
  const parts = terms.length + without.length + sources.length + languages.length;
  return parts > 0 || from !== null || to !== null;
}

/**
 * Looks through blocks; gives the `most` best articles and how many there are.
 *
 * @param now UTC ms, by which newer ones go first
 */
export function lookThrough(
  blocks: readonly LoadedBlock[],
  sources: readonly SearchedSource[],
  sought: Sought,
  { most, now }: { readonly most: number; readonly now: number },
): Looked {
  const chosen = chooseSources(sources, sought.query);
  const notes = [...sought.query.notes, ...chosen.notes];
  const isAsked = asks(sought.query) && !(chosen.notes.length > 0 && asksForNothingElse(sought.query));
  if (!isAsked) return { ids: [], total: 0, notes };
  const look = new Look(sought, sources, chosen, new Ranking(most, now));
  for (const block of blocks) look.through(block);
  return { ...look.ranking.best(), notes };
}

function asksForNothingElse({ sources, ...query }: Query): boolean {
  return !asks({ ...query, sources: [] });
}

interface Chosen {
  /** Null: all of them. */
  readonly ids: ReadonlySet<number> | null;
  readonly notes: readonly SearchNote[];
}

function chooseSources(sources: readonly SearchedSource[], query: Query): Chosen {
  const notes: SearchNote[] = [];
  const ids = new Set<number>();
  for (const { words, text } of query.sources) {
    const named = sources.filter((source) => isNamed(source, words));
    if (named.length === 0) notes.push({ code: 'unknown-source', text });
    for (const { id } of named) ids.add(id);
  }
  return { ids: ids.size > 0 ? ids : null, notes };
}

function isNamed({ name, host }: SearchedSource, words: readonly string[]): boolean {
  const known = [...wordsOf(name).map(({ folded }) => folded), ...host.split('.').map(foldWord)];
  return words.length > 0 && words.every((word) => known.some((one) => one.startsWith(word)));
}

class Look {
  readonly ranking: Ranking;
  readonly #sought: Sought;
  /** By the number of a source: whether its articles are looked for, its language, what its name is worth a term. */
  readonly #isWanted: Uint8Array;
  readonly #languageOf: Uint16Array;
  readonly #worthOf: readonly (Uint8Array | null)[];
  readonly #languages: ReadonlySet<number>;

  constructor(sought: Sought, sources: readonly SearchedSource[], chosen: Chosen, ranking: Ranking) {
    this.ranking = ranking;
    this.#sought = sought;
    const size = Math.max(0, ...sources.map(({ id }) => id)) + 1;
    this.#isWanted = new Uint8Array(size);
    this.#languageOf = new Uint16Array(size);
    this.#languages = new Set(sought.query.languages.map(languageCode));
    for (const { id, muted, language } of sources) {
      this.#isWanted[id] = !muted && (chosen.ids?.has(id) ?? true) ? 1 : 0;
      this.#languageOf[id] = languageCode(language);
    }
    this.#worthOf = sought.terms.map((term) => namesWorth(sources, term, size));
  }

  through(block: LoadedBlock): void {
    const { heads, gone } = block;
    const count = heads.ids.length;
    const worth = new Float32Array(count);
    const isOut = gone ? gone.slice() : new Uint8Array(count);
    this.#filter(heads, isOut);
    for (const [index, term] of this.#sought.terms.entries()) {
      const best = lookFor(block, term, fewLeft(isOut));
      this.#add(heads, best, this.#worthOf[index] ?? null, worth, isOut);
    }
    for (const term of this.#sought.without) {
      const best = lookFor(block, term, fewLeft(isOut));
      for (let at = 0; at < count; at += 1) if (best[at] !== 0) isOut[at] = 1;
    }
    for (let at = 0; at < count; at += 1) {
      if (isOut[at] === 0) this.ranking.add(heads.ids[at] ?? 0, worth[at] ?? 0, heads.times[at] ?? 0);
    }
  }

  /** Adds what a term is worth; what does not have it is out. */
  #add(
    { feeds }: PackedHeads,
    best: Uint8Array,
    named: Uint8Array | null,
    worth: Float32Array,
    isOut: Uint8Array,
  ): void {
    for (let at = 0; at < best.length; at += 1) {
      let here = best[at] ?? 0;
      if (named) here = Math.max(here, named[feeds[at] ?? 0] ?? 0);
      if (here === 0) isOut[at] = 1;
      else worth[at] = (worth[at] ?? 0) + here;
    }
  }

  #filter({ feeds, times, languages }: PackedHeads, isOut: Uint8Array): void {
    const { from, to } = this.#sought.query;
    const since = from === null ? 0 : from / 1000;
    const until = to === null ? Number.POSITIVE_INFINITY : to / 1000;
    const isAnyLanguage = this.#languages.size === 0;
    for (let at = 0; at < isOut.length; at += 1) {
      const feed = feeds[at] ?? 0;
      const time = times[at] ?? 0;
      if (this.#isWanted[feed] !== 1 || time < since || time >= until) isOut[at] = 1;
      else if (!isAnyLanguage && !this.#languages.has(languages[at] || (this.#languageOf[feed] ?? 0))) {
        isOut[at] = 1;
      }
    }
  }
}

/** What was found of terms a moment ago: all but the last word of what is typed stays the same from key to key. */
const remembered = new WeakMap<LoadedBlock, Map<string, Uint8Array>>();
const REMEMBERED = 4;

/** What each article is worth for a term; with `only`, those at these places. */
function lookFor(block: LoadedBlock, term: TermMatcher, only: readonly number[] | null): Uint8Array {
  const memory = remembered.get(block) ?? new Map<string, Uint8Array>();
  remembered.set(block, memory);
  const known = memory.get(term.name);
  if (known) return known;
  const best = new Uint8Array(block.heads.ids.length);
  term.lookThrough(block.heads, WEIGHT.head, best, only);
  if (block.leads) term.lookThrough(block.leads, WEIGHT.lead, best, only);
  if (only === null) remember(memory, term.name, best);
  return best;
}

function remember(memory: Map<string, Uint8Array>, name: string, best: Uint8Array): void {
  const [oldest] = memory.keys();
  if (memory.size >= REMEMBERED && oldest !== undefined) memory.delete(oldest);
  memory.set(name, best);
}

/** The places that are not out, where they are so few that looking at each is quicker; else null. */
function fewLeft(isOut: Uint8Array): number[] | null {
  const left: number[] = [];
  const most = isOut.length / FEW;
  for (let at = isOut.indexOf(0); at >= 0; at = isOut.indexOf(0, at + 1)) {
    if (left.length >= most) return null;
    left.push(at);
  }
  return left;
}

/** What a term is worth by the names of sources; null where none has it. */
function namesWorth(sources: readonly SearchedSource[], term: TermMatcher, size: number): Uint8Array | null {
  let worth: Uint8Array | null = null;
  for (const { id, name } of sources) {
    const found = term.find(wordsOf(name)).worth;
    if (found === 0) continue;
    worth ??= new Uint8Array(size);
    worth[id] = found * WEIGHT.source;
  }
  return worth;
}
