import { beforeEach, describe, expect, it } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { changeSources } from '../../../utils/app/commands/change-sources.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { markRead, saveOrNot } from '../../../utils/app/commands/mark-read.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { refresh } from '../../../utils/app/commands/refresh.ts';
import { removeSources, restoreSources } from '../../../utils/app/commands/remove-sources.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { exportSources } from '../../../utils/app/queries/export-sources.ts';
import { latest } from '../../../utils/app/queries/latest.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { createWorld, HOUR, MINUTE, rss, type World } from '../support/world.ts';

const [COURIER, HERALD] = ['courier', 'herald'].map((name) => `https://${name}.example/rss`) as [
  string,
  string,
];
const BRIDGE = 'Kharkiv opens new metro bridge over Lopan river after two years of work';
const BRIDGE_TOO = 'New metro bridge over the Lopan opens in Kharkiv two years after work began';

let world: World;

beforeEach(async () => {
  world = createWorld();
  const at = world.time - HOUR;
  world.answer(
    COURIER,
    rss([
      { title: BRIDGE, guid: 'c1', at },
      { title: 'Rain in Odesa', guid: 'c2', at: at - MINUTE },
    ]),
  );
  world.answer(HERALD, rss([{ title: BRIDGE_TOO, guid: 'h1', at: at - 2 * MINUTE }], { title: 'Herald' }));
  await addFeed(world.deps, COURIER);
  await addFeed(world.deps, HERALD);
});

const rows = async () => (await latest(await world.database(), { after: null, limit: 50 })).rows;
const titles = async () => (await rows()).map(({ title }) => title).sort();
const unread = async () => (await status(await world.database())).unread;
const named = async (id: number) => (await sources(await world.database())).find((row) => row.id === id);

describe('a source that is removed', () => {
  it('is gone at once with its articles, from lists, totals, export and polls', async () => {
    await removeSources(world.deps, [1]);
    expect(await titles()).toEqual([BRIDGE_TOO]);
    expect(await unread()).toBe(1);
    expect((await sources(await world.database())).map(({ id }) => id)).toEqual([2]);
    expect(await exportSources(await world.database())).not.toContain(COURIER);
    const asked = world.requests.length;
    world.time += 5 * MINUTE;
    await refresh(world.deps);
    expect(world.requests.slice(asked).map(({ url }) => url)).toEqual([HERALD]);
  });

  it('comes back with its articles and marks as they were', async () => {
    const [first] = await rows();
    await markRead(world.deps, [first?.id ?? 0], true);
    await saveOrNot(world.deps, [first?.id ?? 0], true);
    const before = { rows: await rows(), unread: await unread(), source: await named(1) };
    await removeSources(world.deps, [1]);
    await restoreSources(world.deps, [1]);
    expect({ rows: await rows(), unread: await unread() }).toEqual({
      rows: before.rows,
      unread: before.unread,
    });
    expect(await named(1)).toEqual({ ...before.source, nextCheckAt: world.time });
  });

  it('comes back also after the background died in between', async () => {
    const before = await rows();
    await removeSources(world.deps, [1, 2]);
    await wake(world.reborn());
    expect(await rows()).toEqual([]);
    await restoreSources(world.reborn(), [1, 2]);
    expect(await rows()).toEqual(before);
  });

  it('is deleted for good ten minutes later, and cannot be had back then', async () => {
    await removeSources(world.deps, [1]);
    world.time += 11 * MINUTE;
    await poll(world.deps);
    const db = await world.database();
    expect(await db.count('feeds')).toBe(1);
    expect((await db.getAll('articles')).every(({ feedId }) => feedId === 2)).toBe(true);
    expect(await restoreSources(world.deps, [1])).toMatchObject({ problem: { code: 'not-found' } });
    expect(await titles()).toEqual([BRIDGE_TOO]);
  });

  it('can be followed anew at once', async () => {
    await removeSources(world.deps, [1]);
    expect(await addFeed(world.deps, COURIER)).toMatchObject({ ok: true });
    expect(await titles()).toHaveLength(2);
    await removeSources(world.deps, [2]);
    const list = [{ url: HERALD, title: '', siteUrl: null, folder: [] }];
    expect(await importSources(world.deps, list)).toEqual({ added: 1, known: 0 });
  });

  it('brings nothing of a check that was on its way', async () => {
    world.time += HOUR;
    world.answer(COURIER, async () => {
      await removeSources(world.deps, [1]);
      return rss([{ title: 'Snow in Lviv', guid: 'c3', at: world.time }]);
    });
    await poll(world.deps);
    expect(await titles()).toEqual([BRIDGE_TOO]);
    world.time += HOUR;
    const asked = world.requests.length;
    await poll(world.deps);
    expect(world.requests.slice(asked).some(({ url }) => url === COURIER)).toBe(false);
  });
});

