/**
 * Shows markup as the reading page would, in a real browser.
 *
 *     npm run -s sanitize -- FILE.jsonl [--no-images]      lines of {id, payload} or {id, feed}
 */
import { parseArgs } from 'node:util';
import { type Line, lineSchema, piecesOf } from './sanitize/lines.ts';
import { openSanitiser, type Sanitiser } from './sanitize/page.ts';
import { linesOf, messageOf, print, run, Unreadable } from './stories/lines.ts';

/** Lines that go to the browser together. */
const BATCH = 50;

await run('sanitize', async () => {
  const { file, images } = readArguments();
  const sanitiser = await openSanitiser();
  try {
    let batch: Line[] = [];
    for await (const line of linesOf(file, lineSchema)) {
      batch.push(line);
      if (batch.length < BATCH) continue;
      await printBatch(sanitiser, batch, images);
      batch = [];
    }
    await printBatch(sanitiser, batch, images);
  } finally {
    await sanitiser.close();
  }
});

function readArguments(): { file: string; images: boolean } {
  try {
    const options = { 'no-images': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('one file is needed');
    return { file, images: values['no-images'] !== true };
  } catch (error) {
    throw new Unreadable(`${messageOf(error)}. Usage: sanitize FILE.jsonl [--no-images]`);
  }
}

async function printBatch(sanitiser: Sanitiser, lines: readonly Line[], images: boolean): Promise<void> {
  const pieces = lines.map(piecesOf);
  const shown = await sanitiser.sanitise(pieces.flat(), images ? 'direct' : 'none');
  let at = 0;
  for (const [index, { id }] of lines.entries()) {
    const count = pieces[index]?.length ?? 0;
    await print({ id, html: shown.slice(at, at + count).join('\n') });
    at += count;
  }
}
