/**
 * Judges pairs of articles, each alone, with the weights that are shipped.
 *
 *     npm run -s pairs -- FILE.jsonl
 */
import { parseArgs } from 'node:util';
import { probability } from '../../utils/story/match/judge.ts';
import { Stories } from '../../utils/story/stories.ts';
import { Clock } from './stories/clock.ts';
import { readKnowledge, readModel } from './stories/knowledge.ts';
import { linesOf, pairSchema, print, run, type Side, Unreadable } from './stories/lines.ts';

await run('pairs', async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Unreadable('one file is needed. Usage: pairs FILE.jsonl');
  const knowledge = readKnowledge();
  const model = readModel();
  for await (const { id, a, b } of linesOf(file, pairSchema)) {
    let last = 0;
    const stories = new Stories({
      knowledge,
      model,
      nextStory: () => {
        last += 1;
        return last;
      },
    });
    const clock = new Clock();
    const first = { ...asArticle(a), id: 1, ...clock.times(a) };
    const second = { ...asArticle(b), id: 2, ...clock.times(b) };
    stories.add(first);
    const query = stories.query(second, Math.round(second.at / 60_000));
    const [evidence] = stories.evidence(query);
    const p = evidence?.same
      ? probability(model.pair, evidence.same)
      : evidence?.cross
        ? probability(model.cross, evidence.cross)
        : 0;
    const same = stories.add(second).story === 1;
    await print({ id, score: p, same });
  }
});

function asArticle({ title, summary, language }: Side) {
  return { title, summary: summary ?? '', language: language ?? null, owner: '' };
}
