/**
 * Which articles hold each term, and with what weight: lists that grow at their end and are walked from there. A list
 * lies in blocks that double in size, one word an article, each with a word in front that leads to the block before
 * (as the slices of Lucene's in-memory index): a walk then waits for memory once in many steps, and a term of one article
 * costs three words.
 */
import { WEIGHT_MASK } from './packed.ts';

const WEIGHT_BITS = 9;
const NONE = 0;
/** The word in front of a block holds where the block before ends, and its level. */
const LEVEL_BITS = 3;
const LEVEL_MASK = 0b111;
const ONE = 1 << LEVEL_BITS;
/** Words of a block by its level, the one in front not counted. */
const SIZES = [2, 4, 8, 16, 32, 64, 128] as const;
const LAST = SIZES.length - 1;
const sizeOf = (level: number): number => SIZES[level] ?? 0;

/** All that the lists are made of. */
export interface PostingsParts {
  readonly words: Uint32Array;
  readonly end: number;
  readonly tails: Uint32Array;
  readonly blocks: Uint16Array;
}

/** The lists of all terms of one window. */
export class Postings {
  /** Word 0 is no block. */
  #words: Uint32Array;
  #end: number;
  /** By the number of the term: where its newest word is, and how much its last block still takes, with the block's level. */
  readonly #tails: Uint32Array;
  readonly #blocks: Uint16Array;

  private constructor({ words, end, tails, blocks }: PostingsParts) {
    this.#words = words;
    this.#end = end;
    this.#tails = tails;
    this.#blocks = blocks;
  }

  /** Empty lists for terms with numbers below `terms`, and about so many postings; more make it grow. */
  static sized(terms: number, postings: number): Postings {
    return new Postings({
      words: new Uint32Array(Math.ceil(postings * 1.5) + 64),
      end: 1,
      tails: new Uint32Array(terms),
      blocks: new Uint16Array(terms),
    });
  }

  /** The lists that were made of these parts; they go on in them. */
  static of(parts: PostingsParts): Postings {
    return new Postings(parts);
  }

  /** What the lists are made of, not copied. */
  get parts(): PostingsParts {
    return { words: this.#words, end: this.#end, tails: this.#tails, blocks: this.#blocks };
  }

  get bytes(): number {
    return this.#words.byteLength + this.#tails.length * 6;
  }

  /** Adds an article behind all others of a term; places must not fall. */
  add(term: number, place: number, weight: number): void {
    let block = this.#blocks[term] ?? 0;
    if (block >>> LEVEL_BITS === 0) block = this.#open(term, block);
    const at = (this.#tails[term] ?? 0) + 1;
    this.#words[at] = ((place << WEIGHT_BITS) | (weight & WEIGHT_MASK)) >>> 0;
    this.#tails[term] = at;
    this.#blocks[term] = block - ONE;
  }

  /** Visits the articles of a term from place `first` on, newest first, at most `limit`; gives how many these were. */
  visit(term: number, first: number, limit: number, take: (place: number, weight: number) => void): number {
    const words = this.#words;
    let at = this.#tails[term] ?? NONE;
    const block = this.#blocks[term] ?? 0;
    let front = at - sizeOf(block & LEVEL_MASK) + (block >>> LEVEL_BITS);
    let visited = 0;
    while (at !== NONE && visited < limit) {
      const word = words[at] ?? 0;
      if (word >>> WEIGHT_BITS < first) break;
      take(word >>> WEIGHT_BITS, word & WEIGHT_MASK);
      visited += 1;
      at -= 1;
      if (at > front) continue;
      const before = words[front] ?? NONE;
      at = before >>> LEVEL_BITS;
      front = at - sizeOf(before & LEVEL_MASK);
    }
    return visited;
  }

  /** Begins a new block of a term, larger than the one before. */
  #open(term: number, block: number): number {
    const before = this.#tails[term] ?? NONE;
    const level = before === NONE ? 0 : Math.min(LAST, (block & LEVEL_MASK) + 1);
    const size = sizeOf(level);
    this.#reserve(size + 1);
    this.#words[this.#end] = before === NONE ? NONE : (before << LEVEL_BITS) | (block & LEVEL_MASK);
    this.#tails[term] = this.#end;
    this.#end += size + 1;
    return (size << LEVEL_BITS) | level;
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#words.length) return;
    const words = new Uint32Array(Math.ceil((this.#end + more) * 1.3));
    words.set(this.#words);
    this.#words = words;
  }
}
