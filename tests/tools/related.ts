/**
 * Finds for each query what other articles tell of the same or belong to it.
 *
 *     npm run -s related -- ARTICLES.jsonl --queries QUERIES.jsonl [--k 10]
 */
import { parseArgs } from 'node:util';
import { relatedTo } from '../../utils/story/related.ts';
import { Clock } from './stories/clock.ts';
import { articleSchema, linesOf, print, querySchema, run, Unreadable } from './stories/lines.ts';
import { play } from './stories/play.ts';

await run('related', async () => {
  const { file, queries, limit } = readArguments();
  const { stories, articles, storyOf } = await play(linesOf(file, articleSchema), {
    keep: Number.POSITIVE_INFINITY,
  });
  const byId = new Map(articles.map(({ line, number }) => [line.id, number]));
  const byUrl = new Map<string, number[]>();
  for (const { line, number } of articles)
    if (line.url) byUrl.set(line.url, [...(byUrl.get(line.url) ?? []), number]);
  const clock = new Clock();
  for await (const query of linesOf(queries, querySchema)) {
    const own = byId.get(query.id);
    const not = new Set([...(own === undefined ? [] : [own]), ...(byUrl.get(query.url ?? '') ?? [])]);
    const { at } = clock.times(query);
    const { title, summary, language } = query;
    const story = own === undefined ? null : storyOf(own);
    const text = { title, summary: summary ?? '', language: language ?? null };
    const found = relatedTo(stories, { ...text, at, not, story }, limit);
    const results = found.map(({ id, score, relation }) => ({
      id: articles[id - 1]?.line.id,
      score,
      relation,
    }));
    await print({ id: query.id, results });
  }
});

function readArguments(): { file: string; queries: string; limit: number } {
  try {
    const options = { queries: { type: 'string' }, k: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || values.queries === undefined)
      throw new Error('one file of articles and one of queries are needed');
    const limit = Number(values.k ?? 10);
    if (!Number.isInteger(limit) || limit < 1) throw new Error(`not a number of results: ${values.k}`);
    return { file, queries: values.queries, limit };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`${message}. Usage: related ARTICLES.jsonl --queries QUERIES.jsonl [--k 10]`);
  }
}
