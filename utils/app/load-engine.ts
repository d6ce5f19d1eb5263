/** Loading the story engine from what is stored; its code is loaded with it. */
import type { Engine } from '../store/assign-stories.ts';
import { readApart } from '../store/bindings.ts';
import type { Database } from '../store/schema.ts';
import { readWindow, type StoredWindow } from '../store/story-window.ts';
import type { ApartPair } from '../story/apart.ts';
import { KEEP, MOST_ARTICLES, Stories } from '../story/stories.ts';
import type { StoryData } from './story-data.ts';

/** The engine over the window as it is stored now. */
export async function loadEngine(data: StoryData, db: Database): Promise<Engine> {
  const [stored, apart] = await Promise.all([readWindow(db), readApart(db)]);
  return load(data, stored, apart);
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
