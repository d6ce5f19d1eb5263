/**
 * Stable hashes for telling contents apart: the same value in every browser, version and run, so that they may be
 * stored. Not cryptographic: a publisher who wants two texts to collide can make them do so, and harms only itself.
 *
 * Two lanes of 32 bits that multiply and shift in the manner of MurmurHash3 (Appleby), with different constants.
 */

/** Hash of a string's UTF-16 code units as 16 hexadecimal digits. */
export function hashText(text: string): string {
  const hash = new TextHash();
  hash.add(text);
  return hash.digest();
}

/** The same of a text that comes piece by piece; how it is cut makes no difference. */
export class TextHash {
  #high = HIGH_SEED;
  #low = LOW_SEED;
  #length = 0;

  add(text: string): void {
    let [high, low] = [this.#high, this.#low];
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      high = mixHigh(high, unit);
      low = mixLow(low, unit);
    }
    this.#high = high;
    this.#low = low;
    this.#length += text.length;
  }

  /** The hash of all that was added so far. */
  digest(): string {
    return finish(this.#high, this.#low, this.#length);
  }
}

const HIGH_SEED = 0x1b873593;
const LOW_SEED = 0x41c6ce57;

/** A multiplication moves bits up only, the shift brings them down again. Both can be undone, so nothing is lost. */
function mixHigh(state: number, word: number): number {
  const product = Math.imul(state ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

function mixLow(state: number, word: number): number {
  const product = Math.imul(state ^ word, 0x5f356495);
  return product ^ (product >>> 13);
}

/** Lets every bit of both lanes reach every bit of the result. */
function finish(high: number, low: number, length: number): string {
  const a = avalanche(high ^ length);
  const b = avalanche(low ^ Math.imul(length, 0x27d4eb2f));
  return hex(avalanche(a ^ Math.imul(b, 0x165667b1))) + hex(b);
}

/** The finaliser of MurmurHash3. */
function avalanche(state: number): number {
  const first = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
