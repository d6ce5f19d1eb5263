/**
 * The articles of the last days as an inverted index in typed arrays. It is a pure function of its rows in their order:
 * loaded from stored rows it answers as the one that wrote them, bit for bit. Weights are integers, so that sums do
 * not depend on the order in which they are taken.
 *
 * Entries of all articles lie one behind the other; beside them each term has the list of articles that hold it, so that
 * a walk over a term meets the newest articles first and ends at the first that has left the window.
 */
import { KEY, type Kind, kindOf, STEM } from '../term.ts';
import type { WindowParts } from './image.ts';
import { type Row, WEIGHT_MASK } from './packed.ts';
import { Postings } from './postings.ts';
import { MOST_TERMS, TermTable } from './term-table.ts';

const SLOT_SHIFT = 11;
const FLAGS = 0x600;
/** Of so many terms that articles hold, one is new to the window: news keeps using the same words. */
const TERMS_A_NEW_ONE = 10;

/** An article's place in the window; places only grow until the window is tidied up, which moves them all down. */
export type Place = number;

/** One column a field, by place; columns grow by doubling. */
export class Window {
  /** Row fields by place. */
  minutes = new Uint32Array(64);
  language = new Uint8Array(64);
  cues = new Uint8Array(64);
  day = new Uint8Array(64);
  owner = new Uint32Array(64);
  /** Number of the story that an article is in; kept by whoever clusters. */
  story = new Uint32Array(64);
  /** The article's number outside of the window. */
  ids = new Float64Array(64);
  /** Length of the vector that articles of one language, and of different ones, are compared by. */
  norm = new Float32Array(64);
  crossNorm = new Float32Array(64);

  #starts = new Uint32Array(65);
  #shapeStarts = new Uint32Array(65);
  #shapes = new Uint8Array(4096);
  /** Slot, flags and weight in one word. */
  #entries = new Uint32Array(2048);
  #table = TermTable.sized(0);
  #postings = Postings.sized(this.#table.capacity, 2048);
  #first = 0;
  #end = 0;
  #languages = new Uint32Array(4);
  #moves = 0;

  /** The oldest article that is still in the window, and the place behind the newest. */
  get first(): Place {
    return this.#first;
  }

  get end(): Place {
    return this.#end;
  }

  get size(): number {
    return this.#end - this.#first;
  }

  /** Grows whenever places have changed. */
  get moves(): number {
    return this.#moves;
  }

  /** How many articles of the window hold a term. */
  count(term: number): number {
    const slot = this.#table.find(term);
    return slot < 0 ? 0 : (this.#table.counts[slot] ?? 0);
  }

  /** How many articles of the window are in a language. */
  inLanguage(language: number): number {
    return this.#languages[language] ?? 0;
  }

  /** Adds a row behind all others. Places of earlier articles may change, so none may be held over this call. */
  add(id: number, story: number, row: Row): Place {
    this.#makeRoom(row);
    const place = this.#end;
    this.#end += 1;
    this.ids[place] = id;
    this.story[place] = story;
    this.minutes[place] = row.minutes;
    this.language[place] = row.language;
    this.cues[place] = row.cues;
    this.day[place] = row.day;
    this.owner[place] = row.owner;
    this.#languages[row.language] = this.inLanguage(row.language) + 1;
    const shapeStart = this.#shapeStarts[place] ?? 0;
    this.#shapes.set(row.shape, shapeStart);
    this.#shapeStarts[place + 1] = shapeStart + row.shape.length;
    this.#addEntries(place, row.terms, row.weights);
    return place;
  }

  #addEntries(place: Place, terms: Uint32Array, weights: Uint16Array): void {
    let at = this.#starts[place] ?? 0;
    let same = 0;
    let cross = 0;
    for (let i = 0; i < terms.length; i += 1, at += 1) {
      const term = terms[i] ?? 0;
      const word = weights[i] ?? 0;
      this.#put(at, place, term, word);
      const square = (word & WEIGHT_MASK) ** 2;
      const kind = kindOf(term);
      if (kind !== KEY) same += square;
      if (kind !== STEM) cross += square;
    }
    this.#starts[place + 1] = at;
    this.norm[place] = Math.sqrt(same);
    this.crossNorm[place] = Math.sqrt(cross);
  }

