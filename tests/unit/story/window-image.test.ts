/** The engine's memory as it is stored as a whole: what goes on from it is what never stopped. */
import { expect, it } from 'vitest';
import { goOn, load } from '../../../utils/app/load-engine.ts';
import type { Join, WindowChunk } from '../../../utils/model/story.ts';
import { relatedTo } from '../../../utils/story/related.ts';
import type { StoryArticle } from '../../../utils/story/stories.ts';
import { streamArticles } from '../../stories/stream-articles.ts';
import { readStoryData } from '../../tools/stories/knowledge.ts';

const data = await readStoryData();
const NOBODY = { chunks: [], redirects: new Map<number, number>(), revision: 0, lastStory: 0 };
const FREE = { pairs: [], storyOf: new Map<number, number>() };
const CHUNK = 16;
const articles = streamArticles(240);

type Engine = ReturnType<typeof load>;

/** Adds articles, and gives the chunks that would be stored of them. */
function add(engine: Engine, some: readonly StoryArticle[]): WindowChunk[] {
  const chunks: WindowChunk[] = [];
  for (let from = 0; from < some.length; from += CHUNK) {
    const told = some.slice(from, from + CHUNK).map((article) => engine.stories.add(article));
    const joins = told.flatMap(({ merges }) => merges.map(({ from: gone, into }): Join => [gone, into]));
    chunks.push({
      id: chunks.length + 1,
      articles: told.map(({ id }) => id),
      stories: told.map(({ story }) => story),
      bytes: Uint8Array.from(told.flatMap(({ packed }) => [...packed])),
      newestAt: 0,
      joins,
    });
  }
  return chunks;
}

/** What an engine says of articles that it has not seen, and the story of each that it has. */
function saying(engine: Engine, asked: readonly StoryArticle[]): unknown {
  const { stories } = engine;
  const { ids, story, first, end } = stories.window;
  const found = asked.map((one) => relatedTo(stories, { ...one, not: new Set(), story: null }, 8));
  const told = [...new Set(story.slice(first, end))];
  const members = told.map((one) =>
    stories.members.of(one, Number.POSITIVE_INFINITY).map((place) => ids[place]),
  );
  return { found, ids: [...ids.slice(first, end)], story: [...story.slice(first, end)], members };
}

it.each([0, 1, 60, 120])('goes on from an image of %i articles and what came since', (held) => {
  const never = load(data, NOBODY, FREE);
  add(never, articles.slice(0, held));
  const image = structuredClone(never.stories.image);
  const begun = never.lastStory;
  const since = add(never, articles.slice(held, 180));
  const anew = goOn(data, image, { chunks: since, known: 0, revision: 1, lastStory: begun }, FREE);
  if (anew === null) throw new Error('the image was not taken');
  expect(anew.newer).toBe(180 - held);
  anew.lastStory = never.lastStory;
  expect(saying(anew, articles.slice(180))).toEqual(saying(never, articles.slice(180)));
  expect(add(anew, articles.slice(180))).toEqual(add(never, articles.slice(180)));
  expect(saying(anew, articles.slice(170))).toEqual(saying(never, articles.slice(170)));
});

it('passes over the articles of a chunk that the image holds already', () => {
  const never = load(data, NOBODY, FREE);
  const chunks = add(never, articles.slice(0, CHUNK));
  const [chunk] = chunks;
  const before = load(data, NOBODY, FREE);
  add(before, articles.slice(0, 5));
  const image = structuredClone(before.stories.image);
  const ends = { revision: 1, lastStory: never.lastStory };
  const anew = goOn(data, image, { chunks: chunk ? [chunk] : [], known: 5, ...ends }, FREE);
  expect(anew?.newer).toBe(CHUNK - 5);
  expect(anew && saying(anew, articles.slice(20, 60))).toEqual(saying(never, articles.slice(20, 60)));
});

it('does not take an image of another layout', () => {
  const { stories } = load(data, NOBODY, FREE);
  const image = { ...stories.image, layout: stories.image.layout + 1 };
  expect(goOn(data, image, { chunks: [], known: 0, revision: 0, lastStory: 0 }, FREE)).toBeNull();
});
