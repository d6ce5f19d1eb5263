/**
 * Terms of the window in an open-addressing table (linear probing): where each was last used, and by how many articles
 * of the window. A term's slot is its number inside of the window until the table grows.
 */

const EMPTY = 0xffffffff;
/** Above this load, probing gets slow. */
const FULL = 0.7;
const SMALLEST = 1 << 10;
/** Slots are stored in 21 bits. */
export const MOST_SLOTS = 1 << 21;

export class TermTable {
  readonly capacity: number;
  /** Newest entry of each slot, `NONE` where there is none. */
  readonly heads: Uint32Array;
  /** How many articles of the window hold the term. */
  readonly counts: Uint32Array;
  readonly #keys: Uint32Array;
  #size = 0;

  constructor(terms: number) {
    let capacity = SMALLEST;
    while (capacity * FULL < terms && capacity < MOST_SLOTS) capacity *= 2;
    this.capacity = capacity;
    this.#keys = new Uint32Array(capacity).fill(EMPTY);
    this.heads = new Uint32Array(capacity).fill(EMPTY);
    this.counts = new Uint32Array(capacity);
  }

  /** Whether so many more terms fit before the table must grow. */
  fits(more: number): boolean {
    return this.#size + more <= this.capacity * FULL;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.capacity * 12;
  }

  /** The term that lies in a slot. */
  termAt(slot: number): number {
    return this.#keys[slot] ?? 0;
  }

  /** The slot of a term, or -1. */
  find(term: number): number {
    const mask = this.capacity - 1;
    let slot = (Math.imul(term, 0x9e3779b1) >>> 11) & mask;
    for (;;) {
      const key = this.#keys[slot];
      if (key === term) return slot;
      if (key === EMPTY) return -1;
      slot = (slot + 1) & mask;
    }
  }

  /** The slot of a term, which is put into the table if it was not there. */
  place(term: number): number {
    const mask = this.capacity - 1;
    let slot = (Math.imul(term, 0x9e3779b1) >>> 11) & mask;
    for (;;) {
      const key = this.#keys[slot];
      if (key === term) return slot;
      if (key === EMPTY) break;
      slot = (slot + 1) & mask;
    }
    this.#keys[slot] = term;
    this.#size += 1;
    return slot;
  }
}

export const NONE = EMPTY;
