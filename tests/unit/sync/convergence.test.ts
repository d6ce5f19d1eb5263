/** Two or three browsers whose items travel one by one, in any order, some late, by clocks that disagree. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_DETAILS } from '../../../utils/sync/local.ts';
import { propertyRuns } from '../../property-runs.ts';
import { CarryingBrowser } from './browser.ts';

const numRuns = propertyRuns;
const timeout = 20_000 + numRuns * 100;
const START = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;

const which = fc.nat({ max: 2 });
const source = fc.nat({ max: 5 }).map((n) => `https://paper${n}.example/rss`);
const action = fc.oneof(
  fc.record({ act: fc.constant('add' as const), which, url: source }),
  fc.record({ act: fc.constant('remove' as const), which, url: source }),
  fc.record({
    act: fc.constant('file' as const),
    which,
    url: source,
    folder: fc.constantFrom('A', 'B', 'C'),
  }),
  fc.record({
    act: fc.constant('theme' as const),
    which,
    theme: fc.constantFrom('light' as const, 'dark' as const),
  }),
  fc.record({ act: fc.constant('mute' as const), which, word: fc.constantFrom('golf', 'polo', 'darts') }),
  fc.record({ act: fc.constant('unmute' as const), which, word: fc.constantFrom('golf', 'polo', 'darts') }),
  fc.record({
    act: fc.constant('watch' as const),
    which,
    word: fc.constantFrom('flood', 'orchid'),
    url: fc.option(source),
  }),
  fc.record({ act: fc.constant('unwatch' as const), which, word: fc.constantFrom('flood', 'orchid') }),
  fc.record({ act: fc.constant('carry' as const), which }),
  fc.record({ act: fc.constant('deliver' as const), which, n: fc.nat({ max: 40 }) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** An item on its way to a browser. */
interface Parcel {
  readonly to: CarryingBrowser;
  readonly name: string;
  readonly written: string;
}

class World {
  readonly browsers: readonly CarryingBrowser[];
  readonly #ahead: readonly number[];
  readonly #onTheWay: Parcel[] = [];
  /** What the account of the browsers' maker holds: whatever came to it last. */
  readonly #account: Record<string, string> = {};
  #now = START;

  constructor(count: number, ahead: readonly number[]) {
    this.browsers = Array.from({ length: count }, (_, index) => new CarryingBrowser(`b${index}`));
    this.#ahead = ahead;
  }

  at(which: number): CarryingBrowser {
    return this.browsers[which % this.browsers.length] as CarryingBrowser;
  }

  async carry(browser: CarryingBrowser): Promise<boolean> {
    const now = this.#now + (this.#ahead[this.browsers.indexOf(browser)] ?? 0);
    const items = await browser.carry(now);
    for (const [name, written] of items) {
      for (const to of this.browsers) if (to !== browser) this.#onTheWay.push({ to, name, written });
    }
    return items.length > 0;
  }

  deliver(n: number): boolean {
    const [parcel] = this.#onTheWay.splice(n % Math.max(1, this.#onTheWay.length), 1);
    if (parcel) parcel.to.area[parcel.name] = parcel.written;
    if (parcel) this.#account[parcel.name] = parcel.written;
    return parcel !== undefined;
  }

  async act(action: Action): Promise<void> {
    this.#now += 700;
    const browser = this.at(action.which);
    switch (action.act) {
      case 'add':
        if (!browser.sources.has(action.url)) browser.sources.set(action.url, NO_DETAILS);
        return;
      case 'remove':
        return void browser.sources.delete(action.url);
      case 'file':
        if (browser.sources.has(action.url))
          browser.sources.set(action.url, { ...NO_DETAILS, folder: [action.folder] });
        return;
      case 'theme':
        browser.settings = { ...browser.settings, theme: action.theme };
        return;
      case 'mute':
      case 'unmute': {
        const others = browser.settings.mutedWords.filter((word) => word !== action.word);
        const mutedWords = action.act === 'mute' ? [...others, action.word] : others;
        browser.settings = { ...browser.settings, mutedWords };
        return;
      }
      case 'watch':
      case 'unwatch':
        return this.#watch(browser, action);
      case 'carry':
        return void (await this.carry(browser));
      case 'deliver':
        return void this.deliver(action.n);
    }
  }

  /** A word is watched for in one source, where this browser follows it, or in all. */
  #watch(browser: CarryingBrowser, action: Extract<Action, { act: 'watch' | 'unwatch' }>): void {
    const others = browser.settings.watchWords.filter(({ words }) => words !== action.word);
    const url =
      action.act === 'watch' && action.url !== null && browser.sources.has(action.url) ? action.url : null;
    const added = { words: action.word, feedId: url === null ? null : browser.idOf(url) };
    const watchWords = action.act === 'watch' ? [...others, added] : others;
    browser.settings = { ...browser.settings, watchWords };
  }

  /** Until nobody has anything to say and nothing is on its way. */
  async settle(random: readonly number[]): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) {
      this.#now += 60_000;
      let isBusy = false;
      for (const browser of this.browsers) isBusy = (await this.carry(browser)) || isBusy;
      for (let i = 0; this.deliver(random[(turn + i) % random.length] ?? 0); i += 1) isBusy = true;
      // In the end all copies of an item are the same, whichever of them that is.
      for (const browser of this.browsers) Object.assign(browser.area, this.#account);
      if (!isBusy) return;
    }
    throw new Error('the browsers never come to rest');
  }
}

const clocks = fc.array(
  fc.integer({ min: -30, max: 20 }).map((hours) => hours * HOUR),
  { minLength: 3, maxLength: 3 },
);
const order = fc.array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 20 });

it(
  'come to the same sources and settings, whatever was done and however it travelled',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 3 }),
        clocks,
        fc.array(action, { maxLength: 25 }),
        order,
        async (count, ahead, actions, random) => {
          const world = new World(count, ahead);
          for (const one of actions) await world.act(one);
          await world.settle(random);
          for (const browser of world.browsers) expect(browser.has()).toEqual(world.at(0).has());
        },
      ),
      { numRuns },
    ),
  timeout,
);

it(
  'lose no source that nobody removed, and keep none that was removed when all had heard of it',
  () =>
    fc.assert(
      fc.asyncProperty(
        clocks,
        fc.array(action, { maxLength: 15 }),
        fc.array(action, { maxLength: 15 }),
        order,
        async (ahead, before, later, random) => {
          const world = new World(3, ahead);
          for (const one of before) await world.act(one);
          await world.settle(random);
          const all = [...world.at(0).sources.keys()];
          const removed = all[0];
          if (removed !== undefined) world.at(1).sources.delete(removed);
          const touched = new Set<string>(removed === undefined ? [] : [removed]);
          const adding = later.filter((one) => one.act !== 'add' || one.url !== removed);
          for (const one of adding) {
            if (one.act === 'remove') touched.add(one.url);
            await world.act(one);
          }
          await world.settle(random);
          for (const { sources } of world.browsers) {
            for (const url of all) if (!touched.has(url)) expect([...sources.keys()]).toContain(url);
            if (removed !== undefined) expect([...sources.keys()]).not.toContain(removed);
            for (const one of adding) {
              if (one.act === 'add' && !touched.has(one.url)) expect([...sources.keys()]).toContain(one.url);
            }
          }
        },
      ),
      { numRuns },
    ),
  timeout,
);
