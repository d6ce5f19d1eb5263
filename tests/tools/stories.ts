/**
 * Groups articles into stories and prints, in their order, the story each ended in.
 *
 *     npm run -s stories -- [--explain] FILE.jsonl
 */
import { parseArgs } from 'node:util';
import { originOf } from '../../utils/story/rank/origins.ts';
import { readOriginNames } from './stories/knowledge.ts';
import { articleSchema, linesOf, messageOf, print, run, Unreadable } from './stories/lines.ts';
import { type PlayedArticle, play } from './stories/play.ts';
import { toldStories } from './stories/told.ts';

await run('stories', async () => {
  const { file, explain } = readArguments();
  const played = await play(linesOf(file, articleSchema));
  const explained = explain ? explanation() : () => ({});
  for (const article of played.articles) {
    const story = String(played.storyOf(article.number));
    await print({ id: article.line.id, story, ...explained(article) });
  }

  function explanation(): (article: PlayedArticle) => object {
    const origins = readOriginNames();
    const told = toldStories(played, origins);
    const idOf = new Map(played.articles.map(({ number, line }) => [number, line.id]));
    return ({ line, number }) => ({
      origin: originOf(origins, line.title, line.summary ?? '', line.source)?.name ?? null,
      lead: idOf.get(told.get(played.storyOf(number))?.lead ?? 0),
    });
  }
});

function readArguments(): { file: string; explain: boolean } {
  try {
    const options = { explain: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('one file is needed');
    return { file, explain: values.explain ?? false };
  } catch (error) {
    throw new Unreadable(`${messageOf(error)}. Usage: stories [--explain] FILE.jsonl`);
  }
}
