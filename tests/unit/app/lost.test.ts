/** A database that was lost, is damaged, full, or of a newer version; and one that the reader erases. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { answer } from '../../../utils/protocol/server.ts';
import { worldThatFollows } from '../support/sources.ts';
import { createWorld, HOUR, NOON, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
/** After it also the last of the sources that came back is due. */
const SECOND = 1_000;
const SENDER = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };

/** A world that follows these sources and whose reader chose something, an hour later. */
async function worldOf(...urls: string[]): Promise<World> {
  const world = await worldThatFollows(...urls);
  await createHandlers(world.deps).changeSettings({ theme: 'dark' });
  world.time += HOUR;
  return world;
}

/** A background that starts after the one before ended, with the browser in this state. */
async function startAnew(world: World): Promise<Deps> {
  await world.deps.closeDatabase();
  const deps = world.reborn();
  await wake(deps);
  world.time += SECOND;
  await poll(deps);
  return deps;
}

const sourcesOf = async (deps: Deps): Promise<string[]> =>
  (await (await deps.database()).getAll('feeds')).map(({ url }) => url);

const recoveredOf = async (deps: Deps): Promise<unknown> => {
  const status = await createHandlers(deps).status({});
  return status.ok ? status.value.recovered : status.problem;
};

/** Has opening fail, and deleting too where `deletes` is false, for as long as `fails` says so. */
function damage(fails: (name: string) => boolean, { deletes = true, error = 'UnknownError' } = {}): void {
  const { open, deleteDatabase } = globalThis.indexedDB;
  const broken = (): never => {
    throw new DOMException('Internal error opening backing store', error);
  };
  let isDamaged = true;
  vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(function (this: IDBFactory, name, version) {
    return isDamaged && fails(name) ? broken() : open.call(globalThis.indexedDB, name, version);
  });
  vi.spyOn(globalThis.indexedDB, 'deleteDatabase').mockImplementation((name) => {
    if (!deletes && fails(name)) broken();
    isDamaged = false;
    return deleteDatabase.call(globalThis.indexedDB, name);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a database that opens new although there was one', () => {
  it('gets sources and settings back, has the articles fetched again, and the reader told', async () => {
    const world = await worldOf(COURIER, HERALD);
    globalThis.indexedDB = new IDBFactory();
    const deps = await startAnew(world);
    expect(await sourcesOf(deps)).toEqual([COURIER, HERALD]);
    expect(await createHandlers(deps).settings({})).toMatchObject({ value: { theme: 'dark' } });
    expect(await recoveredOf(deps)).toEqual({ at: NOON + HOUR, snapshotAt: NOON, sources: 2, isAll: true });
    const titles = (await (await deps.database()).getAll('articles')).map(({ title }) => title);
    expect(titles.sort()).toEqual(['News of courier.example', 'News of herald.example']);
  });

  it('is told of until the reader knows, also by later backgrounds', async () => {
    const world = await worldOf(COURIER);
    globalThis.indexedDB = new IDBFactory();
    await (await startAnew(world)).closeDatabase();
    const deps = await startAnew(world);
    expect(await recoveredOf(deps)).toMatchObject({ sources: 1 });
    await createHandlers(deps).knowRecovery({});
    expect(await recoveredOf(deps)).toBeNull();
    expect(await recoveredOf(await startAnew(world))).toBeNull();
  });

  it('is lost for whoever finds it next, where the background died before it was put right', async () => {
    const world = await worldOf(COURIER);
    globalThis.indexedDB = new IDBFactory();
    const { openForWriting } = await import('../../../utils/store/open.ts');
    (await openForWriting(() => undefined)).close();
    expect(await sourcesOf(await startAnew(world))).toEqual([COURIER]);
  });

  it('is a first start where there never was one', async () => {
    const deps = await startAnew(createWorld());
    expect(await recoveredOf(deps)).toBeNull();
  });

  it('says so where no snapshot can be read', async () => {
    const world = await worldOf(COURIER);
    for (const key of world.local.values.keys()) {
      if (key !== 'snapshot.mark') world.local.values.set(key, { damaged: true });
    }
    globalThis.indexedDB = new IDBFactory();
    expect(await recoveredOf(await startAnew(world))).toMatchObject({ snapshotAt: null, sources: 0 });
  });
});

describe('a database that has lost what was written last', () => {
  it('gets the sources back that it does not know any more, and keeps the rest', async () => {
    const world = await worldOf(COURIER, HERALD);
    const db = await world.database();
    await db.delete('feeds', 2);
    await db.delete('articles', 2);
    await db.put('counters', 1, 'snapshot');
    const deps = await startAnew(world);
    expect(await sourcesOf(deps)).toEqual([COURIER, HERALD]);
    expect(await recoveredOf(deps)).toMatchObject({ sources: 1, isAll: false });
    expect(await (await deps.database()).count('articles')).toBe(2);
  });
});

describe('a database that cannot be opened', () => {
  it('is made anew, with everything from the snapshot', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    damage((name) => name === 'lede');
    const deps = await startAnew(world);
    expect(await sourcesOf(deps)).toEqual([COURIER]);
    expect(await recoveredOf(deps)).toMatchObject({ sources: 1 });
  });

  it('is left alone where the second try opens it', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    let tries = 0;
    damage(() => ++tries === 1);
    const deps = await startAnew(world);
    expect(await recoveredOf(deps)).toBeNull();
    expect(await (await deps.database()).count('articles')).toBe(1);
  });

  it('nor deleted is replaced by one elsewhere, which is remembered', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    damage((name) => name === 'lede', { deletes: false });
    const deps = await startAnew(world);
    expect((await deps.database()).name).toBe('lede-2');
    expect(await sourcesOf(deps)).toEqual([COURIER]);
    const later = await startAnew(world);
    expect((await later.database()).name).toBe('lede-2');
    expect(await sourcesOf(later)).toEqual([COURIER]);
  });

  it('under any name is replaced by one in a storage bucket, where the browser has buckets', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    const bucket = new IDBFactory();
    const names: string[] = [];
    vi.stubGlobal('navigator', {
      storageBuckets: {
        open: async (name: string) => {
          names.push(name);
          return { indexedDB: bucket };
        },
        delete: async () => undefined,
      },
    });
    damage(() => true, { deletes: false });
    const deps = await startAnew(world);
    expect(await sourcesOf(deps)).toEqual([COURIER]);
    expect(new Set(names)).toEqual(new Set(['lede-2']));
    expect(await bucket.databases()).toHaveLength(1);
  });

  it('anywhere is told of in one sentence, and nothing is remembered', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    damage(() => true, { deletes: false });
    const deps = world.reborn();
    const status = await answer(createHandlers(deps), { verb: 'status', request: {} }, SENDER);
    expect(status).toMatchObject({ ok: false, problem: { code: 'storage' } });
    expect(world.local.values.has('database.place')).toBe(false);
  });

  it('because the disk is full is whole: it is not touched, and the reader is told', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    damage(() => true);
    world.local.isFull = true;
    const deps = world.reborn();
    const status = await answer(createHandlers(deps), { verb: 'status', request: {} }, SENDER);
    expect(status).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    expect(indexedDB.deleteDatabase).not.toHaveBeenCalled();
  });

  it('because it is of a newer version is not touched, and the reader is told', async () => {
    const world = await worldOf(COURIER);
    await world.deps.closeDatabase();
    const newer = (): Promise<IDBDatabase> =>
      new Promise((resolve) => {
        const request = indexedDB.open('lede', 99);
        request.onsuccess = () => resolve(request.result);
      });
    (await newer()).close();
    const deps = world.reborn();
    const status = await answer(createHandlers(deps), { verb: 'status', request: {} }, SENDER);
    expect(status).toMatchObject({ ok: false, problem: { code: 'newer-data' } });
    const db = await newer();
    expect(db.objectStoreNames.contains('feeds')).toBe(true);
    db.close();
  });
});

