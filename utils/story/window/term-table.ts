/**
 * Terms of the window: each has a number, given in order of first use, so that common terms, which come first, lie close
 * together in every array by number. An open-addressing table (linear probing) leads from the term to its number.
 */
import { KEY, type Kind, kindOf, STEM } from '../term.ts';

const EMPTY = 0xffffffff;
/** Above this load, probing gets slow. */
const FULL = 0.7;
const SMALLEST = 1 << 10;
/** Numbers of terms are stored in 21 bits. */
export const MOST_TERMS = 1 << 21;

/** All that a table holds: what a table is made anew from, without asking for any term. */
export interface TermTableParts {
  readonly terms: Uint32Array;
  readonly kinds: Uint8Array;
  readonly counts: Uint32Array;
  readonly slots: Uint32Array;
  readonly size: number;
}

/** The numbers of the terms of one window. */
export class TermTable {
  /** Numbers of terms are below this. */
  readonly capacity: number;
  /** How many articles of the window hold the term, by its number. */
  readonly counts: Uint32Array;
  readonly #terms: Uint32Array;
  /** Asked far more often than the term itself, and a quarter of it to fetch. */
  readonly #kinds: Uint8Array;
  /** Two words a slot, side by side: a term and its number. */
  readonly #slots: Uint32Array;
  #size: number;

  private constructor({ terms, kinds, counts, slots, size }: TermTableParts) {
    this.capacity = terms.length;
    this.#terms = terms;
    this.#kinds = kinds;
    this.counts = counts;
    this.#slots = slots;
    this.#size = size;
  }

  /** An empty table with room for about so many terms. */
  static sized(wanted: number): TermTable {
    let slots = SMALLEST;
    while (slots * FULL < wanted && slots < MOST_TERMS) slots *= 2;
    const capacity = Math.floor(slots * FULL);
    return new TermTable({
      terms: new Uint32Array(capacity),
      kinds: new Uint8Array(capacity),
      counts: new Uint32Array(capacity),
      slots: new Uint32Array(2 * slots).fill(EMPTY),
      size: 0,
    });
  }

  /** The table that had these parts; it goes on in them. */
  static of(parts: TermTableParts): TermTable {
    return new TermTable(parts);
  }

  /** What the table is made of, not copied. */
  get parts(): TermTableParts {
    const { counts } = this;
    return { terms: this.#terms, kinds: this.#kinds, counts, slots: this.#slots, size: this.#size };
  }

  /** Whether so many more terms fit before the table must grow. */
  fits(more: number): boolean {
    return this.#size + more <= this.capacity;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#slots.byteLength + this.capacity * 9;
  }

  /** The term of a number. */
  termAt(number: number): number {
    return this.#terms[number] ?? 0;
  }

  kindAt(number: number): Kind {
    return KINDS[this.#kinds[number] ?? STEM] ?? STEM;
  }

  /** The number of a term, or -1. */
  find(term: number): number {
    const slot = this.#slotOf(term);
    return this.#slots[slot] === term ? (this.#slots[slot + 1] ?? -1) : -1;
  }

  /** The number of a term, which gets the next one if it had none. */
  place(term: number): number {
    const slot = this.#slotOf(term);
    if (this.#slots[slot] === term) return this.#slots[slot + 1] ?? 0;
    const number = this.#size;
    this.#slots[slot] = term;
    this.#slots[slot + 1] = number;
    this.#terms[number] = term;
    this.#kinds[number] = kindOf(term);
    this.#size += 1;
    return number;
  }

  /** Where a term lies, or where it would be put. */
  #slotOf(term: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (Math.imul(term, 0x9e3779b1) >>> 10) & mask & ~1;
    while (slots[slot] !== term && slots[slot] !== EMPTY) slot = (slot + 2) & mask;
    return slot;
  }
}

const KINDS: readonly Kind[] = Array.from({ length: KEY + 1 }, (_, kind) => kind as Kind);
