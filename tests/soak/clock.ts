/**
 * A clock that days pass on in seconds: timers of the process under test wait in its queue and fire in their order,
 * each once all real work that the one before set off (database, hashes, streams) has come to rest.
 */

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/** Turns of the real event loop without any work after which nothing is under way any more. */
const IDLE_TURNS = 3;

export class VirtualClock {
  /** UTC ms. */
  now: number;
  #order = 0;
  #timers = new Map<number, Timer>();
  #working = 0;
  readonly #realImmediate = globalThis.setImmediate;
  readonly #restore: (() => void)[] = [];

  constructor(start: number) {
    this.now = start;
  }

  /** Takes the place of the process's timers, and counts its real work. `uninstall` puts everything back. */
  install(): void {
    const replace = <K extends keyof typeof globalThis>(name: K, value: (typeof globalThis)[K]): void => {
      const before = globalThis[name];
      globalThis[name] = value;
      this.#restore.push(() => {
        globalThis[name] = before;
      });
    };
    const after = (fire: () => void, ms = 0): number => this.at(this.now + ms, fire);
    replace('setTimeout', after as unknown as typeof setTimeout);
    replace('clearTimeout', ((id: number) => this.cancel(id)) as unknown as typeof clearTimeout);
    // The database's own turns: what it still has to do is work under way.
    replace('setImmediate', ((work: () => void) => {
      this.#working += 1;
      return this.#realImmediate(() => {
        this.#working -= 1;
        work();
      });
    }) as unknown as typeof setImmediate);
    this.#countHashes();
  }

  uninstall(): void {
    for (const restore of this.#restore.splice(0).reverse()) restore();
  }

  /** Calls `fire` at a time (UTC ms); gives what cancels it. */
  at(time: number, fire: () => void): number {
    const id = ++this.#order;
    this.#timers.set(id, { at: time, order: id, fire });
    return id;
  }

  cancel(id: number): void {
    this.#timers.delete(id);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => void this.at(this.now + ms, resolve));
  }

  /** Lets time pass until `end` (UTC ms), or until `isDone` says so. */
  async runUntil(end: number, isDone: () => boolean = () => false): Promise<void> {
    await this.settle();
    while (!isDone()) {
      const next = this.#next();
      if (next === undefined || next.at > end) break;
      this.#timers.delete(next.order);
      this.now = Math.max(this.now, next.at);
      next.fire();
      await this.settle();
    }
    if (!isDone()) this.now = Math.max(this.now, end);
  }

  /** Waits until all real work that was set off has come to rest. */
  async settle(): Promise<void> {
    for (let idle = 0; idle < IDLE_TURNS; idle++) {
      await new Promise<void>((resolve) => void this.#realImmediate(() => resolve()));
      if (this.#working > 0) idle = -1;
    }
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers.values()) {
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }

  /** Hashes are made on other threads of the process. */
  #countHashes(): void {
    const { subtle } = crypto;
    const digest = subtle.digest.bind(subtle);
    subtle.digest = async (...args) => {
      this.#working += 1;
      try {
        return await digest(...args);
      } finally {
        this.#working -= 1;
      }
    };
    this.#restore.push(() => {
      subtle.digest = digest;
    });
  }
}
