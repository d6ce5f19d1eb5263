/** What carrying does in time: turning it on, clocks that are wrong, removals that are forgotten, long absences. */
import { describe, expect, it } from 'vitest';
import { readArea, recordsOf } from '../../../utils/sync/area.ts';
import { sourceKey, wordKey } from '../../../utils/sync/keys.ts';
import { NO_DETAILS } from '../../../utils/sync/local.ts';
import { answerAsked, countAsked } from '../../../utils/sync/reconcile.ts';
import { CarryingBrowser } from './browser.ts';

const NOW = Date.UTC(2026, 2, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COURIER = 'https://courier.example/rss';
const GLOBE = 'https://globe.example/rss';

function browserWith(name: string, ...urls: string[]): CarryingBrowser {
  const browser = new CarryingBrowser(name);
  for (const url of urls) browser.sources.set(url, NO_DETAILS);
  return browser;
}

/** The area as the other browser has it, item by item. */
function bring(from: CarryingBrowser, to: CarryingBrowser): void {
  Object.assign(to.area, from.area);
}

async function isHeld(browser: CarryingBrowser, key: string): Promise<unknown> {
  return recordsOf(await readArea(browser.area)).get(key)?.value;
}

describe('turning it on', () => {
  it('removes nothing, whatever was removed elsewhere', async () => {
    const [one, two] = [browserWith('one', COURIER), browserWith('two', COURIER, GLOBE)];
    await one.carry(NOW);
    one.sources.delete(COURIER);
    await one.carry(NOW + 20 * DAY);
    bring(one, two);
    await two.carry(NOW + DAY);
    expect([...two.sources.keys()]).toEqual([COURIER, GLOBE]);
  });

  it('lets what was set elsewhere win over what was set here before, and that over what nobody set', async () => {
    const [one, two] = [browserWith('one'), browserWith('two')];
    await one.carry(NOW);
    one.settings = { ...one.settings, theme: 'dark' };
    await one.carry(NOW + MINUTE);
    two.settings = { ...two.settings, theme: 'light', keepDays: 7 };
    bring(one, two);
    await two.carry(NOW + 2 * MINUTE);
    bring(two, one);
    await one.carry(NOW + 3 * MINUTE);
    expect(one.settings).toMatchObject({ theme: 'dark', keepDays: 7, language: 'auto' });
    expect(two.has()).toEqual(one.has());
  });

  it('carries a folder that one reader chose to where the same source lies in none', async () => {
    const [one, two] = [browserWith('one', COURIER), browserWith('two', COURIER)];
    one.sources.set(COURIER, { ...NO_DETAILS, folder: ['Papers'] });
    await one.carry(NOW);
    bring(one, two);
    await two.carry(NOW + MINUTE);
    expect(two.sources.get(COURIER)?.folder).toEqual(['Papers']);
  });
});

describe('a clock that is days ahead', () => {
  it('orders what it stamped but does not become the clock of others, who change it all the same', async () => {
    const [one, two] = [browserWith('one'), browserWith('two')];
    await one.carry(NOW + 400 * DAY);
    one.settings = { ...one.settings, theme: 'dark' };
    await one.carry(NOW + 400 * DAY);
    bring(one, two);
    await two.carry(NOW);
    expect(two.settings.theme).toBe('dark');
    expect(two.memory.clock[0] * 1000).toBeLessThanOrEqual(NOW);
    two.settings = { ...two.settings, theme: 'light' };
    await two.carry(NOW + MINUTE);
    bring(two, one);
    await one.carry(NOW + 400 * DAY + MINUTE);
    expect(one.settings.theme).toBe('light');
  });

  it('that goes back leaves the order as it was', async () => {
    const one = browserWith('one');
    await one.carry(NOW);
    one.settings = { ...one.settings, theme: 'dark' };
    await one.carry(NOW);
    one.settings = { ...one.settings, theme: 'light' };
    await one.carry(NOW - 30 * DAY);
    const two = browserWith('two');
    bring(one, two);
    await two.carry(NOW);
    expect(two.settings.theme).toBe('light');
  });
});

describe('a removal', () => {
  it('is told for ninety days from when it was first seen here, whatever its stamp says, and then no longer', async () => {
    const [one, two] = [browserWith('one', COURIER, GLOBE), browserWith('two')];
    await one.carry(NOW - 500 * DAY);
    one.sources.delete(COURIER);
    await one.carry(NOW - 500 * DAY);
    bring(one, two);
    await two.carry(NOW);
    for (const [days, told] of [
      [89, true],
      [91, false],
    ] as const) {
      two.area['lede.set'] = 'damaged';
      for (const name of Object.keys(two.area)) delete two.area[name];
      two.settings = { ...two.settings, keepDays: days };
      await two.carry(NOW + days * DAY);
      expect(await isHeld(two, sourceKey(COURIER))).toBe(told ? null : undefined);
    }
  });

  it('that another browser tells on is not told anew by one that told it long enough', async () => {
    const [one, two] = [browserWith('one', COURIER), browserWith('two', COURIER)];
    await one.carry(NOW);
    bring(one, two);
    await two.carry(NOW);
    one.sources.delete(COURIER);
    await one.carry(NOW + DAY);
    const late = { ...one.area };
    await one.carry(NOW + 60 * DAY);
    await one.carry(NOW + 95 * DAY);
    Object.assign(one.area, late);
    expect(await one.carry(NOW + 96 * DAY)).toEqual([]);
    expect(one.sources.size).toBe(0);
  });

  it('of a word reaches the other browser, and the word added again after it stays', async () => {
    const [one, two] = [browserWith('one'), browserWith('two')];
    one.settings = { ...one.settings, mutedWords: ['golf'] };
    await one.carry(NOW);
    bring(one, two);
    await two.carry(NOW);
    two.settings = { ...two.settings, mutedWords: [] };
    await two.carry(NOW + MINUTE);
    bring(two, one);
    await one.carry(NOW + 2 * MINUTE);
    expect(one.settings.mutedWords).toEqual([]);
    one.settings = { ...one.settings, mutedWords: ['golf'] };
    await one.carry(NOW + 3 * MINUTE);
    expect(await isHeld(one, wordKey('mutedWords', 'golf'))).toBe(true);
  });
});

describe('a browser that was away for more than ninety days', () => {
  async function away(): Promise<CarryingBrowser> {
    const [one, two] = [browserWith('one', COURIER, GLOBE), browserWith('two')];
    await one.carry(NOW);
    await two.carry(NOW);
    two.sources.set(GLOBE, NO_DETAILS);
    await two.carry(NOW + DAY);
    for (const name of Object.keys(one.area)) delete one.area[name];
    bring(two, one);
    await one.carry(NOW + 200 * DAY);
    return one;
  }

  it('asks before it sends back sources that the area lacks, and keeps them meanwhile', async () => {
    const one = await away();
    expect(countAsked(one.memory.state)).toBe(1);
    expect(one.sources.has(COURIER)).toBe(true);
    expect(await isHeld(one, sourceKey(COURIER))).toBeUndefined();
    expect(await isHeld(one, sourceKey(GLOBE))).toMatchObject({ url: GLOBE });
  });

  it('sends them back or removes them, as the reader says', async () => {
    const kept = await away();
    kept.memory = answerAsked(kept.memory, true, NOW + 200 * DAY).memory;
    await kept.carry(NOW + 201 * DAY);
    expect(await isHeld(kept, sourceKey(COURIER))).toMatchObject({ url: COURIER });
    const dropped = await away();
    const { memory, changes } = answerAsked(dropped.memory, false, NOW + 200 * DAY);
    dropped.take(memory, changes);
    await dropped.carry(NOW + 201 * DAY);
    expect([...dropped.sources.keys()]).toEqual([GLOBE]);
    expect(await isHeld(dropped, sourceKey(COURIER))).toBeNull();
  });
});

describe('what this version does not know', () => {
  it('is carried along and not overwritten', async () => {
    const [one, two] = [browserWith('one'), browserWith('two')];
    await one.carry(NOW);
    const state = new Map(one.memory.state);
    state.set('otheme', { stamp: [NOW / 1000, 5, 'x'], value: 'sepia', goneAt: 0 });
    state.set('onewSetting', { stamp: [NOW / 1000, 5, 'x'], value: [1, 2], goneAt: 0 });
    one.memory = { ...one.memory, state };
    one.settings = { ...one.settings };
    await one.carry(NOW).catch(() => undefined);
    bring(one, two);
    await two.carry(NOW + MINUTE);
    two.settings = { ...two.settings, keepDays: 9 };
    await two.carry(NOW + 2 * MINUTE);
    expect(await isHeld(two, 'onewSetting')).toEqual([1, 2]);
    expect(two.settings.theme).toBe('system');
  });

  it('and an address that must stay at home is not followed, wherever it comes from', async () => {
    const [one, two] = [browserWith('one'), browserWith('two')];
    await one.carry(NOW);
    const state = new Map(one.memory.state);
    const url = 'http://192.168.1.1/rss';
    state.set(sourceKey(url), {
      stamp: [NOW / 1000, 5, 'x'],
      value: { url, title: '' },
      goneAt: 0,
      held: true,
    });
    one.memory = { ...one.memory, state };
    await one.carry(NOW + MINUTE);
    bring(one, two);
    await two.carry(NOW + MINUTE);
    expect(two.sources.size).toBe(0);
    expect(await isHeld(two, sourceKey(url))).toMatchObject({ url });
  });
});
