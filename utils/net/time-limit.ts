/** How long a server may take. */

/** To send headers, and the whole body, in ms. */
export const HEADERS_TIMEOUT_MS = 20_000;
export const TOTAL_TIMEOUT_MS = 60_000;

/** Two clocks on one request: one until the headers, one for all of it. */
export class TimeLimit {
  readonly #abort = new AbortController();
  readonly #headers = setTimeout(() => this.#abort.abort(), HEADERS_TIMEOUT_MS);
  readonly #total = setTimeout(() => this.#abort.abort(), TOTAL_TIMEOUT_MS);

  /** Aborts the request where a limit is passed. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Stops the clock for the headers. */
  headersArrived(): void {
    clearTimeout(this.#headers);
  }

  /** Stops both clocks; to be called however the request ended. */
  end(): void {
    clearTimeout(this.#headers);
    clearTimeout(this.#total);
  }
}
