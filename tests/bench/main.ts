/**
 * `npm run bench [-- KEY…]`: measures, prints a table and writes .output/bench.json; KEY may be the start of a key, and what
 * the file says of others then stays. `npm run bench -- --readme` puts what the file says into the README.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../tools/browsers.ts';
import { type Figure, holds, toLine } from './figure.ts';
import { memoryFigures } from './memory.ts';
import { parseFigures } from './parse.ts';
import { pollFigures } from './polls.ts';
import { popupFigures } from './popup.ts';
import { readingFigures } from './reading.ts';
import { type Lines, writeReadme } from './readme.ts';
import { relatedFigures } from './related.ts';
import { searchFigures } from './search.ts';
import { sizeFigures } from './sizes.ts';
import { storyFigures } from './stories.ts';
import { syncFigures } from './sync.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FILE = join(ROOT, '.output', 'bench.json');
const keys = process.argv.slice(2);
if (keys.includes('--readme')) {
  writeReadme(ROOT, stored());
  process.exit(0);
}
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
  ...(await readingFigures(wanted)),
  ...(await pollFigures(wanted)),
  ...(await memoryFigures(wanted)),
  ...(await relatedFigures(wanted)),
  ...(await searchFigures(wanted)),
  ...(await syncFigures(wanted)),
];
if (figures.length === 0) {
  console.error(`no figure begins with ${keys.join(', ')}`);
  process.exit(1);
}
const lines = figures.map((figure) => ({ figure, line: toLine(figure) }));
mkdirSync(join(ROOT, '.output'), { recursive: true });
const measured: Lines = Object.fromEntries(lines.map(({ figure, line }) => [figure.key, line]));
const all = keys.length === 0 ? measured : { ...stored(), ...measured };
writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);

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

function stored(): Lines {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Lines) : {};
}
