/** What comes by the account's server grows stories and raises alerts by the time of its arrival there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { QUAKE } from '../../stories/events.ts';
import { type AccountWorld, createAccountWorld } from '../support/account.ts';
import { HOUR, MINUTE } from '../support/world.ts';

const OUTLETS = ['courier', 'herald', 'tribune', 'observer', 'gazette'].map(
  (name) => `https://${name}.example/rss`,
);

/** What each outlet told before, of which no two tell one story. */
const EARLIER = [
  'The council has opened a new footbridge over the river',
  'Our chess club wins the national cup for the third time',
  'Ferry line reopens after the winter with two more boats',
  'Bakers complain about the price of flour and butter',
  'What to see at the theatre festival in the old town',
];

describe.each(['freshrss', 'miniflux'] as const)('stories by a server that speaks as %s', (dialect) => {
  let account: AccountWorld;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
    await changeSettings(account.world.deps, {
      latest: 'stories',
      breaking: { sources: 4, minutes: 60 },
    });
  });
  afterEach(() => account.server.close());

  /** Outlets publish the same event, each its own headline; the server reads them at once. */
  async function publish(count: number, minutesAgo = 5): Promise<void> {
    for (const [n, url] of OUTLETS.slice(0, count).entries()) {
      const title = QUAKE[n] ?? '';
      await account.publish(url, [{ title, html: '', at: account.world.time - minutesAgo * MINUTE }]);
    }
  }

  const stories = async () => (await account.world.database()).getAll('stories');
  const alerted = async () => (await stories()).filter(({ alertedAt }) => alertedAt !== undefined);
  const voices = async () => Math.max(0, ...(await stories()).map((story) => story.voices.length));

  /** An account whose sources have been here for an hour. */
  async function settle(): Promise<void> {
    for (const [n, url] of OUTLETS.entries()) {
      await account.publish(url, [{ title: EARLIER[n] ?? '', at: account.world.time - 4 * HOUR }]);
    }
    await account.add();
    account.world.time += HOUR;
  }

  it('break where enough voices tell them', async () => {
    await settle();
    await publish(4);
    account.world.time += 10 * MINUTE;
    await account.sync();
    expect(await voices()).toBe(4);
    expect(await alerted()).toHaveLength(1);
  });

  it('do not break with what arrived there over an hour ago, and have grown by it all the same', async () => {
    await settle();
    await publish(4);
    account.world.time += 61 * MINUTE;
    await account.sync();
    const [story] = (await stories()).filter((one) => one.voices.length === 4);
    expect(story?.voices.every(({ isLate }) => !isLate)).toBe(true);
    expect(await alerted()).toEqual([]);
  });

  it('do not break with what arrived there over an hour ago, whatever is new that comes with it', async () => {
    await changeSettings(account.world.deps, { breaking: { sources: 3, minutes: 60 } });
    await settle();
    await publish(3);
    account.world.time += 61 * MINUTE;
    await account.publish(OUTLETS[3] ?? '', [{ title: QUAKE[3] ?? '' }]);
    await account.sync();
    expect(await voices()).toBe(4);
    expect(await alerted()).toEqual([]);
  });

  it('do not break with that either where what is new comes later', async () => {
    await settle();
    await publish(4);
    account.world.time += 61 * MINUTE;
    await account.sync();
    account.world.time += 15 * MINUTE;
    await account.publish(OUTLETS[4] ?? '', [{ title: QUAKE[4] ?? '' }]);
    await account.sync();
    expect(await voices()).toBe(5);
    expect(await alerted()).toEqual([]);
  });

  it('break where what is new is the last voice that it takes', async () => {
    await settle();
    await publish(3);
    account.world.time += 50 * MINUTE;
    await account.publish(OUTLETS[3] ?? '', [{ title: QUAKE[3] ?? '' }]);
    account.world.time += 11 * MINUTE;
    await account.sync();
    expect(await voices()).toBe(4);
    expect(await alerted()).toHaveLength(1);
  });

  it('raise nothing with the first articles of sources that are new here', async () => {
    await changeSettings(account.world.deps, { breaking: { sources: 3, minutes: 60 } });
    await publish(5);
    await account.add();
    expect(await voices()).toBeGreaterThanOrEqual(3);
    expect(await alerted()).toEqual([]);
  });

  it('count no article for growth that arrived there late', async () => {
    await settle();
    await publish(4, 120);
    account.world.time += 10 * MINUTE;
    await account.sync();
    const [story] = (await stories()).filter((one) => one.voices.length === 4);
    expect(story?.voices.every(({ isLate }) => isLate)).toBe(true);
    expect(await alerted()).toEqual([]);
  });

  it('believe no clock of a server that is years ahead, nor one that is years behind', async () => {
    await settle();
    for (const years of [3, -3]) {
      account.server.clock.now = () => account.world.time + years * 365 * 24 * HOUR;
      await account.publish(OUTLETS[0] ?? '', [{ title: `Clock of ${years}` }]);
      account.world.time += 10 * MINUTE;
      await account.sync();
    }
    const now = account.world.time;
    const odd = (await account.articles()).filter(({ title }) => title.startsWith('Clock'));
    expect(odd).toHaveLength(2);
    for (const { arrivedAt, newestFirst } of odd) {
      expect(arrivedAt ?? now).toBeLessThanOrEqual(now);
      expect(-(newestFirst ?? 0)).toBeGreaterThan(now - HOUR);
    }
  });

  it('break by a server whose clock is years behind', async () => {
    await settle();
    account.server.clock.now = () => account.world.time - 3 * 365 * 24 * HOUR;
    await publish(4);
    account.world.time += 10 * MINUTE;
    await account.sync();
    expect(await alerted()).toHaveLength(1);
  });

  it('watch words alert on what waited there for hours', async () => {
    await changeSettings(account.world.deps, { watchWords: [{ words: 'zeppelin', feedId: null }] });
    await settle();
    await account.publish(OUTLETS[0] ?? '', [{ title: 'A zeppelin over the town' }]);
    account.world.time += 3 * HOUR;
    await account.sync();
    expect(await (await account.world.database()).getAll('alerts')).toMatchObject([{ kind: 'watch' }]);
  });
});
