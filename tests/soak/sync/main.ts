/**
 * `npm run soak -- --sync N [--server newsroom|freshrss] [--virtual] [--built] [--seed N] [--broken [NAME]]`: N actions of a
 * reader with two browsers, an account on a feed server, and the browser's own sync. A Chromium and a Firefox have the account;
 * with `--virtual`, and where a rule is broken, both are real but for the browser around them. Where no server is named it is a
 * real FreshRSS if there is one.
 */
import { parseArgs } from 'node:util';
import { publish } from '../report.ts';
import { SYNC_RULES, type SyncRule } from './broken.ts';
import { buildFor } from './real-browser.ts';
import { buildFast } from './real-profile.ts';
import { runSync, type SyncReport } from './run.ts';

const BROKEN_BY_DEFAULT: SyncRule = 'ok-clears';

interface Choice {
  readonly actions: number;
  readonly seed: number;
  readonly broken: SyncRule | null;
  readonly server: 'newsroom' | 'freshrss' | null;
  readonly isReal: boolean;
  readonly isBuilt: boolean;
}

/**
 * Plays and prints; gives the status to exit with.
 *
 * @param broken the rule to be broken as it was typed, '' where none was named; null: none is broken
 */
export async function soakSync(args: string[], broken: string | null): Promise<number> {
  const choice = read(args, broken);
  if (typeof choice === 'string') {
    console.error(choice);
    return 2;
  }
  const report = await run(choice);
  if (typeof report === 'string') {
    console.error(`FreshRSS: skipped: ${report}`);
    return 1;
  }
  const { played, rows, tookMs, server } = report;
  const { actions, marks, conflicting } = played;
  const where = choice.isReal ? ', chromium and firefox' : ', virtual browsers';
  const share = (count: number): string => `${Math.round((100 * count) / actions)} %`;
  const how = choice.broken === null ? '' : `, ${choice.broken} broken on purpose`;
  const isGood = publish(
    rows,
    `${actions} actions, ${share(marks)} marks, ${share(conflicting)} conflicting, ${Math.round(tookMs / 1000)} s${where}${how}`,
  );
  console.log(`server: ${server}`);
  return isGood ? 0 : 1;
}

/** The options, or what is wrong with them. */
function read(args: string[], broken: string | null): Choice | string {
  const [string, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  let values: { sync?: string; seed?: string; server?: string; virtual?: boolean; built?: boolean };
  try {
    const options = { sync: string, seed: string, server: string, virtual: flag, built: flag };
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { sync = '', seed = '1', server = null, virtual: isVirtual = false, built: isBuilt = false } = values;
  if (!/^[1-9]\d*$/.test(sync)) return 'Say how much is done: --sync N, at least 1.';
  if (!/^\d+$/.test(seed)) return '--seed wants a whole number.';
  if (server !== null && server !== 'newsroom' && server !== 'freshrss')
    return '--server wants newsroom or freshrss.';
  const isNamed = broken !== null && broken !== '' && !broken.startsWith('-');
  const rule = isNamed ? SYNC_RULES.find((name) => name === broken) : BROKEN_BY_DEFAULT;
  if (rule === undefined) return `There is no rule ${broken}; there are ${SYNC_RULES.join(', ')}.`;
  const isReal = !isVirtual && broken === null;
  return {
    actions: Number(sync),
    seed: Number(seed),
    broken: broken === null ? null : rule,
    server,
    isReal,
    isBuilt,
  };
}

async function run({ server, isBuilt, ...options }: Choice): Promise<SyncReport | string> {
  if (options.isReal && !isBuilt)
    for (const kind of ['chromium', 'firefox'] as const) {
      buildFor(kind);
      buildFast(kind);
    }
  if (server !== null) return runSync({ ...options, server });
  const real = await runSync({ ...options, server: 'freshrss' });
  if (typeof real !== 'string') return real;
  console.error(`FreshRSS: skipped: ${real}`);
  return runSync({ ...options, server: 'newsroom' });
}
