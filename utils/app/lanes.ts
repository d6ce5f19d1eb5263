/** Requests side by side, without crowding any one host: one set of lanes for everything that asks. */

/** Requests in flight at once, in all. To one host there is one. */
const MOST_AT_ONCE = 6;

interface Waiting {
  readonly host: string;
  readonly start: () => void;
}

/** Six lanes that all checks, looks and refreshes share, so that together they stay within what one may do. */
export class Lanes {
  readonly #busy = new Set<string>();
  #waiting: Waiting[] = [];

  /**
   * Runs `work` once a lane and the host are free, in the order of asking; what a reader waits for (`isUrgent`) goes
   * first. Gives what `work` gives.
   */
  async run<T>(host: string, work: () => Promise<T>, isUrgent = false): Promise<T> {
    await new Promise<void>((start) => {
      if (isUrgent) this.#waiting.unshift({ host, start });
      else this.#waiting.push({ host, start });
      this.#startNext();
    });
    try {
      return await work();
    } finally {
      this.#busy.delete(host);
      this.#startNext();
    }
  }

  #startNext(): void {
    while (this.#busy.size < MOST_AT_ONCE) {
      const index = this.#waiting.findIndex(({ host }) => !this.#busy.has(host));
      const [next] = index < 0 ? [] : this.#waiting.splice(index, 1);
      if (!next) return;
      this.#busy.add(next.host);
      next.start();
    }
  }
}
