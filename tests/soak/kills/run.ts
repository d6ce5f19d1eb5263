/**
 * Kills in a real browser: the background dies at random moments of six kinds of work, in the testing build against the
 * newsroom, and what the press served is compared with what the database holds.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserKind, launch } from '../../browsers/session.ts';
import { ensureBrowser } from '../../tools/browsers.ts';
import { dice } from '../random.ts';
import type { SoakRow } from '../report.ts';
import { dieInWrites } from './deaths.ts';
import { atTheEnd, followAll, type Phase } from './followed.ts';
import { stopIdle } from './idle.ts';
import { migrating } from './migration.ts';
import { phasesOf } from './phases.ts';
import { Row } from './row.ts';
import { type KillStage, openKillStage } from './stage.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Tries that find nothing in flight, for each that has to, and in all. */
const MOST_MISSES = 4;
const SOME_MISSES = 12;
/** After so many kills of one kind a whole period is watched; after fewer, at the end of all alone. */
const WORTH_A_LOOK = 3;

export interface KillOptions {
  readonly browser: BrowserKind;
  /** Kills that hit work in flight. */
  readonly kills: number;
  /** Deaths of the whole browser. */
  readonly deaths: number;
  readonly seed: number;
  /** Whether the build is the one whose transaction is broken on purpose. */
  readonly isBroken: boolean;
  /** Whether the build is there already. */
  readonly isBuilt: boolean;
}

/** Runs all of it; gives a row for each kind of work. */
export async function runKills(options: KillOptions): Promise<SoakRow[]> {
  const { browser, kills, isBroken } = options;
  await ensureBrowser(browser);
  const mode = isBroken ? 'broken' : 'testing';
  if (!options.isBuilt) build(browser, mode);
  const extension = join(ROOT, '.output', `${browser === 'chromium' ? 'chrome' : 'firefox'}-mv3-${mode}`);
  const random = dice(options.seed);
  const open = (): Promise<KillStage> =>
    openKillStage((newsroom) => launch({ kind: browser, extension, install: 'temporary', newsroom }), random);
  const rows = kills > 0 ? await killAll(open, kills) : [];
  if (options.deaths > 0) rows.push(await dieInWrites(browser, extension, options.deaths, random));
  return rows;
}

function build(browser: BrowserKind, mode: string): void {
  const target = browser === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  execFileSync('wxt', ['build', ...target, '-m', mode], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function killAll(open: () => Promise<KillStage>, kills: number): Promise<SoakRow[]> {
  const stage = await open();
  const upgraded = await open();
  try {
    await followAll(stage);
    const phases = phasesOf(stage);
    const upgrade = migrating(upgraded);
    const counts = shares([...phases, upgrade], kills);
    // What is wrong before anything was killed is not the kills' doing.
    const rows = [await judged(stage, 'no kill')];
    for (const phase of phases) rows.push(await play(stage, phase, counts.get(phase) ?? 0));
    rows.push(await judged(stage, 'after all kills'));
    if (stage.session.kind === 'firefox') rows.push(await stopIdle(stage, Math.ceil(kills / 20)));
    await followAll(upgraded);
    rows.push(await play(null, upgrade, counts.get(upgrade) ?? 0));
    return rows;
  } finally {
    await stage.close();
    await upgraded.close();
  }
}

/** Watches for a period without kills. */
async function judged(stage: KillStage, fault: string): Promise<SoakRow> {
  const row = new Row(fault);
  row.add(await atTheEnd(stage), 0);
  return row.done();
}

/** How many kills each phase gets; together as many as wanted, and none goes without. */
function shares(phases: readonly Phase[], kills: number): Map<Phase, number> {
  // The short form kills in the first of them.
  if (kills < phases.length) return new Map(phases.map((phase, at) => [phase, Number(at < kills)]));
  const total = phases.reduce((sum, { share }) => sum + share, 0);
  const counts = new Map(
    phases.map((phase) => [phase, Math.max(1, Math.floor((kills * phase.share) / total))]),
  );
  const [first] = phases;
  const given = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (first) counts.set(first, (counts.get(first) ?? 0) + Math.max(0, kills - given));
  return counts;
}

/** Tries until so many kills hit work in flight. What is wrong after one that did not counts as well. */
async function play(stage: KillStage | null, phase: Phase, wanted: number): Promise<SoakRow> {
  const row = new Row(`kill ${phase.name}`);
  await phase.begin?.();
  for (let tries = 0; row.tries < wanted && tries < wanted * MOST_MISSES + SOME_MISSES; tries += 1) {
    const { isHit, recoverMs, verdict } = await phase.attempt();
    row.add(verdict, isHit ? recoverMs : null);
  }
  // Kills that never come would be a soak that proves nothing.
  if (row.tries < wanted) row.breach(`only ${row.tries} of ${wanted} kills hit work in flight`);
  if (stage && wanted >= WORTH_A_LOOK) row.add(await atTheEnd(stage), null);
  return row.done();
}
