/** Writes under way at once: waiting for each by itself takes as long again as the writes. */
const AT_ONCE = 500;

/** Many writes of one transaction that are not waited for one by one. What one of them rejects with, `add` or `settle` does. */
export class Writes {
  readonly #underWay: Promise<unknown>[] = [];

  /** Takes a write that was begun; waits where enough of them are under way. */
  async add(write: Promise<unknown>): Promise<void> {
    // Told to whoever waits for all of them; where nobody comes to it, another error was first.
    write.catch(() => undefined);
    this.#underWay.push(write);
    if (this.#underWay.length >= AT_ONCE) await this.settle();
  }

  /** Waits for all that are under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay.splice(0));
  }
}
