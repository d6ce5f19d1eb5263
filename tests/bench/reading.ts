/** From navigation to the first paint of an article's text in the reading page, beside a static page with the same text. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { paintedAt } from './painted.ts';
import { putRows, seedArticles } from './seed.ts';

const KEY = 'reading';
const RUNS = 30;
/** Of the static page's time. */
const BUDGET = 1.8;
const ARTICLES = 2_000;
const READ = 1;
const HEADLINE = 'The river was let back into its old bed, and the town came to look';
const PARAGRAPH =
  'Nobody had expected so many to come: by noon the banks were full, and those who were late climbed the roofs of the mill.';
const TEXT = Array.from({ length: 14 }, (_, at) => `<p>${PARAGRAPH} ${at + 1}.</p>`).join('');
const STATIC = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Static</title><article><h1>${HEADLINE}</h1>${TEXT}</article></html>`;

/** Measures it where it is wanted. */
export async function readingFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  if (!wanted(KEY)) return [];
  const { path: extension, remove } = temporaryFolder('bench-reading');
  await cp(builtExtension('chromium', 'testing'), extension, { recursive: true });
  await writeFile(join(extension, 'static.html'), STATIC);
  const newsroom = await startNewsroom();
  const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  try {
    const page = await session.open('options.html');
    await seedArticles(page, ARTICLES);
    await page.evaluate(putRows, 'bodies', [{ articleId: READ, html: TEXT, categories: [], history: [] }]);
    await page.close();
    const [own, still]: [number[], number[]] = [[], []];
    // The first of each warms the browser up and is not counted; then one of each in turn.
    for (let run = -1; run < RUNS; run += 1) {
      const pair = [
        await paintedAt(session, 'static.html', 'article'),
        await paintedAt(session, `reader.html#/article/${READ}`, '.article'),
      ] as const;
      if (run < 0) continue;
      still.push(pair[0]);
      own.push(pair[1]);
    }
    return [
      {
        key: KEY,
        what: 'an article in the reading page',
        unit: 'ms',
        samples: { values: own },
        baseline: { what: 'a static page with the same text', samples: { values: still } },
        budget: BUDGET,
      },
    ];
  } finally {
    await session.close();
    await newsroom.close();
    remove();
  }
}
