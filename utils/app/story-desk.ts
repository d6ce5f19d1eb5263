/**
 * The story engine as the background holds it in memory: loaded when it is first needed, thrown away where it may no
 * longer be true. A cache: the stored window is what it is loaded from.
 */

import type { Engine } from '../store/assign-stories.ts';
import { readApart } from '../store/bindings.ts';
import type { Database } from '../store/schema.ts';
import { readWindow, type StoredWindow } from '../store/story-window.ts';
import type { ApartPair } from '../story/apart.ts';
import type { Knowledge } from '../story/features.ts';
import type { Model } from '../story/match/judge.ts';
import type { Origins } from '../story/rank/origins.ts';
import { KEEP, MOST_ARTICLES, Stories } from '../story/stories.ts';

/** What the engine knows before it has read anything: the files of `public/stories`. */
export interface StoryData {
  readonly knowledge: Knowledge;
  readonly model: Model;
  readonly origins: Origins;
}

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
    const [data, stored, apart] = await Promise.all([this.data(read), readWindow(db), readApart(db)]);
    this.#engine = load(data, stored, apart);
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

/** The engine as it was when the window was written. */
export function load(
  { knowledge, model }: StoryData,
  { chunks, redirects, revision, lastStory }: StoredWindow,
  apart: { readonly pairs: readonly ApartPair[]; readonly storyOf: ReadonlyMap<number, number> },
): Engine {
  const engine: Engine = {
    stories: new Stories({ knowledge, model, nextStory: () => ++engine.lastStory }),
    revision,
    lastStory,
  };
  const end = (story: number): number => {
    const into = redirects.get(story);
    return into === undefined ? story : end(into);
  };
  const articlesInAll = chunks.reduce((sum, { articles }) => sum + articles.length, 0);
  const bytesInAll = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  engine.stories.reserve(articlesInAll, bytesInAll);
  for (const { articles, stories, bytes } of chunks) {
    let at = 0;
    for (const [index, article] of articles.entries()) {
      const next = engine.stories.load(article, end(stories[index] ?? 0), bytes, at);
      if (next === null) break;
      at = next;
    }
  }
  engine.stories.apart.set(apart.pairs, apart.storyOf);
  return engine;
}

/** How long the window reaches back, in ms, and how many articles it may hold. */
export const WINDOW = { ms: KEEP, articles: MOST_ARTICLES };
