import { describe, expect, it, vi } from 'vitest';
import { isFull, whySkipped } from '../../full-run.ts';
import { isBad } from '../../soak/report.ts';
import { SYNC_RULES } from '../../soak/sync/broken.ts';
import { runSync, type SyncOptions } from '../../soak/sync/run.ts';

vi.setConfig({ testTimeout: 60_000 });

const VIRTUAL = { seed: 1, broken: null, server: 'newsroom', isReal: false } as const;

async function rows(options: Pick<SyncOptions, 'actions'> & Partial<SyncOptions>) {
  const report = await runSync({ ...VIRTUAL, ...options });
  if (typeof report === 'string') throw new Error(report);
  return report.rows;
}

describe('a reader with two browsers, a feed server and the browser’s own sync', () => {
  it.each([1, 2])('loses no mark and no source, and has nothing twice, in dialect %i', async (seed) => {
    const played = await rows({ actions: 40, seed });
    expect(played.filter(isBad)).toEqual([]);
    for (const { fault, tries } of played) expect([fault, tries > 0]).toEqual([fault, true]);
  });

  // Each takes seconds: every run breaks one of them.
  const [one, ...others] = SYNC_RULES;
  const why = whySkipped(isFull ? null : 'takes seconds, see test:full');
  it('is told to lose where a rule is broken on purpose', () => expectTold(one));
  it.skipIf(!isFull).each(others)(`is told to lose where a rule is broken on purpose: %s${why}`, expectTold);

  // What is broken may take its time to show.
  async function expectTold(rule: (typeof SYNC_RULES)[number]): Promise<void> {
    const played = await rows({ actions: isFull ? 200 : 40, broken: rule, seed: 2 });
    expect(played.filter(isBad).map(({ fault }) => fault)).toContain(rule);
  }
});
