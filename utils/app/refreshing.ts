/** The refresh that the reader asked for, while it runs. A cache: with the background it ends. */
export class Refreshing {
  #running = false;
  #cancelled = false;

  get isRunning(): boolean {
    return this.#running;
  }

  /** Whether what has not been asked yet is to be left out. */
  get isCancelled(): boolean {
    return this.#cancelled;
  }

  begin(): void {
    this.#running = true;
    this.#cancelled = false;
  }

  cancel(): void {
    this.#cancelled = this.#running;
  }

  end(): void {
    this.#running = false;
    this.#cancelled = false;
  }
}
