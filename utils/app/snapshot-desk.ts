/** Snapshots are taken one after the other, so that an older one never takes the place of a newer. */
export class SnapshotDesk {
  #last: Promise<unknown> = Promise.resolve();
  #waiting: Promise<void> | null = null;

  /** Runs `work` when all work before it has ended. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** The same; whoever asks before it has begun shares that run. */
  soon(work: () => Promise<void>): Promise<void> {
    this.#waiting ??= this.alone(() => {
      this.#waiting = null;
      return work();
    });
    return this.#waiting;
  }
}
