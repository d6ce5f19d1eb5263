/**
 * Articles that the reader parted: whatever stories they are in, these are never made one, also not by way of a third.
 * Kept as pairs of articles, since stories come and go.
 */
export interface ApartPair {
  readonly one: number;
  readonly other: number;
}

/** The pairs, by the stories that their articles are in now. */
export class Apart {
  #pairs: readonly ApartPair[] = [];
  /** The story of each article that has a pair. */
  #stories = new Map<number, number>();

  /** Takes the pairs as they are now, with the story that each of their articles is in. */
  set(pairs: readonly ApartPair[], storyOf: ReadonlyMap<number, number>): void {
    this.#pairs = pairs;
    this.#stories = new Map(storyOf);
  }

  /** Whether two stories hold articles that the reader parted. */
  forbids(one: number, other: number): boolean {
    return this.#pairs.some((pair) => {
      const [a, b] = [this.#stories.get(pair.one), this.#stories.get(pair.other)];
      return (a === one && b === other) || (a === other && b === one);
    });
  }

  /** A story became part of another. */
  joined(from: number, into: number): void {
    for (const [article, story] of this.#stories) if (story === from) this.#stories.set(article, into);
  }
}
