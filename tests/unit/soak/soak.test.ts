import { describe, expect, it, vi } from 'vitest';
import { isFull } from '../../full-run.ts';
import { BROKEN } from '../../soak/broken.ts';
import { runFaults } from '../../soak/fault-run.ts';
import { CRITERIA } from '../../soak/judge.ts';
import { isBad, rowsOf } from '../../soak/report.ts';
import { run } from '../../soak/run.ts';

// Days pass here: a slow machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const SMALL = { days: 2, feeds: 24, restarts: 6, seed: 3 };
/** Most rules that are broken show in less, which is enough for the short run; the others need what seldom happens. */
const NEED_MORE: readonly string[] = ['early', 'retry-after', 'after-410'];
const SMALLER = { days: 1, feeds: 12, restarts: 3, seed: 3 };

describe('two virtual days with restarts, sleep, offline hours and refreshes', () => {
  it('break no rule, and lose, double and forget nothing', async () => {
    const report = await run(SMALL);
    expect(rowsOf(report).filter(isBad)).toEqual([]);
    expect(report.deathsInFlight).toBeGreaterThan(3);
    expect(report.requests).toBeGreaterThan(200);
  });

  it.each(CRITERIA)('are told to be bad where a rule is broken on purpose: %s', async (rule) => {
    const world = NEED_MORE.includes(rule) || isFull ? SMALL : SMALLER;
    const { breaches } = await run({ ...world, broken: BROKEN[rule] });
    expect(breaches[rule].length).toBeGreaterThan(0);
  });
});

describe('a scripted network fault', () => {
  it('ends in its named state with the articles kept, and is over when it is over', async () => {
    const rows = await runFaults();
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(isBad)).toEqual([]);
  });
});
