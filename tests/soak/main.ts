/**
 * `npm run soak -- --kills N [--deaths N] [--browser chromium|firefox] [--seed N] [--broken] [--built]`: the background dies
 * N times at random moments in a real browser, and the browser itself; or
 * `npm run soak -- --virtual-days N [--feeds N] [--restarts N] [--seed N] [--broken [NAME]]`, or
 * `npm run soak -- --browser chromium|firefox` for the same rows from a real browser's requests. Runs the real scheduler and
 * store over virtual days against a press with troubles, then every scripted network fault, and judges manners; or
 * `npm run soak -- --sync N`: two browsers of one reader (`sync/main.ts`).
 */
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../browsers/session.ts';
import { BROKEN } from './broken.ts';
import { runInBrowser } from './browser-run.ts';
import { runFaults } from './fault-run.ts';
import { CRITERIA, type Criterion } from './judge.ts';
import { runKills } from './kills/run.ts';
import { examplesOf, publish, rowsOf } from './report.ts';
import { run } from './run.ts';
import { soakSync } from './sync/main.ts';

/** What is broken where no rule is named. */
const BROKEN_BY_DEFAULT: Criterion = 'early';

const args = process.argv.slice(2);
// `--broken` may stand alone: parseArgs knows no options whose value may be missing.
const broken = args.includes('--broken') ? (args[args.indexOf('--broken') + 1] ?? '') : null;
const isNamed = broken !== null && !broken.startsWith('-') && broken !== '';
const rest = args.filter((arg, index) => arg !== '--broken' && !(isNamed && args[index - 1] === '--broken'));

process.exitCode = await main();

async function main(): Promise<number> {
  if (args.includes('--sync')) return soakSync(rest, broken);
  const options = read();
  if (typeof options === 'string') {
    console.error(options);
    return 2;
  }
  const { rule, browser, ...more } = options;
  if (more.kills !== null) return withKills(browser ?? 'chromium', more.kills, more.deaths, more.seed);
  if (browser !== null) return inBrowser(browser, more.seed);
  const report = await run({ ...more, broken: rule === null ? undefined : BROKEN[rule] });
  const rows = [...rowsOf(report), ...(rule === null ? await runFaults() : [])];
  for (const fault of report.faults.slice(0, 3)) console.error(fault);
  for (const example of examplesOf(report)) console.error(example);
  const seconds = Math.round(report.tookMs / 1000);
  const summary = `${more.days} virtual days, ${more.feeds} feeds, ${report.requests} requests, ${report.deathsInFlight} of ${report.deaths} deaths in flight, ${seconds} s`;
  return publish(rows, rule === null ? summary : `${summary}, ${rule} broken on purpose`) ? 0 : 1;
}

async function inBrowser(browser: BrowserKind, seed: number): Promise<number> {
  const report = await runInBrowser(browser, seed);
  for (const example of examplesOf(report)) console.error(example);
  const rows = rowsOf(report).map((row) => (row.fault === 'restarts' ? { ...row, fault: 'real run' } : row));
  const seconds = Math.round(report.tookMs / 1000);
  return publish(rows, `${browser}, ${report.requests} requests, ${seconds} s`) ? 0 : 1;
}

async function withKills(
  browser: BrowserKind,
  kills: number,
  deaths: number | null,
  seed: number,
): Promise<number> {
  const isBroken = broken !== null;
  const began = Date.now();
  const rows = await runKills({
    browser,
    kills,
    // What is broken shows without them.
    deaths: deaths ?? (isBroken ? 0 : Math.ceil(kills / 10)),
    seed,
    isBroken,
    isBuilt: args.includes('--built'),
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  const tries = rows.reduce((sum, row) => sum + row.tries, 0);
  return publish(
    rows,
    `${browser}, ${tries} deaths, ${seconds} s${isBroken ? ', a transaction broken on purpose' : ''}`,
  )
    ? 0
    : 1;
}

interface Options {
  readonly kills: number | null;
  readonly deaths: number | null;
  readonly browser: BrowserKind | null;
  readonly days: number;
  readonly feeds: number;
  readonly restarts: number;
  readonly seed: number;
  readonly rule: Criterion | null;
}

/** The options, or what is wrong with them. */
function read(): Options | string {
  const numbers = ['virtual-days', 'feeds', 'restarts', 'seed', 'kills', 'deaths'] as const;
  const string = { type: 'string' } as const;
  const names = {
    'virtual-days': string,
    feeds: string,
    restarts: string,
    seed: string,
    browser: string,
    kills: string,
    deaths: string,
  };
  let values: Partial<Record<keyof typeof names, string>>;
  try {
    ({ values } = parseArgs({ args: rest.filter((arg) => arg !== '--built'), options: names }));
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
  const kills = values.kills === undefined ? null : Number(values.kills);
  const deaths = values.deaths === undefined ? null : Number(values.deaths);
  if (days < 1 && browser === null && kills === null)
    return 'Say how long: --virtual-days N, at least 1, or --kills N.';
  const rule = ruleOf();
  if (rule === undefined) return `There is no rule ${broken}; there are ${CRITERIA.join(', ')}.`;
  // A rule that is broken shows soon, and with few feeds.
  const feeds = Number(values.feeds ?? (rule === null ? 1000 : 60));
  const restarts = Number(values.restarts ?? (rule === null ? 50 : 5));
  return { days, feeds, restarts, seed: Number(values.seed ?? 1), rule, browser, kills, deaths };
}

function ruleOf(): Criterion | null | undefined {
  if (broken === null) return null;
  return isNamed ? CRITERIA.find((name) => name === broken) : BROKEN_BY_DEFAULT;
}
