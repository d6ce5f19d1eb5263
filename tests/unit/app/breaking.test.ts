import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { join, split } from '../../../utils/app/commands/correct-stories.ts';
import { markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { breaking, breakingPast } from '../../../utils/app/queries/breaking.ts';
import { top } from '../../../utils/app/queries/ranked.ts';
import type { Story } from '../../../utils/model/story.ts';
import { QUAKE } from '../../stories/events.ts';
import { createWorld, HOUR, MINUTE, rss, type TestItem, type World } from '../support/world.ts';

const DAY = 24 * HOUR;
const OUTLETS = ['courier', 'herald', 'tribune', 'observer', 'gazette', 'mercury'].map(
  (name) => `https://${name}.example/rss`,
);

let world: World;
let serial: number;

beforeEach(async () => {
  world = createWorld();
  serial = 0;
  for (const url of OUTLETS) {
    world.answer(url, rss([], { title: new URL(url).hostname, site: url, language: 'en' }));
    await addFeed(world.deps, url);
  }
  world.time += HOUR;
  await changeSettings(world.deps, { breaking: { sources: 4, minutes: 60 }, checkMinutes: 5 });
});

function item(title: string, minutesAgo = 5, text = ''): TestItem {
  serial += 1;
  return {
    title,
    text,
    guid: `${serial}`,
    link: `https://news.example/${serial}`,
    at: world.time - minutesAgo * MINUTE,
  };
}

/** Outlets publish, the first of the list the first title, and all are polled. */
async function publish(items: readonly (TestItem | null)[]): Promise<void> {
  world.time += 10 * MINUTE;
  for (const [at, one] of items.entries()) {
    const url = OUTLETS[at] ?? '';
    if (one) world.answer(url, rss([one], { title: new URL(url).hostname, site: url, language: 'en' }));
  }
  await poll(world.deps);
}

/** How many voices the largest story has: what shows that it is no want of voices where nothing is raised. */
async function loudest(): Promise<number> {
  const stories = await (await world.database()).getAll('stories');
  return Math.max(0, ...stories.map(({ voices }) => voices.length));
}

async function alerted(): Promise<Story[]> {
  const stories = await (await world.database()).getAll('stories');
  return stories.filter(({ alertedAt }) => alertedAt !== undefined);
}

const now = async () => breaking(await world.database(), { now: world.time });
const past = async () => (await breakingPast(await world.database(), { now: world.time })).past;

describe('a breaking story', () => {
  it('is raised once enough sources tell it, and never again however it grows', async () => {
    world.time += 10 * MINUTE;
    await publish(QUAKE.slice(0, 3).map((title) => item(title)));
    expect(await alerted()).toEqual([]);
    await publish([null, null, null, item(QUAKE[3])]);
    const [first] = await alerted();
    expect(first?.alertedAt).toBe(world.time);
    expect((await now()).map(({ story }) => story?.id)).toEqual([first?.id]);
    await publish([null, null, null, null, item(QUAKE[4]), item(QUAKE[5])]);
    expect((await alerted()).map(({ alertedAt }) => alertedAt)).toEqual([first?.alertedAt]);
  });

  it('breaks no more once it is read, or an hour later', async () => {
    await publish(QUAKE.slice(0, 4).map((title) => item(title)));
    const [row] = await now();
    await markRead(world.deps, [row?.id ?? 0], true);
    expect(await now()).toEqual([]);
    await markRead(world.deps, [row?.id ?? 0], false);
    expect(await now()).toHaveLength(1);
    world.time += 61 * MINUTE;
    expect(await now()).toEqual([]);
  });

  it('is none where all cite one origin', async () => {
    const cite = (title: string) => item(`${title} – Reuters`);
    await publish(QUAKE.slice(0, 6).map(cite));
    expect(await loudest()).toBeGreaterThanOrEqual(4);
    expect(await alerted()).toEqual([]);
  });

  it('is none by what was published long before it was seen, or what a source held at its first fetch', async () => {
    await publish(QUAKE.slice(0, 5).map((title) => item(title, 90)));
    expect(await loudest()).toBeGreaterThanOrEqual(4);
    expect(await alerted()).toEqual([]);
    world.time += 3 * DAY;
    for (const [at, name] of ['one', 'two', 'three', 'four', 'five'].entries()) {
      const url = `https://${name}.example/rss`;
      world.answer(url, rss([item(`${QUAKE[at]} again`)], { title: name, site: url, language: 'en' }));
      await addFeed(world.deps, url);
    }
    expect(await alerted()).toEqual([]);
  });

  it('is one though it was seen late, where its sources are checked as seldom', async () => {
    await changeSettings(world.deps, { checkMinutes: 120 });
    world.time += 2 * HOUR;
    await publish(QUAKE.slice(0, 5).map((title) => item(title, 90)));
    expect(await alerted()).toHaveLength(1);
    expect(await now()).toHaveLength(1);
  });

  it('is none by what is muted', async () => {
    await changeSettings(world.deps, { mutedWords: ['earthquake'] });
    await publish(QUAKE.map((title) => item(title)));
    expect(await alerted()).toEqual([]);
  });

  it('counts as raised in whatever story its articles come to be', async () => {
    await publish([
      ...QUAKE.slice(0, 4).map((title) => item(title)),
      item('Parliament in Oslo passes the budget'),
    ]);
    const [quake] = await alerted();
    const other = (await (await world.database()).getAll('stories')).find(({ id }) => id !== quake?.id);
    await join(world.deps, [quake?.id ?? 0, other?.id ?? 0]);
    expect(await alerted()).toHaveLength(1);
    await split(world.deps, quake?.articles.slice(0, 1) ?? []);
    expect((await alerted()).map(({ alertedAt }) => alertedAt)).toEqual([quake?.alertedAt, quake?.alertedAt]);
  });

  it('is one of three a day', async () => {
    const events = [
      'Ferry with 97 tourists sinks off the coast of Crete',
      'Volcano Etna erupts, airport of Catania closed for 12 hours',
      'Central bank of Norway cuts key interest rate to 3.5 percent',
      'Train derails in Bavaria, 18 people injured near Munich',
      'Wildfire near Athens forces eight villages to evacuate',
    ];
    for (const event of events) {
      await publish(
        OUTLETS.map((url) => item(event, 5, `${new URL(url).hostname} has it in words of its own`)),
      );
    }
    const raised = await alerted();
    expect(raised).toHaveLength(3);
    expect(await past()).toHaveLength(3);
  });
});

describe('what another threshold would have raised', () => {
  it('is told without changing anything', async () => {
    await publish(QUAKE.slice(0, 3).map((title) => item(title)));
    const db = await world.database();
    const lower = await breakingPast(db, { now: world.time, sources: 3, minutes: 60 });
    expect(lower).toMatchObject({ threshold: { sources: 3, minutes: 60 }, isFitted: false });
    expect(lower.past).toHaveLength(1);
    expect((await breakingPast(db, { now: world.time, sources: null, minutes: 60 })).isFitted).toBe(true);
    expect(await alerted()).toEqual([]);
  });
});

describe('Top between polls', () => {
  it('keeps the order that was shown while no story is clearly ahead', async () => {
    await publish([
      item(QUAKE[0], 9),
      item(QUAKE[1], 8),
      item(QUAKE[2], 7),
      item('Ferry with 97 tourists sinks off the coast of Crete', 6),
      item('Ferry with 97 tourists sinks off Crete coast, rescue under way', 5),
      item('Off the coast of Crete a ferry with 97 tourists sinks', 4),
    ]);
    const db = await world.database();
    const order = async () => {
      const page = await top(db, { now: world.time, limit: 10 });
      return page.kind === 'ranked' ? page.rows.map(({ story }) => story.id) : [];
    };
    const kept = (await db.get('records', 'topOrder')) as number[];
    expect(kept).toHaveLength(2);
    expect(await order()).toEqual(kept);
    // As if the other had stood above at the last poll: hardly ahead of it, this one does not pass.
    await db.put('records', kept.toReversed(), 'topOrder');
    expect(await order()).toEqual(kept.toReversed());
  });
});
