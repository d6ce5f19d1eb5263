/** A row of the report as it grows. */
import type { SoakRow } from '../report.ts';
import { RIGHT, type Verdict } from './truth.ts';

export class Row {
  readonly #fault: string;
  readonly #began = Date.now();
  #lost = 0;
  #doubled = 0;
  #stuck = 0;
  #breaches = 0;
  #slowest = 0;
  tries = 0;

  constructor(fault: string) {
    this.#fault = fault;
  }

  /** Adds what was found after one fault; `recoverMs` null: it hit nothing, so that it is no try. */
  add(verdict: Verdict, recoverMs: number | null): void {
    this.#lost += verdict.lost;
    this.#doubled += verdict.doubled;
    this.#stuck += verdict.stuck;
    this.#breaches += verdict.breaches.length;
    for (const breach of verdict.breaches) console.error(`${this.#fault}: ${breach}`);
    if (recoverMs === null) return;
    this.tries += 1;
    this.#slowest = Math.max(this.#slowest, recoverMs);
  }

  breach(what: string): void {
    this.add({ ...RIGHT, breaches: [what] }, null);
  }

  /** The row; `recoverMs` is the longest. */
  done(): SoakRow {
    const minutes = (Date.now() - this.#began) / 60_000;
    console.error(`${this.#fault}: ${this.tries} tries, ${(this.tries / minutes).toFixed(1)} a minute`);
    return {
      fault: this.#fault,
      tries: this.tries,
      lost: this.#lost,
      doubled: this.#doubled,
      stuck: this.#stuck,
      breaches: this.#breaches,
      recoverMs: Math.round(this.#slowest),
    };
  }
}
