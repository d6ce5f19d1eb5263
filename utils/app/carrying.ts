/** The effects of carrying, and one round at a time. */

/** The browser's sync area; see `utils/platform/sync-storage`. */
export interface SyncArea {
  items(): Promise<Record<string, unknown>>;
  change(items: Readonly<Record<string, string>>, remove: readonly string[]): Promise<void>;
}

/** Runs rounds one after another; those asked for while one runs are one. */
export class Rounds {
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  run(work: () => Promise<void>): Promise<void> {
    if (this.#next) return this.#next;
    const next = this.#running.then(() => {
      this.#next = null;
      return work();
    });
    this.#next = next;
    this.#running = next.catch(() => undefined);
    return next;
  }

  /** Runs work that no round may overlap, and gives what it gives. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#running.then(work);
    this.#next = null;
    this.#running = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
