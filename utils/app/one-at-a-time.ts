/** Work that shows a state: one run at a time, the last of which began after the last call. */
export class OneAtATime {
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  /** Runs `work`; where it runs already, once more after that for all who called meanwhile. */
  run(work: () => Promise<void>): Promise<void> {
    if (this.#running === null) return this.#begin(work);
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#begin(work);
      });
    return this.#next;
  }

  #begin(work: () => Promise<void>): Promise<void> {
    this.#running = work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }
}
