/** Two browsers of one reader, each with its database, between which a test carries the items of the browser's own sync. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerAway, carry, eraseCarried, setCarrying } from '../../../utils/app/commands/carry.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { carrying } from '../../../utils/app/queries/carrying.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { changeCarryRecord } from '../../../utils/store/carry.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { changeSource, removeForGood } from '../support/sources.ts';
import { createWorld, HOUR, MINUTE, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const GLOBE = 'https://globe.example/rss';
const NAS = 'http://192.168.1.7/rss';
const DAY = 24 * HOUR;

let [one, two]: World[] = [];
let here: World;
let there: World;

async function follow(world: World, ...urls: string[]): Promise<void> {
  const listed = urls.map((url) => ({ url, title: '', siteUrl: null, folder: ['Papers'] }));
  await importSources(world.deps, listed);
}

async function urlsOf(world: World): Promise<string[]> {
  return (await allFeeds(await world.database())).map(({ url }) => url).sort();
}

async function idOf(world: World, url: string): Promise<number> {
  return (await allFeeds(await world.database())).find((feed) => feed.url === url)?.id ?? 0;
}

/** A minute passes, both say what they have to say, and the account brings it to the other. */
async function travel(): Promise<void> {
  for (const [from, to] of [
    [here, there],
    [there, here],
  ] as const) {
    here.time += MINUTE;
    there.time += MINUTE;
    await carry(from.deps);
    Object.assign(to.syncItems, from.syncItems);
    for (const name of Object.keys(to.syncItems)) if (!(name in from.syncItems)) delete to.syncItems[name];
    await carry(to.deps);
  }
}

beforeEach(async () => {
  one = createWorld();
  await one.database();
  two = createWorld();
  await two.database();
  here = one;
  there = two;
});

async function bothCarry(): Promise<void> {
  await setCarrying(here.deps, true);
  await setCarrying(there.deps, true);
  await travel();
}

