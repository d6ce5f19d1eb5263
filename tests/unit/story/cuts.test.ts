import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { load } from '../../../utils/app/load-engine.ts';
import { propertyRuns } from '../../property-runs.ts';
import { streamArticles } from '../../stories/stream-articles.ts';
import { readStoryData } from '../../tools/stories/knowledge.ts';

const data = await readStoryData();
const articles = streamArticles(260);

/** Plays all articles; at the given places the background dies and loads what was stored. Gives each one's story. */
function played(deaths: ReadonlySet<number>): number[] {
  const nobody = { chunks: [], redirects: new Map(), revision: 0, lastStory: 0 };
  const free = { pairs: [], storyOf: new Map() };
  let engine = load(data, nobody, free);
  const rows: { article: number; story: number; packed: Uint8Array }[] = [];
  const redirects = new Map<number, number>();
  for (const [at, article] of articles.entries()) {
    if (deaths.has(at)) {
      const bytes = new Uint8Array(rows.reduce((sum, { packed }) => sum + packed.length, 0));
      let end = 0;
      for (const { packed } of rows) {
        bytes.set(packed, end);
        end += packed.length;
      }
      const chunk = {
        id: 1,
        articles: rows.map((row) => row.article),
        stories: rows.map((row) => row.story),
        bytes,
        newestAt: 0,
      };
      engine = load(data, { ...nobody, chunks: [chunk], redirects, lastStory: engine.lastStory }, free);
    }
    const { story, merges, packed } = engine.stories.add(article);
    for (const { from, into } of merges) redirects.set(from, into);
    rows.push({ article: article.id, story, packed });
  }
  const end = (story: number): number => {
    const into = redirects.get(story);
    return into === undefined ? story : end(into);
  };
  return rows.map(({ story }) => end(story));
}

it('gives the same stories however often the background died in between', () => {
  const uncut = played(new Set());
  expect(new Set(uncut).size).toBeGreaterThan(50);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(articles.length - 1), { maxLength: 12 }), (deaths) => {
      expect(played(new Set(deaths))).toEqual(uncut);
    }),
    { numRuns: propertyRuns > 1000 ? 60 : 12 },
  );
}, 120_000);
