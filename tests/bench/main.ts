/** `npm run bench [-- KEY…]`: measures, prints a table and writes .output/bench.json. KEY may be the start of a key. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../tools/browsers.ts';
import { type Figure, holds, toLine } from './figure.ts';
import { parseFigures } from './parse.ts';
import { popupFigures } from './popup.ts';
import { relatedFigures } from './related.ts';
import { searchFigures } from './search.ts';
import { sizeFigures } from './sizes.ts';
import { storyFigures } from './stories.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const keys = process.argv.slice(2);
const wanted = (key: string): boolean => keys.length === 0 || keys.some((start) => key.startsWith(start));

await ensureBrowser('chromium');
for (const mode of ['testing', 'production']) {
  execFileSync('wxt', ['build', '-b', 'chrome', '-m', mode], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const figures: Figure[] = [
  ...(await sizeFigures(wanted)),
  ...(await parseFigures(wanted)),
  ...(await storyFigures(wanted)),
  ...(await popupFigures(wanted)),
  ...(await relatedFigures(wanted)),
  ...(await searchFigures(wanted)),
];
if (figures.length === 0) {
  console.error(`no figure begins with ${keys.join(', ')}`);
  process.exit(1);
}
const lines = figures.map((figure) => ({ figure, line: toLine(figure) }));
mkdirSync(join(ROOT, '.output'), { recursive: true });
writeFileSync(
  join(ROOT, '.output', 'bench.json'),
  `${JSON.stringify(Object.fromEntries(lines.map(({ figure, line }) => [figure.key, line])), null, 2)}\n`,
);

const rounded = (value: number): number => Math.round(value * 100) / 100;

console.table(
  lines.map(({ figure, line }) => ({
    key: figure.key,
    what: figure.what,
    median: `${line.value} ${line.unit}`,
    p90: `${line.p90} ${line.unit}`,
    runs: line.runs,
    beside: figure.baseline ? `${figure.baseline.what}: ${line.baseline} ${line.unit}` : '',
    ratio: line.ratio === undefined ? '' : `${line.ratio}×`,
    budget: line.budget === null ? '' : `${rounded(line.budget)} ${figure.baseline ? '×' : line.unit}`,
    holds: holds(line) ? 'yes' : 'NO',
  })),
);
