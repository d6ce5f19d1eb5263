import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { markAllRead, markRead } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { settings } from '../../../utils/app/queries/settings.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings.ts';
import type { LatestRow } from '../../../utils/model/view.ts';
import {
  createWorld,
  createWorldOfArticles,
  HOUR,
  MINUTE,
  NOON,
  rss,
  type TestItem,
  type World,
} from '../support/world.ts';

const COURIER = 'https://courier.example/rss';

let world: World;

beforeEach(async () => {
  world = await createWorldOfArticles();
  world.answer(COURIER, rss(articles(5)));
  await addFeed(world.deps, COURIER);
});

function articles(count: number): TestItem[] {
  return Array.from({ length: count }, (_, i) => ({
    title: `Story ${i}`,
    guid: `${i}`,
    at: NOON - i * MINUTE,
  }));
}

async function rows(): Promise<readonly LatestRow[]> {
  return (await latest(await world.database(), { after: null, limit: 50 })).rows;
}

async function unread(): Promise<{ rows: number; counter: number; badge: string | undefined }> {
  return {
    rows: (await rows()).filter((row) => row.unread).length,
    counter: (await status(await world.database())).unread,
    badge: world.badges.at(-1),
  };
}

describe('unread articles', () => {
  it('are counted alike by rows, total and badge after every mark', async () => {
    const [first, second] = await rows();
    await markRead(world.deps, [first?.id ?? 0, second?.id ?? 0], true);
    expect(await unread()).toEqual({ rows: 3, counter: 3, badge: '3' });
    await markRead(world.deps, [first?.id ?? 0], true);
    expect(await unread()).toEqual({ rows: 3, counter: 3, badge: '3' });
    await markRead(world.deps, [first?.id ?? 0], false);
    expect(await unread()).toEqual({ rows: 4, counter: 4, badge: '4' });
  });

  it('are gone from the badge once all are read, and come back one by one', async () => {
    await markAllRead(world.deps);
    expect(await unread()).toEqual({ rows: 0, counter: 0, badge: '' });
    const [first] = await rows();
    await markRead(world.deps, [first?.id ?? 0], false);
    expect(await unread()).toEqual({ rows: 1, counter: 1, badge: '1' });
    await markAllRead(world.deps);
    expect(await unread()).toEqual({ rows: 0, counter: 0, badge: '' });
  });

  it('arrive after all were marked read', async () => {
    await markAllRead(world.deps);
    world.answer(COURIER, rss([{ title: 'New', guid: 'new', at: NOON }, ...articles(5)]));
    world.time += HOUR;
    await poll(world.deps);
    expect(await unread()).toEqual({ rows: 1, counter: 1, badge: '1' });
  });

  it('stay marked where the clock went back meanwhile', async () => {
    const [first] = await rows();
    await markAllRead(world.deps);
    world.time -= HOUR;
    await markRead(world.deps, [first?.id ?? 0], false);
    expect((await unread()).rows).toBe(1);
    world.time -= HOUR;
    await markAllRead(world.deps);
    expect(await unread()).toEqual({ rows: 0, counter: 0, badge: '' });
  });

  it('ignore marks for articles that do not exist', async () => {
    await markRead(world.deps, [4711], true);
    expect(await unread()).toEqual({ rows: 5, counter: 5, badge: '5' });
  });

  it('show 999+ from a thousand on', async () => {
    for (const from of [0, 400, 800]) {
      world.answer(COURIER, rss(articles(from + 400).slice(from)));
      world.time += HOUR;
      await poll(world.deps);
    }
    expect(world.badges.at(-1)).toBe('999+');
  });
});

describe('Latest', () => {
  it('goes on where the page before ended, without gap or repetition', async () => {
    const db = await world.database();
    const first = await latest(db, { after: null, limit: 2 });
    const second = await latest(db, { after: first.next, limit: 2 });
    const third = await latest(db, { after: second.next, limit: 2 });
    const titles = [...first.rows, ...second.rows, ...third.rows].map((row) => row.title);
    expect(titles).toEqual(['Story 0', 'Story 1', 'Story 2', 'Story 3', 'Story 4']);
    expect(third.next).toBeNull();
  });

  it('shows articles of one moment in the order of their feed', async () => {
    world.answer(COURIER, rss(['a', 'b', 'c'].map((title) => ({ title, guid: title, at: NOON + MINUTE }))));
    world.time += HOUR;
    await poll(world.deps);
    expect((await rows()).slice(0, 3).map((row) => row.title)).toEqual(['a', 'b', 'c']);
  });

  it('sorts an article dated in the future by when it was first seen', async () => {
    world.answer(COURIER, rss([{ title: 'Tomorrow', guid: 't', at: NOON + 48 * HOUR }]));
    world.time += HOUR;
    await poll(world.deps);
    expect((await rows())[0]).toMatchObject({ title: 'Tomorrow', at: NOON + HOUR });
  });
});

describe('settings', () => {
  it('ask for nothing, tell of nothing and look at nothing that the reader did not turn on', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({ images: false, panelPrivate: false, panelBar: false });
    const { watch, breaking } = DEFAULT_SETTINGS.alertBy;
    expect([watch.notification, breaking.notification]).toEqual([false, false]);
  });

  it('have defaults, and keep what is changed', async () => {
    world = createWorld();
    const db = await world.database();
    expect(await settings(db)).toEqual(DEFAULT_SETTINGS);
    await changeSettings(world.deps, { theme: 'dark' });
    await changeSettings(world.deps, { language: 'uk' });
    expect(await settings(db)).toMatchObject({ theme: 'dark', language: 'uk' });
  });

  it('switch the badge off and on at once', async () => {
    await changeSettings(world.deps, { badge: 'off' });
    expect(world.badges.at(-1)).toBe('');
    await changeSettings(world.deps, { badge: 'unread' });
    expect(world.badges.at(-1)).toBe('5');
  });

  it('bring the next check forward where the interval became shorter', async () => {
    await changeSettings(world.deps, { checkMinutes: 10 });
    expect((await sources(await world.database()))[0]?.nextCheckAt).toBe(NOON + 10 * MINUTE);
    expect(world.alarms.at(-1)).toBe(NOON + 10 * MINUTE);
  });
});

describe('a background that starts anew', () => {
  it('makes badge and alarm right from the database alone', async () => {
    world.badges.length = 0;
    world.alarms.length = 0;
    await wake(world.reborn());
    expect(world.badges).toEqual(['5']);
    expect(world.alarms).toEqual([NOON + 10 * MINUTE]);
  });
});