  /** Puts a term of an article in its place among the entries, and the article among those that hold the term. */
  #put(at: number, place: Place, term: number, word: number): void {
    const slot = this.#table.place(term);
    this.#entries[at] = ((slot << SLOT_SHIFT) | (word & (FLAGS | WEIGHT_MASK))) >>> 0;
    this.#postings.add(slot, place, word & WEIGHT_MASK);
    this.#table.counts[slot] = (this.#table.counts[slot] ?? 0) + 1;
  }

  /** Takes the oldest article out. */
  dropFirst(): void {
    const place = this.#first;
    const end = this.#starts[place + 1] ?? 0;
    for (let at = this.#starts[place] ?? 0; at < end; at += 1) {
      const slot = (this.#entries[at] ?? 0) >>> SLOT_SHIFT;
      this.#table.counts[slot] = Math.max(0, (this.#table.counts[slot] ?? 0) - 1);
    }
    const language = this.language[place] ?? 0;
    this.#languages[language] = this.inLanguage(language) - 1;
    this.#first += 1;
  }

  /**
   * Visits the articles of the window that hold a term, newest first, at most `limit` of them, with the weight it has
   * there. Gives how many were visited.
   */
  visit(term: number, limit: number, take: (place: Place, weight: number) => void): number {
    const slot = this.#table.find(term);
    if (slot < 0) return 0;
    return this.#postings.visit(slot, this.#first, limit, take);
  }

  /** How many terms an article has, and where its entries begin (for `termAt` and `weightAt`). */
  startOf(place: Place): number {
    return this.#starts[place] ?? 0;
  }

  termAt(entry: number): number {
    return this.#table.termAt((this.#entries[entry] ?? 0) >>> SLOT_SHIFT);
  }

  /** Slot of an entry's term: a small number that is the same for all articles until the next `add`. */
  slotAt(entry: number): number {
    return (this.#entries[entry] ?? 0) >>> SLOT_SHIFT;
  }

  /** Weight and flags of an entry, as in a row. */
  weightAt(entry: number): number {
    return (this.#entries[entry] ?? 0) & (FLAGS | WEIGHT_MASK);
  }

  slotOf(term: number): number {
    return this.#table.find(term);
  }

  kindOfSlot(slot: number): Kind {
    return this.#table.kindAt(slot);
  }

  termOfSlot(slot: number): number {
    return this.#table.termAt(slot);
  }

  /** Numbers of slots are below this. */
  get slots(): number {
    return this.#table.capacity;
  }

  shapeOf(place: Place): Uint8Array {
    return this.#shapes.subarray(this.#shapeStarts[place] ?? 0, this.#shapeStarts[place + 1] ?? 0);
  }

  /** The row of an article, as it was added. */
  row(place: Place): Row {
    const start = this.#starts[place] ?? 0;
    const count = (this.#starts[place + 1] ?? 0) - start;
    const terms = new Uint32Array(count);
    const weights = new Uint16Array(count);
    for (let i = 0; i < count; i += 1) {
      terms[i] = this.termAt(start + i);
      weights[i] = this.weightAt(start + i);
    }
    return {
      language: this.language[place] ?? 0,
      cues: this.cues[place] ?? 0,
      minutes: this.minutes[place] ?? 0,
      owner: this.owner[place] ?? 0,
      day: this.day[place] ?? 0,
      shape: this.shapeOf(place).slice(),
      terms,
      weights,
    };
  }

  /** What the window is made of, not copied. */
  get parts(): WindowParts {
    const { minutes, language, cues, day, owner, story, ids, norm, crossNorm } = this;
    return {
      fields: { minutes, language, cues, day, owner, story, ids, norm, crossNorm },
      starts: this.#starts,
      shapeStarts: this.#shapeStarts,
      shapes: this.#shapes,
      entries: this.#entries,
      languages: this.#languages,
      first: this.#first,
      end: this.#end,
      table: this.#table.parts,
      postings: this.#postings.parts,
    };
  }

  /** Becomes the window that had these parts, and goes on in them. */
  become({ fields, starts, shapeStarts, shapes, entries, languages, ...rest }: WindowParts): void {
    Object.assign(this, fields);
    this.#starts = starts;
    this.#shapeStarts = shapeStarts;
    this.#shapes = shapes;
    this.#entries = entries;
    this.#languages = languages;
    this.#first = rest.first;
    this.#end = rest.end;
    this.#table = TermTable.of(rest.table);
    this.#postings = Postings.of(rest.postings);
    this.#moves += 1;
  }

  /** Bytes of all typed arrays. */
  get bytes(): number {
    const articles = this.minutes.length * (4 + 1 + 1 + 1 + 4 + 4 + 8 + 4 + 4 + 4 + 4);
    const entries = this.#entries.length * 4 + this.#postings.bytes;
    return articles + entries + this.#shapes.length + this.#table.bytes;
  }

  /** Where a limit is reached, drops what has left the window, and grows what is too small still. */
  #makeRoom({ terms, shape }: Row): void {
    const end = this.#end;
    const entries = (this.#starts[end] ?? 0) + terms.length;
    const shapes = (this.#shapeStarts[end] ?? 0) + shape.length;
    const fits =
      end + 1 < this.minutes.length &&
      entries <= this.#entries.length &&
      shapes <= this.#shapes.length &&
      this.#table.fits(terms.length);
    if (!fits) this.#rebuild(terms.length, shape.length);
  }

  /** Makes room for articles with so many terms and letters of headlines together, so that taking them in moves nothing. */
  reserve(articles: number, terms: number, letters: number): void {
    this.#rebuild(terms, letters, articles, Math.ceil(terms / TERMS_A_NEW_ONE));
  }

  /** Moves the articles of the window to the front of new arrays with room for a fifth more. */
  #rebuild(moreEntries: number, moreShape: number, more = 1, newTerms = moreEntries * 8): void {
    const from = this.#first;
    const count = this.size;
    const entryFrom = this.#starts[from] ?? 0;
    const shapeFrom = this.#shapeStarts[from] ?? 0;
    const entries = (this.#starts[this.#end] ?? 0) - entryFrom;
    const shapes = (this.#shapeStarts[this.#end] ?? 0) - shapeFrom;
    const old = { entries: this.#entries, table: this.#table };
    const room = roomier(count + more);
    this.#moveFields(from, count, room);
    this.#starts = moved(this.#starts, from, count + 1, room + 1, entryFrom);
    this.#shapeStarts = moved(this.#shapeStarts, from, count + 1, room + 1, shapeFrom);
    const shapeRoom = new Uint8Array(roomier(shapes + moreShape));
    shapeRoom.set(this.#shapes.subarray(shapeFrom, shapeFrom + shapes));
    this.#shapes = shapeRoom;
    const entryRoom = roomier(entries + moreEntries);
    this.#entries = new Uint32Array(entryRoom);
    const alive = liveTerms(old.table);
    this.#table = TermTable.sized(Math.min(MOST_TERMS, Math.ceil(alive * 1.1) + newTerms));
    this.#postings = Postings.sized(this.#table.capacity, entryRoom);
    this.#first = 0;
    this.#end = count;
    this.#moves += 1;
    this.#link(old.entries, old.table, entryFrom, entries);
  }

  #moveFields(from: Place, count: number, room: number): void {
    this.minutes = moved(this.minutes, from, count, room);
    this.owner = moved(this.owner, from, count, room);
    this.story = moved(this.story, from, count, room);
    this.language = movedBytes(this.language, from, count, room);
    this.cues = movedBytes(this.cues, from, count, room);
    this.day = movedBytes(this.day, from, count, room);
    const ids = new Float64Array(room);
    ids.set(this.ids.subarray(from, from + count));
    this.ids = ids;
    const norms = [this.norm, this.crossNorm].map((old) => {
      const next = new Float32Array(room);
      next.set(old.subarray(from, from + count));
      return next;
    });
    [this.norm = this.norm, this.crossNorm = this.crossNorm] = norms;
  }

  /** Puts moved entries into the new table, oldest first, so that their chains are as they were. */
  #link(old: Uint32Array, table: TermTable, from: number, count: number): void {
    let place = 0;
    for (let at = 0; at < count; at += 1) {
      while ((this.#starts[place + 1] ?? Number.POSITIVE_INFINITY) <= at) place += 1;
      const word = old[from + at] ?? 0;
      this.#put(at, place, table.termAt(word >>> SLOT_SHIFT), word);
    }
  }
}

const roomier = (needed: number): number => Math.max(64, Math.ceil(needed * 1.2) + 16);

function liveTerms(table: TermTable): number {
  let alive = 0;
  for (const count of table.counts) if (count > 0) alive += 1;
  return alive;
}

function moved(
  old: Uint32Array,
  from: number,
  count: number,
  room: number,
  less = 0,
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(room);
  for (let i = 0; i < count; i += 1) next[i] = (old[from + i] ?? 0) - less;
  return next;
}

function movedBytes(old: Uint8Array, from: number, count: number, room: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(room);
  next.set(old.subarray(from, from + count));
  return next;
}
