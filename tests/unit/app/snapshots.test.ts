/** What survives the database: snapshots of sources and settings, taken by themselves and put back. */
import { describe, expect, it } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { listSnapshots } from '../../../utils/app/snapshot-shelf.ts';
import { MOST_SNAPSHOTS } from '../../../utils/app/snapshots.ts';
import { worldThatFollows } from '../support/sources.ts';
import { HOUR, NOON, rss, type World } from '../support/world.ts';

const DAY = 24 * HOUR;
const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

const sourcesOf = async (world: World): Promise<string[]> =>
  (await (await world.database()).getAll('feeds')).map(({ url }) => url);

describe('a snapshot', () => {
  it('is taken when the first source is followed, and not of nothing', async () => {
    const empty = await worldThatFollows();
    await poll(empty.deps);
    expect(await listSnapshots(empty.local)).toEqual([]);
    const world = await worldThatFollows(COURIER);
    expect(await listSnapshots(world.local)).toEqual([{ at: NOON, sources: 1 }]);
  });

  it('is taken once a day, the last seven are kept, and what was left of others goes', async () => {
    const world = await worldThatFollows(COURIER);
    for (let hour = 1; hour <= 10 * 24; hour += 1) {
      world.time = NOON + hour * HOUR;
      await poll(world.deps);
    }
    const days = await listSnapshots(world.local);
    expect(days.map(({ at }) => at)).toEqual([10, 9, 8, 7, 6, 5, 4].map((day) => NOON + day * DAY));
    const kept = [...world.local.values.keys()].filter((key) => key.startsWith('snapshot.day.'));
    expect(kept).toHaveLength(MOST_SNAPSHOTS);
  });

  it('brings back what is missing, with names and settings, and leaves what was added since', async () => {
    const world = await worldThatFollows(COURIER);
    const handlers = createHandlers(world.deps);
    await handlers.changeSettings({ theme: 'dark', mutedWords: ['rugby'] });
    await handlers.changeSources({ changes: [{ feedId: 1, patch: { checkMinutes: 30 } }] });
    world.time += DAY;
    await poll(world.deps);
    await handlers.removeSources({ feedIds: [1] });
    await handlers.changeSettings({ theme: 'light', mutedWords: [] });
    await handlers.addFeed({ url: HERALD });
    const restored = await handlers.restoreSnapshot({ at: world.time });
    expect(restored).toEqual({ ok: true, value: { sources: 1 } });
    expect((await sourcesOf(world)).sort()).toEqual([COURIER, HERALD]);
    const settings = await handlers.settings({});
    expect(settings).toMatchObject({ value: { theme: 'dark', mutedWords: ['rugby'] } });
    const courier = (await (await world.database()).getAll('feeds')).find(({ url }) => url === COURIER);
    expect(courier).toMatchObject({ checkMinutes: 30 });
    expect(courier?.removedAt).toBeUndefined();
    expect(await handlers.restoreSnapshot({ at: world.time })).toEqual({ ok: true, value: { sources: 0 } });
    expect(await handlers.restoreSnapshot({ at: 1 })).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('that there is no room for keeps nothing else from being done', async () => {
    const world = await worldThatFollows();
    world.local.isFull = true;
    const handlers = createHandlers(world.deps);
    world.answer(COURIER, rss([{ title: 'News', guid: '1' }]));
    expect(await handlers.addFeed({ url: COURIER })).toMatchObject({ ok: true });
    world.local.isFull = false;
    await poll(world.deps);
    expect(await listSnapshots(world.local)).toHaveLength(1);
  });
});
