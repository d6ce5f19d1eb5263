/**
 * `npm run soak -- --virtual-days N [--feeds N] [--restarts N] [--seed N] [--broken [NAME]]`, or
 * `npm run soak -- --browser chromium|firefox` for the same rows from a real browser's requests. Runs the real scheduler and
 * store over virtual days against a press with troubles, then every scripted network fault, and judges manners.
 */
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../browsers/session.ts';
import { BROKEN } from './broken.ts';
import { runInBrowser } from './browser-run.ts';
import { runFaults } from './fault-run.ts';
import { CRITERIA, type Criterion } from './judge.ts';
import { publish, rowsOf } from './report.ts';
import { run } from './run.ts';

/** What is broken where no rule is named. */
const BROKEN_BY_DEFAULT: Criterion = 'early';

const args = process.argv.slice(2);
// `--broken` may stand alone: parseArgs knows no options whose value may be missing.
const broken = args.includes('--broken') ? (args[args.indexOf('--broken') + 1] ?? '') : null;
const isNamed = broken !== null && !broken.startsWith('-') && broken !== '';
const rest = args.filter((arg, index) => arg !== '--broken' && !(isNamed && args[index - 1] === '--broken'));

process.exitCode = await main();

async function main(): Promise<number> {
  const options = read();
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const { rule, browser, ...more } = options;
  if (browser !== null) return inBrowser(browser, more.seed);
  const report = await run({ ...more, broken: rule === null ? undefined : BROKEN[rule] });
  const rows = [...rowsOf(report), ...(rule === null ? await runFaults() : [])];
  for (const fault of report.faults.slice(0, 3)) console.error(fault);
  const seconds = Math.round(report.tookMs / 1000);
  const summary = `${more.days} virtual days, ${more.feeds} feeds, ${report.requests} requests, ${report.deathsInFlight} of ${report.deaths} deaths in flight, ${seconds} s`;
  return publish(rows, rule === null ? summary : `${summary}, ${rule} broken on purpose`) ? 0 : 1;
}

async function inBrowser(browser: BrowserKind, seed: number): Promise<number> {
  const report = await runInBrowser(browser, seed);
  const rows = rowsOf(report).map((row) => (row.fault === 'restarts' ? { ...row, fault: 'real run' } : row));
  const seconds = Math.round(report.tookMs / 1000);
  return publish(rows, `${browser}, ${report.requests} requests, ${seconds} s`) ? 0 : 1;
}

interface Options {
  readonly browser: BrowserKind | null;
  readonly days: number;
  readonly feeds: number;
  readonly restarts: number;
  readonly seed: number;
  readonly rule: Criterion | null;
}

/** The options, or what is wrong with them. */
function read(): Options | string {
  const numbers = ['virtual-days', 'feeds', 'restarts', 'seed'] as const;
  const string = { type: 'string' } as const;
  const names = { 'virtual-days': string, feeds: string, restarts: string, seed: string, browser: string };
  let values: Partial<Record<keyof typeof names, string>>;
  try {
    ({ values } = parseArgs({ args: rest, options: names }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const bad = numbers.find((name) => values[name] !== undefined && !/^\d+$/.test(values[name] ?? ''));
  if (bad) return `--${bad} wants a whole number.`;
  const { browser = null } = values;
  if (browser !== null && browser !== 'chromium' && browser !== 'firefox') {
    return `--browser wants chromium or firefox.`;
  }
  const days = Number(values['virtual-days'] ?? 0);
  if (days < 1 && browser === null) return 'Say how long: --virtual-days N, at least 1.';
  const rule = ruleOf();
  if (rule === undefined) return `There is no rule ${broken}; there are ${CRITERIA.join(', ')}.`;
  // A rule that is broken shows soon, and with few feeds.
  const feeds = Number(values.feeds ?? (rule === null ? 1000 : 60));
  const restarts = Number(values.restarts ?? (rule === null ? 50 : 5));
  return { days, feeds, restarts, seed: Number(values.seed ?? 1), rule, browser };
}

function ruleOf(): Criterion | null | undefined {
  if (broken === null) return null;
  return isNamed ? CRITERIA.find((name) => name === broken) : BROKEN_BY_DEFAULT;
}
