/** When to kill, and what came of it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Verdict } from './truth.ts';

/** What came of trying to kill. */
export interface Try {
  /** Whether work was in flight: only then it counts. */
  readonly isHit: boolean;
  /** From the death until all was right again, in ms. */
  readonly recoverMs: number;
  readonly verdict: Verdict;
}

/** Moments within a piece of work whose length is learned: a moment that came too late makes the next ones earlier. */
export class Moments {
  #window: number;
  readonly #random: () => number;

  constructor(random: () => number, firstMs: number) {
    this.#random = random;
    this.#window = firstMs;
  }

  wait(): Promise<void> {
    return pause(this.#random() * this.#window);
  }

  learn(isHit: boolean): void {
    this.#window = Math.min(3_000, Math.max(8, this.#window * (isHit ? 1.1 : 0.8)));
  }
}
