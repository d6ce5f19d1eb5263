/**
 * Ranks the stories of articles as Top would at a moment.
 *
 *     npm run -s top -- FILE.jsonl --at ISO [--explain]
 */
import { parseArgs } from 'node:util';
import { rankTop } from '../../utils/story/rank/top.ts';
import { readOriginNames } from './stories/knowledge.ts';
import { articleSchema, linesOf, messageOf, print, run, Unreadable } from './stories/lines.ts';
import { play } from './stories/play.ts';
import { toldStories } from './stories/told.ts';
import { inWords } from './stories/words.ts';

await run('top', async () => {
  const { file, at, explain } = readArguments();
  const played = await play(linesOf(file, articleSchema), { until: at });
  const told = toldStories(played, readOriginNames());
  const followed = new Set(played.articles.map(({ line }) => line.source)).size;
  const ranked = rankTop([...told.values()], { now: at, followed });
  const idOf = new Map(played.articles.map(({ number, line }) => [number, line.id]));
  for (const [index, { story, score, sources, reason }] of ranked.entries()) {
    await print({
      story: String(story.id),
      rank: index + 1,
      score,
      sources,
      ids: story.members.map(({ line }) => line.id),
      why: inWords(reason),
      ...(explain && { lead: idOf.get(story.lead), origin: story.origin }),
    });
  }
});

function readArguments(): { file: string; at: number; explain: boolean } {
  try {
    const options = { at: { type: 'string' }, explain: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('one file is needed');
    const at = Date.parse(values.at ?? '');
    if (Number.isNaN(at)) throw new Error('--at needs a date and time (ISO 8601)');
    return { file, at, explain: values.explain ?? false };
  } catch (error) {
    throw new Unreadable(`${messageOf(error)}. Usage: top FILE.jsonl --at ISO [--explain]`);
  }
}
