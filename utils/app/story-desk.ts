/**
 * The story engine as the background holds it in memory: loaded when it is first needed, thrown away where it may no
 * longer be true. A cache: the stored window is what it is loaded from.
 */

import type { Engine } from '../store/assign-stories.ts';
import type { Database } from '../store/schema.ts';
import type { StoryData } from './story-data.ts';

/** One for each background; whoever uses the engine does so inside `alone`. */
export class StoryDesk {
  #engine: Engine | null = null;
  #data: Promise<StoryData> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when all work before it has ended: the engine is changed by one at a time. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** The engine, loaded where it is not. */
  async engine(db: Database, read: () => Promise<StoryData>): Promise<Engine> {
    if (this.#engine) return this.#engine;
    const data = this.data(read);
    // Both are waited for where the engine is made; what fails before that must not be an error of nobody's.
    data.catch(() => undefined);
    const { loadEngine } = await import('./load-engine.ts');
    this.#engine = await loadEngine(data, db);
    return this.#engine;
  }

  /** Begins to read what the engine is loaded with, for a question that is answered once the database is open. */
  prepare(read: () => Promise<StoryData>): void {
    if (this.#engine) return;
    this.data(read).catch(() => undefined);
    import('./load-engine.ts').catch(() => undefined);
  }

  /** The engine if it is loaded. */
  get loaded(): Engine | null {
    return this.#engine;
  }

  /** What the package knows; read once. */
  data(read: () => Promise<StoryData>): Promise<StoryData> {
    this.#data ??= read().catch((error: unknown) => {
      this.#data = null;
      throw error;
    });
    return this.#data;
  }

  /** Has the engine loaded anew when it is next needed. */
  forget(): void {
    this.#engine = null;
  }
}