describe('a source that is paused', () => {
  it('is asked nothing, not even by a refresh, which says why, and keeps its articles', async () => {
    const before = await titles();
    await changeSources(world.deps, [{ feedId: 1, patch: { paused: true } }]);
    const asked = world.requests.length;
    world.time += 3 * HOUR;
    await poll(world.deps);
    world.time += 6 * MINUTE;
    const { leftOut } = await refresh(world.deps);
    expect(world.requests.slice(asked).some(({ url }) => url === COURIER)).toBe(false);
    expect(leftOut).toEqual([{ id: 1, name: 'Courier', reason: 'paused' }]);
    expect(await titles()).toEqual(before);
  });

  it('stays so where a check was on its way', async () => {
    world.time += HOUR;
    world.answer(COURIER, async () => {
      await changeSources(world.deps, [{ feedId: 1, patch: { paused: true } }]);
      return rss([{ title: 'Snow in Lviv', guid: 'c3' }]);
    });
    await poll(world.deps);
    const asked = world.requests.length;
    world.time += 24 * HOUR;
    await poll(world.deps);
    expect(world.requests.slice(asked).some(({ url }) => url === COURIER)).toBe(false);
  });

  it('is asked at once when it no longer is', async () => {
    await changeSources(world.deps, [{ feedId: 1, patch: { paused: true } }]);
    world.time += 3 * HOUR;
    await changeSources(world.deps, [{ feedId: 1, patch: { paused: false } }]);
    expect(world.alarms.at(-1)).toBe(world.time);
    const asked = world.requests.length;
    await poll(world.deps);
    expect(world.requests.slice(asked).some(({ url }) => url === COURIER)).toBe(true);
  });
});

describe('what the reader changes of sources', () => {
  it('renames, moves and mutes many at once, and tells who is not there', async () => {
    await changeSources(world.deps, [
      { feedId: 1, patch: { ownTitle: 'The Courier', folder: ['News', 'Kharkiv'] } },
      { feedId: 2, patch: { folder: ['News', 'Kharkiv'], muted: true, checkMinutes: 60 } },
      { feedId: 9, patch: { muted: true } },
    ]);
    expect(await named(1)).toMatchObject({ title: 'The Courier', folder: ['News', 'Kharkiv'] });
    expect(await named(2)).toMatchObject({ folder: ['News', 'Kharkiv'], muted: true, checkMinutes: 60 });
    expect(await titles()).toEqual([BRIDGE, 'Rain in Odesa'].sort());
    const unknown = [{ feedId: 9, patch: { muted: true } }];
    expect(await changeSources(world.deps, unknown)).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('lets a preferred source lead a story that both tell well', async () => {
    const leads = async () =>
      (await (await world.database()).getAll('stories'))
        .filter(({ articles }) => articles.length > 1)
        .map(({ lead }) => lead);
    const articles = await (await world.database()).getAll('articles');
    const [ofCourier, ofHerald] = [BRIDGE, BRIDGE_TOO].map(
      (title) => articles.find((article) => article.title === title)?.id,
    );
    for (const [feedId, other, expected] of [
      [2, 1, ofHerald],
      [1, 2, ofCourier],
    ] as const) {
      await changeSources(world.deps, [
        { feedId, patch: { preferred: true } },
        { feedId: other, patch: { preferred: false } },
      ]);
      expect(await leads()).toEqual([expected]);
    }
  });
});
