/**
 * Groups articles into stories and prints, in their order, the story each ended in.
 *
 *     npm run -s stories -- [--explain] FILE.jsonl
 */
import { parseArgs } from 'node:util';
import { articleSchema, linesOf, print, run, Unreadable } from './stories/lines.ts';
import { play } from './stories/play.ts';

await run('stories', async () => {
  const { file } = readArguments();
  const { articles, storyOf } = await play(linesOf(file, articleSchema));
  for (const { line, number } of articles) await print({ id: line.id, story: String(storyOf(number)) });
});

function readArguments(): { file: string; explain: boolean } {
  try {
    const options = { explain: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('one file is needed');
    return { file, explain: values.explain ?? false };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`${message}. Usage: stories [--explain] FILE.jsonl`);
  }
}
