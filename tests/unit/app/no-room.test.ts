/** A disk that is full, or becomes so midway: one clear message, nothing lost, nothing half done. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addFeed } from '../../../utils/app/commands/add-feed.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { status } from '../../../utils/app/queries/status.ts';
import { ownId, ownUrl } from '../../../utils/platform/runtime.ts';
import { answer } from '../../../utils/protocol/server.ts';
import { backupOf, carried } from '../support/backup.ts';
import { removeForGood } from '../support/sources.ts';
import { createWorld, HOUR, rss, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

let world: World;

beforeEach(async () => {
  world = createWorld();
  world.answer(COURIER, rss(items(0, 3), { title: 'Courier', etag: '"1"' }));
  world.answer(HERALD, rss([{ title: 'Herald opens', guid: 'h' }], { title: 'Herald' }));
  await addFeed(world.deps, COURIER);
});

afterEach(() => vi.restoreAllMocks());

function items(from: number, count: number) {
  return Array.from({ length: count }, (_, n) => ({
    title: `Story number ${from + n}`,
    guid: `${from + n}`,
    at: world.time,
  }));
}

/** From now on there is room for so many rows in a store, and no more. */
function leaveRoomFor(rows: number, storeName: string): void {
  let left = rows;
  for (const method of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...[row, key]
    ) {
      if (this.name === storeName && left-- <= 0) throw new DOMException('no room', 'QuotaExceededError');
      return write.call(this, row, key);
    });
  }
}

function say(verb: string, request: object): Promise<unknown> {
  return answer(createHandlers(world.deps), { verb, request }, { id: ownId(), url: ownUrl('options.html') });
}

const noRoom = { ok: false, problem: { code: 'disk-full' } };

describe('a disk that is full', () => {
  it('so that not even that can be stored, is told of all the same, until a write finds room', async () => {
    leaveRoomFor(0, 'feeds');
    world.time += HOUR;
    await poll(world.deps);
    expect(world.isFull).toBe(true);
    vi.restoreAllMocks();
    world.time += HOUR;
    await poll(world.deps);
    expect(world.isFull).toBe(false);
  });

  it('midway through a check is told of at the source and above the lists; nothing of it is half stored', async () => {
    const before = await (await world.database()).getAll('articles');
    world.answer(COURIER, rss([...items(3, 5), ...items(0, 3)], { etag: '"2"' }));
    world.time += 3 * HOUR;
    leaveRoomFor(2, 'articles');
    await poll(world.deps);
    const db = await world.database();
    expect(await db.getAll('articles')).toEqual(before);
    expect((await sources(db))[0]).toMatchObject({ problem: { code: 'disk-full' } });
    expect(await status(db)).toMatchObject({ isFull: true, articles: 3 });
    vi.restoreAllMocks();
    world.time += 3 * HOUR;
    await poll(world.deps);
    // What could not be stored was not remembered as known: the same body is asked for once more.
    expect(world.requests.at(-1)).toMatchObject({ validators: { etag: '"1"' } });
    expect(await status(db)).toMatchObject({ isFull: false, articles: 8 });
  });

  it('midway through a list of sources leaves all of the list out', async () => {
    const list = Array.from({ length: 50 }, (_, n) => ({
      url: `https://s${n}.example/rss`,
      title: '',
      siteUrl: null,
      folder: [],
    }));
    leaveRoomFor(20, 'feeds');
    expect(await say('importSources', { sources: list })).toMatchObject(noRoom);
    expect((await sources(await world.database())).map(({ url }) => url)).toEqual([COURIER]);
    vi.restoreAllMocks();
    expect(await say('importSources', { sources: list })).toMatchObject({ value: { added: 50 } });
  });

  it.each(['merge', 'replace'] as const)(
    'midway through a backup that is to %s leaves all as it was',
    async (mode) => {
      const text = await new Response(
        (await backupOf(world.deps)).stream().pipeThrough(new DecompressionStream('gzip')),
      ).text();
      await removeForGood(world.deps, 1);
      await addFeed(world.deps, HERALD);
      const before = await carried(world.deps);
      const begun = (await say('beginRestore', {})) as { value: { restoreId: string } };
      const { restoreId } = begun.value;
      await say('stageRestore', { restoreId, index: 0, text });
      leaveRoomFor(1, 'articles');
      expect(await say('commitRestore', { restoreId, parts: 1, mode })).toMatchObject(noRoom);
      vi.restoreAllMocks();
      expect(await carried(world.deps)).toEqual(before);
      expect(await (await world.database()).count('staging')).toBe(0);
    },
  );

  it('while a backup comes in lets go of what came of it', async () => {
    const begun = (await say('beginRestore', {})) as { value: { restoreId: string } };
    const { restoreId } = begun.value;
    leaveRoomFor(2, 'staging');
    for (const index of [0, 1]) {
      expect(await say('stageRestore', { restoreId, index, text: 'x' })).toMatchObject({ ok: true });
    }
    expect(await say('stageRestore', { restoreId, index: 2, text: 'x' })).toMatchObject(noRoom);
    expect(await (await world.database()).count('staging')).toBe(0);
  });

  it('leaves settings as they were', async () => {
    leaveRoomFor(0, 'records');
    expect(await say('changeSettings', { theme: 'dark' })).toMatchObject(noRoom);
    vi.restoreAllMocks();
    expect(await say('settings', {})).toMatchObject({ value: { theme: 'system' } });
  });
});