describe('damage that shows only when something is read', () => {
  it('is mended, and the question is answered', async () => {
    const world = await worldOf(COURIER);
    const deps = await startAnew(world);
    const db = await deps.database();
    vi.spyOn(db, 'get');
    const { getAll } = IDBObjectStore.prototype;
    let isDamaged = true;
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (isDamaged) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return getAll.apply(this, args);
    });
    const { deleteDatabase } = indexedDB;
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
      isDamaged = false;
      return deleteDatabase.call(indexedDB, name);
    });
    const sources = await createHandlers(deps).sources({});
    expect(sources).toMatchObject({ ok: true, value: [{ url: COURIER }] });
    expect(await recoveredOf(deps)).toMatchObject({ sources: 1 });
  });
});

describe('erasing everything', () => {
  it('leaves nothing, and nothing comes back by itself', async () => {
    const world = await worldOf(COURIER, HERALD);
    const handlers = createHandlers(world.deps);
    world.local.values.set('something.else', 1);
    expect(await handlers.eraseEverything({})).toEqual({ ok: true, value: null });
    const deps = await startAnew(world);
    const db = await deps.database();
    for (const name of db.objectStoreNames) {
      expect([name, name === 'records' || name === 'counters' ? 0 : await db.count(name)]).toEqual([name, 0]);
    }
    expect(await recoveredOf(deps)).toBeNull();
    expect(await createHandlers(deps).settings({})).toMatchObject({ value: { theme: 'system' } });
    expect([...world.local.values.keys()]).toEqual([]);
    expect(world.badges.at(-1)).toBe('');
  });

  it('goes on after the background died in the middle', async () => {
    const world = await worldOf(COURIER);
    await world.local.set({ 'database.erasing': true });
    const deps = await startAnew(world);
    expect(await sourcesOf(deps)).toEqual([]);
    expect(await recoveredOf(deps)).toBeNull();
    expect(world.local.values.has('database.erasing')).toBe(false);
  });
});