describe('carrying', () => {
  it('is off until it is turned on: nothing is written, nothing is read', async () => {
    await follow(here, COURIER);
    await travel();
    expect(here.syncItems).toEqual({});
    expect(await carrying(await here.database())).toMatchObject({ on: false });
  });

  it('brings sources with their folders, names and intervals, mutes, words and settings to the other browser', async () => {
    await follow(here, COURIER);
    await bothCarry();
    await changeSource(here.deps, await idOf(here, COURIER), { checkMinutes: 30 });
    await changeSource(here.deps, await idOf(here, COURIER), { muted: true });
    await changeSettings(here.deps, { theme: 'dark', mutedWords: ['golf'] });
    await travel();
    const [feed] = await allFeeds(await there.database());
    expect(feed).toMatchObject({ url: COURIER, folder: ['Papers'], checkMinutes: 30, muted: true });
    expect(await loadSettings(await there.database())).toMatchObject({ theme: 'dark', mutedWords: ['golf'] });
  });

  it('brings what is watched for in one source along with that source, by whatever number it has there', async () => {
    await follow(there, GLOBE);
    await follow(here, COURIER);
    const watchWords = [{ words: 'flood', feedId: await idOf(here, COURIER) }];
    await changeSettings(here.deps, { watchWords });
    await bothCarry();
    const feedId = await idOf(there, COURIER);
    expect(feedId).not.toBe(watchWords[0]?.feedId);
    expect((await loadSettings(await there.database())).watchWords).toEqual([{ words: 'flood', feedId }]);
  });

  it('shows what came as waiting for access, which one button gives', async () => {
    there.refused.add('courier.example').add('globe.example');
    await follow(here, COURIER, GLOBE);
    await bothCarry();
    const rows = await sources(await there.database());
    expect(rows.map(({ problem }) => problem?.code)).toEqual(['no-permission', 'no-permission']);
    const { waitingHosts } = await status(await there.database());
    expect([...waitingHosts].sort()).toEqual(['courier.example', 'globe.example']);
    expect(there.requests).toEqual([]);
  });

  it('knows in the other browser who owns what came from a pack', async () => {
    const publisher = {
      kind: 'newspaper',
      owner: { name: 'Courier Group', source: 'https://courier.example/about' },
      country: 'UA',
      articleHosts: ['courier.example'],
    } as const;
    const facts = { name: 'Courier', site: 'https://courier.example/', language: 'uk', feeds: [COURIER] };
    there.packFacts.set(COURIER, { ...facts, support: 'https://courier.example/support', publisher });
    await follow(here, COURIER, GLOBE);
    await bothCarry();
    const feeds = await allFeeds(await there.database());
    expect(feeds.find(({ url }) => url === COURIER)).toMatchObject({
      facts: publisher,
      supportUrl: 'https://courier.example/support',
    });
    expect(feeds.find(({ url }) => url === GLOBE)?.facts).toBeNull();
  });

  it('removes in the other browser what was removed here, and nothing because it is missing', async () => {
    await follow(here, COURIER, GLOBE);
    await bothCarry();
    await removeForGood(here.deps, await idOf(here, COURIER));
    await travel();
    expect(await urlsOf(there)).toEqual([GLOBE]);
    for (const name of Object.keys(there.syncItems)) delete there.syncItems[name];
    there.time += HOUR;
    await carry(there.deps);
    expect(await urlsOf(there)).toEqual([GLOBE]);
    expect(Object.keys(there.syncItems).length).toBeGreaterThan(0);
  });

  it('goes on with a removal that a kill interrupted', async () => {
    await follow(there, COURIER, GLOBE);
    await bothCarry();
    const removing = [await idOf(there, COURIER)];
    await changeCarryRecord(await there.database(), { removing });
    there = { ...there, deps: there.reborn() };
    await carry(there.deps);
    expect(await urlsOf(there)).toEqual([GLOBE]);
  });

  it('keeps secrets and machines of the own network at home, and names them', async () => {
    await follow(here, COURIER, NAS, 'https://courier.example/rss?token=abcd');
    await bothCarry();
    expect(await urlsOf(there)).toEqual([COURIER]);
    const { atHome, sources: carried } = await carrying(await here.database());
    expect(atHome.map(({ reason }) => reason).sort()).toEqual(['key', 'private']);
    expect(carried).toBe(1);
  });

  it('writes at most once a minute, and wakes up for what waits', async () => {
    await bothCarry();
    here.time += HOUR;
    await follow(here, COURIER);
    await carry(here.deps);
    const writes = here.syncWrites;
    here.time += 10_000;
    await follow(here, GLOBE);
    await carry(here.deps);
    expect(here.syncWrites).toBe(writes);
    expect(here.carryAlarms.at(-1)).toBe(here.time - 10_000 + MINUTE);
    expect((await carrying(await here.database())).waitsUntil).toBe(here.time - 10_000 + MINUTE);
    here.time += MINUTE;
    await carry(here.deps);
    expect(here.syncWrites).toBe(writes + 1);
  });

  it('follows every verb by which the reader changes what is carried', async () => {
    await bothCarry();
    here.time += HOUR;
    await createHandlers(here.deps).changeSettings({ theme: 'light' });
    await here.deps.rounds.alone(async () => undefined);
    await travel();
    expect((await loadSettings(await there.database())).theme).toBe('light');
  });

  it('says so where the browser takes nothing, and tries again', async () => {
    await bothCarry();
    here.syncRefuses = true;
    here.time += HOUR;
    await follow(here, COURIER);
    await carry(here.deps);
    expect((await carrying(await here.database())).problem).toMatchObject({ code: 'sync-refused' });
    here.syncRefuses = false;
    await travel();
    expect(await urlsOf(there)).toEqual([COURIER]);
    expect((await carrying(await here.database())).problem).toBeNull();
  });

  it('turned off keeps everything here, and turned on again goes on', async () => {
    await follow(here, COURIER);
    await bothCarry();
    await setCarrying(there.deps, false);
    expect(await urlsOf(there)).toEqual([COURIER]);
    await removeForGood(here.deps, await idOf(here, COURIER));
    await travel();
    expect(await urlsOf(there)).toEqual([COURIER]);
    await setCarrying(there.deps, true);
    await travel();
    expect(await urlsOf(here)).toEqual([COURIER]);
  });

  it('erased leaves one record, by which the other browser keeps what it has, carries no longer and says so', async () => {
    await follow(here, COURIER);
    await bothCarry();
    await eraseCarried(here.deps);
    expect(Object.keys(here.syncItems)).toEqual(['lede.erased']);
    const late = { ...there.syncItems };
    await travel();
    expect(await carrying(await there.database())).toMatchObject({ on: false, wasErased: true });
    expect(await urlsOf(there)).toEqual([COURIER]);
    Object.assign(here.syncItems, late);
    await setCarrying(here.deps, true);
    await removeForGood(here.deps, await idOf(here, COURIER));
    await setCarrying(there.deps, true);
    await travel();
    expect(await carrying(await here.database())).toMatchObject({ on: true });
  });

  it('after an absence of more than ninety days asks before it sends back what is missing', async () => {
    await follow(here, COURIER);
    await bothCarry();
    for (const name of Object.keys(here.syncItems)) delete here.syncItems[name];
    await setCarrying(there.deps, false);
    await removeForGood(there.deps, await idOf(there, COURIER));
    await setCarrying(there.deps, true);
    await changeSettings(there.deps, { theme: 'dark' });
    there.time += MINUTE;
    await carry(there.deps);
    here.time += 100 * DAY;
    for (const name of Object.keys(here.syncItems)) delete here.syncItems[name];
    Object.assign(here.syncItems, { 'lede.set': there.syncItems['lede.set'] });
    await carry(here.deps);
    expect((await carrying(await here.database())).asked).toHaveLength(1);
    await answerAway(here.deps, false);
    expect(await urlsOf(here)).toEqual([]);
  });
});
