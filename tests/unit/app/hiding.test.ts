import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { hideOrNot } from '../../../utils/app/commands/hide-story.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { top } from '../../../utils/app/queries/ranked.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { BRIDGE } from '../../stories/events.ts';
import { createWorld, HOUR, MINUTE, NOON, rss, type TestItem, type World } from '../support/world.ts';

const [COURIER, HERALD, TRIBUNE] = ['courier', 'herald', 'tribune'].map(
  (name) => `https://${name}.example/rss`,
) as [string, string, string];
const BUDGET = 'Parliament passes budget in second reading';

let world: World;

beforeEach(async () => {
  world = createWorld();
  await publish(COURIER, [BRIDGE[0], BUDGET]);
  await publish(HERALD, [BRIDGE[1]]);
});

async function publish(url: string, titles: readonly string[]): Promise<void> {
  const items: TestItem[] = titles.map((title) => ({
    title,
    guid: title,
    link: `${new URL(url).origin}/${encodeURIComponent(title)}`,
    at: NOON,
  }));
  world.answer(url, rss(items, { title: new URL(url).hostname, site: url }));
  const known = await (await world.database()).getFromIndex('feeds', 'byUrl', url);
  if (!known) await addFeed(world.deps, url);
  else {
    world.time += 3 * HOUR;
    await poll(world.deps);
  }
}

const page = async () => latest(await world.database(), { after: null, limit: 50 });
const titles = async () => (await page()).rows.map(({ title }) => title);
const unread = async () => (await status(await world.database())).unread;
const bridge = async () => (await page()).rows.find(({ title }) => /bridge/.test(title))?.story?.id ?? 0;

describe('a story that the reader hides', () => {
  it('leaves lists, Top and totals at once, and comes back when he takes that back', async () => {
    const id = await bridge();
    expect(await unread()).toBe(2);
    await hideOrNot(world.deps, id, true);
    expect(await titles()).toEqual([BUDGET]);
    expect(await unread()).toBe(1);
    expect(await top(await world.database(), { now: world.time, limit: 10 })).toMatchObject({ rows: [] });
    await hideOrNot(world.deps, id, false);
    expect(await titles()).toHaveLength(2);
    expect(await unread()).toBe(2);
  });

  it('stays hidden with what is told of it later, also for who lists every article', async () => {
    await hideOrNot(world.deps, await bridge(), true);
    await publish(TRIBUNE, [BRIDGE[2]]);
    expect(await titles()).toEqual([BUDGET]);
    expect(await unread()).toBe(1);
    await changeSettings(world.deps, { latest: 'articles' });
    expect(await titles()).toEqual([BUDGET]);
    expect(await unread()).toBe(1);
  });

  it('stays hidden when a word is muted and no longer muted', async () => {
    const id = await bridge();
    await hideOrNot(world.deps, id, true);
    await changeSettings(world.deps, { mutedWords: ['budget'] });
    await changeSettings(world.deps, { mutedWords: [] });
    expect(await titles()).toEqual([BUDGET]);
  });

  it('stays muted by word when it is shown again', async () => {
    const id = await bridge();
    await hideOrNot(world.deps, id, true);
    await changeSettings(world.deps, { mutedWords: ['bridge'] });
    await hideOrNot(world.deps, id, false);
    expect(await titles()).toEqual([BUDGET]);
    expect(await unread()).toBe(1);
  });

  it('says so where it is gone', async () => {
    expect(await hideOrNot(world.deps, 4711, true)).toEqual({ ok: false, problem: { code: 'not-found' } });
  });

  it('is hidden once, however often that is said', async () => {
    const id = await bridge();
    await hideOrNot(world.deps, id, true);
    world.time += MINUTE;
    await hideOrNot(world.deps, id, true);
    expect(await unread()).toBe(1);
  });
});
