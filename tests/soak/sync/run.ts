/** So many actions of readers with two browsers, most of what can go wrong between, and a judgement by the server's database. */
import { dice } from '../random.ts';
import type { SoakRow } from '../report.ts';
import { type AccountReport, AccountStage } from './account-stage.ts';
import type { SyncRule } from './broken.ts';
import { type CarryReport, CarryStage } from './carry-stage.ts';
import type { FaultName } from './faults.ts';
import { type SoakServer, startServer } from './server.ts';

/** How often each thing goes wrong at least; less often in a run so short that it is only a look at whether it runs. */
const LEAST = 20;
const SHORT = 100;
const LEAST_IN_SHORT = 3;
/** How many articles there are at the beginning: in a short run just enough that some are left alone. */
const ARTICLES = 120;
const ARTICLES_IN_SHORT = 40;

export interface SyncOptions {
  readonly actions: number;
  readonly seed: number;
  readonly broken: SyncRule | null;
  readonly server: 'newsroom' | 'freshrss';
  /** One Chromium and one Firefox in place of virtual browsers. */
  readonly isReal: boolean;
}

export interface SyncReport {
  readonly server: string;
  readonly played: Played;
  readonly rows: readonly SoakRow[];
  readonly tookMs: number;
}

/** What was done, each action once. */
export interface Played {
  actions: number;
  /** Those of them that mark an article, or all. */
  marks: number;
  /** Those in which both browsers do something to one article or source before either hears of the other. */
  conflicting: number;
}

/** Runs, and judges; the reason where the server that was asked for is not there. */
export async function runSync(options: SyncOptions): Promise<SyncReport | string> {
  const began = performance.now();
  const server = await startServer(options.server, options.seed);
  if (typeof server === 'string') return server;
  try {
    return await play(server, options, began);
  } finally {
    await server.close();
  }
}

async function play(server: SoakServer, options: SyncOptions, began: number): Promise<SyncReport> {
  const random = dice(options.seed);
  const account = await AccountStage.start(server, {
    ...{ ...options, random },
    articles: options.actions < SHORT ? ARTICLES_IN_SHORT : ARTICLES,
  });
  try {
    const carrying = await CarryStage.start({ ...options, random });
    try {
      const played = await act(account, carrying, options, random);
      await account.settle();
      await carrying.settle();
      const rows = rowsOf(played, await account.judge(), await carrying.judge());
      return { server: server.name, played, rows, tookMs: performance.now() - began };
    } finally {
      await carrying.close();
    }
  } finally {
    await account.close();
  }
}

async function act(
  account: AccountStage,
  carrying: CarryStage,
  { actions, broken }: SyncOptions,
  random: () => number,
): Promise<Played> {
  const played = { actions: 0, marks: 0, conflicting: 0 };
  const least = actions < SHORT ? LEAST_IN_SHORT : LEAST;
  for (; played.actions < actions || rarest(account).tries < least; played.actions += 1) {
    const roll = random();
    if (roll < 0.43) played.marks += 1;
    if (roll < 0.12 || (roll >= 0.84 && roll < 0.88)) played.conflicting += 1;
    if (roll < 0.12) await account.acts.conflict();
    else if (roll < 0.42) await account.acts.mark();
    // It would make up for what a broken rule lost.
    else if (roll < 0.43) await (broken === null ? account.acts.markAll() : account.acts.mark());
    else if (roll < 0.47) await account.publish();
    else if (roll < 0.72) await account.sync(random() < 0.8 ? rarest(account).fault : null);
    else if (roll < 0.84) await carrying.act();
    else if (roll < 0.88) await carrying.conflict();
    else await carrying.round();
  }
  return played;
}

/** What went wrong least often so far. */
function rarest({ tries }: AccountStage): { fault: FaultName; tries: number } {
  const [first] = Object.entries(tries).sort(([, a], [, b]) => a - b);
  const [fault, count] = first ?? ['kill push', 0];
  return { fault: fault as FaultName, tries: count };
}

const NOTHING = { lost: 0, doubled: 0, stuck: 0, breaches: 0, recoverMs: 0 };

function rowsOf(played: Played, account: AccountReport, carrying: CarryReport): SoakRow[] {
  const { tries } = account;
  const lost = (fault: string): number => account.lost.filter((one) => one === fault).length;
  const row = (fault: string, count: number, more: Partial<SoakRow>): SoakRow => ({
    ...NOTHING,
    fault,
    tries: count,
    ...more,
  });
  const faults = ['kill push', 'server restart', 'lost answer', 'ok-clears', 'stale-set'] as const;
  return [
    row('marks', played.marks, { lost: lost(''), stuck: account.waiting }),
    row('conflicts', played.conflicting, {}),
    row('articles', account.articles, { lost: account.missing, doubled: account.doubled }),
    ...faults.map((fault) => row(fault, tries[fault], { lost: lost(fault) })),
    row('gone-is-read', tries['gone-is-read'], { breaches: account.readByNobody }),
    row('sources', carrying.actions, { lost: carrying.lost }),
    row('tombstones-dropped', carrying.removals, { breaches: carrying.cameBack }),
  ];
}
