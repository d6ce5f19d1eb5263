/**
 * Which articles of a window each story has: chains through an array, newest first. A window that was taken as a whole has
 * none until an article is added: what is only asked looks through the column of stories, which the engine does quickly.
 */
import type { Place, Window } from './index.ts';

const NONE = 0xffffffff;

interface Chain {
  head: Place;
  size: number;
}

/** The chains of one window. */
export class Members {
  readonly #window: Window;
  #older = new Uint32Array(0);
  #chains = new Map<number, Chain>();
  #moves = -1;

  constructor(window: Window) {
    this.#window = window;
  }

  /** The newest places of a story, at most `limit`, newest first. */
  of(story: number, limit: number): Place[] {
    if (this.#isBehind) return this.#search(story, limit);
    const places: Place[] = [];
    const first = this.#window.first;
    let place = this.#chains.get(story)?.head ?? NONE;
    while (place !== NONE && place >= first && places.length < limit) {
      places.push(place);
      place = this.#older[place] ?? NONE;
    }
    return places;
  }

  size(story: number): number {
    if (this.#isBehind) return this.#search(story, Number.POSITIVE_INFINITY).length;
    return this.#chains.get(story)?.size ?? 0;
  }

  get stories(): number {
    this.#follow();
    return this.#chains.size;
  }

  /** Rows were loaded, or the column of stories was changed as a whole: the chains are made anew when one is needed. */
  forget(): void {
    this.#moves = -1;
  }

  /** The newest place of the window has just been added. */
  added(): void {
    if (this.#isBehind) this.#follow();
    else this.#append(this.#window.end - 1);
  }

  /** The oldest place is about to leave the window. */
  dropping(place: Place): void {
    this.#follow();
    const story = this.#window.story[place] ?? 0;
    const chain = this.#chains.get(story);
    if (!chain) return;
    chain.size -= 1;
    if (chain.size === 0) this.#chains.delete(story);
  }

  /** Puts places into a story; all chains that change are made anew. */
  move(places: readonly Place[], story: number): void {
    this.#follow();
    const changed = new Set([story]);
    const all = new Map<number, Place[]>();
    for (const place of places) changed.add(this.#window.story[place] ?? 0);
    for (const one of changed) all.set(one, this.of(one, Number.POSITIVE_INFINITY));
    for (const place of places) this.#window.story[place] = story;
    const touched = [...new Set([...all.values()].flat().concat(places))].sort((one, two) => one - two);
    for (const one of changed) this.#chains.delete(one);
    for (const place of touched) this.#append(place);
  }

  /** Whether the window moved its places since the chains were made. */
  get #isBehind(): boolean {
    return this.#moves !== this.#window.moves;
  }

  #search(story: number, limit: number): Place[] {
    const { story: column, first, end } = this.#window;
    const places: Place[] = [];
    let place = end === 0 ? -1 : column.lastIndexOf(story, end - 1);
    while (place >= first && places.length < limit) {
      places.push(place);
      place = place === 0 ? -1 : column.lastIndexOf(story, place - 1);
    }
    return places;
  }

  #append(place: Place): void {
    if (this.#older.length < this.#window.minutes.length) this.#grow();
    const story = this.#window.story[place] ?? 0;
    const chain = this.#chains.get(story);
    this.#older[place] = chain?.head ?? NONE;
    if (chain) {
      chain.head = place;
      chain.size += 1;
    } else this.#chains.set(story, { head: place, size: 1 });
  }

  #grow(): void {
    const next = new Uint32Array(this.#window.minutes.length);
    next.set(this.#older);
    this.#older = next;
  }

  /** After the window moved its places: chains from the rows, oldest first. */
  #follow(): void {
    if (!this.#isBehind) return;
    this.#moves = this.#window.moves;
    this.#chains = new Map();
    this.#older = new Uint32Array(this.#window.minutes.length);
    for (let place = this.#window.first; place < this.#window.end; place += 1) this.#append(place);
  }
}
