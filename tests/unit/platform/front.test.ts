import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Front } from '../../../utils/model/front.ts';
import { createFrontKeeper } from '../../../utils/platform/front.ts';
import { readFront } from '../../../utils/platform/read-front.ts';
import { announceRevision } from '../../../utils/platform/session.ts';

const frontOf = (since: number): Front => ({
  language: 'en',
  theme: 'system',
  density: 'comfortable',
  rows: [],
  fresh: 0,
  since,
  top: [],
  rankedAt: 0,
});

/** What a keeper reads, and how often it did. */
function reading() {
  const state = { since: 1, times: 0 };
  const keeper = createFrontKeeper(async () => {
    state.times += 1;
    return frontOf(state.since);
  });
  return { state, keeper, change: () => announceRevision(keeper.soon) };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  vi.stubGlobal('chrome', fakeBrowser);
  // Announcements of the test before are long past.
  vi.advanceTimersByTime(60_000);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the first rows that lie ready', () => {
  it('are read once nothing changes any more, and then are what the popup finds', async () => {
    const { state, change } = reading();
    for (state.since = 1; state.since < 4; state.since += 1) await change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.times).toBeLessThanOrEqual(2);
    expect(await readFront()).toEqual(frontOf(4));
  });

  it('are none from a change on until they are read again', async () => {
    const { change } = reading();
    await change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await readFront()).not.toBeNull();
    await change();
    expect(await readFront()).toBeNull();
  });

  it('are read now and then while something changes all the time', async () => {
    const { state, change } = reading();
    for (let step = 0; step < 60; step += 1) {
      await change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.times).toBeGreaterThan(1);
    expect(state.times).toBeLessThan(10);
  });

  it('are read after the browser started, and only then', async () => {
    const { state, keeper } = reading();
    await keeper.ensure();
    await keeper.ensure();
    expect(state.times).toBe(1);
    expect(await readFront()).toEqual(frontOf(1));
  });

  it('are none where they cannot be read', async () => {
    await createFrontKeeper(() => Promise.reject(new Error('no database'))).ensure();
    expect(await readFront()).toBeNull();
  });
});
