/** Loading the story engine from what is stored; its code is loaded with it. */
import type { Engine } from '../store/assign-stories.ts';
import { readApart } from '../store/bindings.ts';
import { readImage } from '../store/engine-image.ts';
import type { Database } from '../store/schema.ts';
import { readSince, readWindow, type StoredWindow, type WindowSince } from '../store/story-window.ts';
import type { ApartPair } from '../story/apart.ts';
import { KEEP, MOST_ARTICLES, Stories } from '../story/stories.ts';
import type { WindowImage } from '../story/window/image.ts';
import { rowEnd } from '../story/window/packed.ts';
import type { StoryData } from './story-data.ts';

/** What the reader parted. */
interface Parted {
  readonly pairs: readonly ApartPair[];
  readonly storyOf: ReadonlyMap<number, number>;
}

/** The engine over the window as it is stored now: its image and what came since, where there is one, else all rows. */
export async function loadEngine(data: Promise<StoryData>, db: Database): Promise<Engine> {
  const [stored, apart] = await Promise.all([readImage(db), readApart(db)]);
  const since = stored && (await readSince(db, stored.at));
  const engine = since && goOn(await data, stored.image, since, apart);
  return engine ?? load(await data, await readWindow(db), apart);
}

/** The engine as it was when the window was written. */
export function load(data: StoryData, stored: StoredWindow, apart: Parted): Engine {
  const engine = emptyEngine(data, stored);
  const { chunks, redirects } = stored;
  const end = (story: number): number => {
    const into = redirects.get(story);
    return into === undefined ? story : end(into);
  };
  const articlesInAll = chunks.reduce((sum, { articles }) => sum + articles.length, 0);
  const bytesInAll = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  engine.stories.reserve(articlesInAll, bytesInAll);
  engine.newer = takeIn(engine, chunks, 0, end);
  engine.stories.apart.set(apart.pairs, apart.storyOf);
  return engine;
}

/** The engine from its image; null where that is of another version. */
export function goOn(
  data: StoryData,
  image: WindowImage,
  { chunks, known, ...ends }: WindowSince,
  apart: Parted,
): Engine | null {
  const engine = emptyEngine(data, ends);
  if (!engine.stories.become(image)) return null;
  engine.newer = takeIn(engine, chunks, known, (story) => story);
  // Those of a chunk that the image holds in part may be older than it, and are joined already.
  engine.stories.joinAll(chunks.flatMap(({ joins = [] }) => joins));
  engine.stories.apart.set(apart.pairs, apart.storyOf);
  return engine;
}

function emptyEngine({ knowledge, model }: StoryData, { revision, lastStory }: WindowEnds): Engine {
  const engine: Engine = {
    stories: new Stories({ knowledge, model, nextStory: () => ++engine.lastStory }),
    revision,
    lastStory,
    newer: 0,
  };
  return engine;
}

type WindowEnds = Pick<StoredWindow, 'revision' | 'lastStory'>;

/** Takes in the rows of chunks, but for so many of the first; gives how many these were. */
function takeIn(
  engine: Engine,
  chunks: StoredWindow['chunks'],
  known: number,
  end: (story: number) => number,
): number {
  let skipped = known;
  let taken = 0;
  for (const { articles, stories, bytes } of chunks) {
    let at = 0;
    for (const [index, article] of articles.entries()) {
      const story = stories[index] ?? 0;
      const next = skipped > 0 ? rowEnd(bytes, at) : engine.stories.load(article, end(story), bytes, at);
      if (next === null) break;
      if (skipped > 0) skipped -= 1;
      else taken += 1;
      at = next;
    }
  }
  return taken;
}

/** How long the window reaches back, in ms, and how many articles it may hold. */
export const WINDOW = { ms: KEEP, articles: MOST_ARTICLES };
