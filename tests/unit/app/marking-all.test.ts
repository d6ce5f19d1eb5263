import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { markAllRead, markRead, takeMarkAllBack } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { createWorld, HOUR, NOON, rss, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const TITLES = ['Budget passed', 'Storm over Odesa', 'Museum opens', 'Chess final in Lviv'] as const;

let world: World;

beforeEach(async () => {
  world = createWorld();
  publish(TITLES);
  await addFeed(world.deps, COURIER);
});

function publish(titles: readonly string[]): void {
  const items = titles.map((title) => ({
    title,
    guid: title,
    link: `https://courier.example/${title}`,
    at: NOON,
  }));
  world.answer(COURIER, rss(items));
}

async function markAll(): Promise<number> {
  world.time += 1_000;
  const marked = await markAllRead(world.deps);
  return marked.ok ? marked.value.markedAt : 0;
}

async function id(title: string): Promise<number> {
  const { rows } = await latest(await world.database(), { after: null, limit: 50 });
  return rows.find((row) => row.title === title)?.id ?? 0;
}

async function unreadTitles(): Promise<string[]> {
  const { rows } = await latest(await world.database(), { after: null, limit: 50 });
  return rows.filter(({ unread }) => unread).map(({ title }) => title);
}

const unread = async () => (await status(await world.database())).unread;

describe.each(['stories', 'articles'] as const)('"mark all" over %s', (rows) => {
  beforeEach(() => changeSettings(world.deps, { latest: rows }));

  it('is taken back as a whole: what was read before stays read', async () => {
    await markRead(world.deps, [await id('Museum opens')], true);
    const at = await markAll();
    expect(await unread()).toBe(0);
    await takeMarkAllBack(world.deps, at);
    expect(await unread()).toBe(3);
    expect((await unreadTitles()).sort()).toEqual([
      'Budget passed',
      'Chess final in Lviv',
      'Storm over Odesa',
    ]);
  });

  it('leaves, when it is taken back, what the reader marked since', async () => {
    const at = await markAll();
    world.time += 1_000;
    await markRead(world.deps, [await id('Storm over Odesa')], true);
    world.time += 1_000;
    await markRead(world.deps, [await id('Museum opens')], true);
    await markRead(world.deps, [await id('Museum opens')], false);
    await takeMarkAllBack(world.deps, at);
    expect(await unreadTitles()).toHaveLength(await unread());
    expect(await unreadTitles()).toContain('Museum opens');
  });

  it('counts what came in between once', async () => {
    const at = await markAll();
    publish([...TITLES, 'Ferry returns to service']);
    world.time += 3 * HOUR;
    await poll(world.deps);
    expect(await unread()).toBe(1);
    await takeMarkAllBack(world.deps, at);
    expect(await unread()).toBe(5);
    expect(await unreadTitles()).toHaveLength(5);
  });

  it('is not taken back by another time than its own, nor twice', async () => {
    const first = await markAll();
    const second = await markAll();
    expect(await takeMarkAllBack(world.deps, first)).toMatchObject({ ok: false });
    expect(await unread()).toBe(0);
    expect(await takeMarkAllBack(world.deps, second)).toMatchObject({ ok: true });
    expect(await takeMarkAllBack(world.deps, second)).toMatchObject({ ok: false });
  });
});
