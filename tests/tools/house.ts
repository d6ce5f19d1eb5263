/**
 * `npm run house`: how the house stands, in figures: files and lines by part, functions, tests beside code, and the rules of
 * `tests/architecture`. Ends non-zero where imports skip a layer or go round.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { layerOf } from '../architecture/layers.ts';
import { RULES } from '../architecture/rules.ts';
import { projectSources } from '../architecture/source.ts';
import { median, p90 } from '../bench/figure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SKIPS = 'imports go downward only';
const CYCLES = 'no file imports itself by a detour';

interface Measured {
  readonly path: string;
  readonly lines: number;
  /** Lines of each function, methods and arrow functions with a body of their own among them. */
  readonly functions: readonly number[];
}

const code = ['entrypoints', 'components', 'utils'].flatMap(filesOf).map(measure);
const tests = filesOf('tests').map(measure);
const parts = Map.groupBy(code, ({ path }) => layerOf(path) ?? path.split('/')[0] ?? '');

console.table([
  ...[...parts].map(([part, files]) => row(part, files)),
  row('all of the product', code),
  row('tests', tests),
]);

const sources = projectSources(ROOT);
const broken = (name: string): string[] =>
  RULES.find((rule) => rule.name === name)?.check(sources) ?? ['no rule'];
const [skips, cycles] = [broken(SKIPS), broken(CYCLES)];
const testLines = total(tests);
console.log(
  `test lines to code lines: ${(testLines / total(code)).toFixed(2)}; imports that skip layers: ${skips.length}; cycles: ${cycles.length}`,
);
for (const place of [...skips, ...cycles]) console.error(place);
process.exitCode = skips.length + cycles.length > 0 ? 1 : 0;

function row(part: string, files: readonly Measured[]) {
  const lines = files.map((file) => file.lines);
  const functions = files.flatMap((file) => file.functions);
  return {
    part,
    files: files.length,
    lines: total(files),
    'median file': median(lines),
    'p90 file': p90(lines),
    longest: Math.max(...lines),
    functions: functions.length,
    'median function': functions.length === 0 ? 0 : median(functions),
    'p90 function': functions.length === 0 ? 0 : p90(functions),
  };
}

function total(files: readonly Measured[]): number {
  return files.reduce((sum, { lines }) => sum + lines, 0);
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}

function measure(path: string): Measured {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const functions: number[] = [];
  const take = ({
    start,
    end,
    body,
  }: {
    start: number;
    end: number;
    body?: { type: string } | null;
  }): void => {
    // An arrow that is one expression is a part of the line that it stands in.
    if (body?.type === 'BlockStatement' || body?.type === 'FunctionBody')
      functions.push(text.slice(start, end).split('\n').length);
  };
  new Visitor({
    FunctionDeclaration: take,
    FunctionExpression: take,
    ArrowFunctionExpression: take,
  }).visit(parseSync(path, text).program);
  return { path, lines: text.split('\n').length - 1, functions };
}
