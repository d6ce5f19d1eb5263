/** Every version that the database ever had, as its own code filled it, comes to the newest whole or stays as it was. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { openForReading, openForWriting, UpgradeError } from '../../../utils/store/open.ts';
import { STORES } from '../../../utils/store/schema.ts';
import { SCHEMA_VERSION } from '../../../utils/store/schema-version.ts';
import { type DatabaseFixture, dump, make } from '../support/database-fixture.ts';
import { createWorld } from '../support/world.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'databases');
const FIXTURES: readonly DatabaseFixture[] = readdirSync(FOLDER)
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as DatabaseFixture)
  .sort((one, other) => one.version - other.version);

/** What the last of the steps makes. */
const LAST_INDEX = 'byTwin';

const nothing = (): void => undefined;
const rowsOf = (fixture: DatabaseFixture, store: string): readonly { readonly [field: string]: unknown }[] =>
  (fixture.stores.find(({ name }) => name === store)?.rows ?? []) as { [field: string]: unknown }[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => vi.restoreAllMocks());

describe('the databases that were written down', () => {
  it('are one of every version, the present one included (npm run fixture)', () => {
    const versions = FIXTURES.map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1));
  });
});

describe.each(FIXTURES)('a database of version $version', (fixture) => {
  it('comes to the newest with every source, article, body, mark and setting', async () => {
    await make(fixture);
    const db = await openForWriting(nothing);
    expect(db.version).toBe(SCHEMA_VERSION);
    expect([...db.objectStoreNames].sort()).toEqual([...STORES].sort());
    for (const store of ['feeds', 'articles', 'bodies', 'marks', 'serverItems'] as const) {
      const now = await db.getAll(store);
      expect(now).toHaveLength(rowsOf(fixture, store).length);
      for (const [at, row] of rowsOf(fixture, store).entries()) expect(now[at]).toMatchObject(row);
    }
    expect(await db.get('records', 'settings')).toMatchObject({ theme: 'dark', language: 'uk' });
    db.close();
  });

  it('has the stores and indexes of one that was made new', async () => {
    await make(fixture);
    const old = await openForWriting(nothing);
    const shape = async () =>
      (await dump(old)).stores.map(({ name, keyPath, autoIncrement, indexes }) => ({
        name,
        keyPath,
        autoIncrement,
        indexes,
      }));
    const upgraded = await shape();
    old.close();
    globalThis.indexedDB = new IDBFactory();
    const made = await openForWriting(nothing);
    expect(upgraded).toEqual(await shape());
    made.close();
  });

  it('is read, polled and told in stories by the present code', async () => {
    const world = createWorld();
    await make(fixture);
    await wake(world.deps);
    await poll(world.deps);
    const handlers = createHandlers(world.deps);
    const sources = await handlers.sources({});
    expect(sources).toMatchObject({ ok: true, value: { length: rowsOf(fixture, 'feeds').length } });
    const latest = await handlers.latest({ after: null, limit: 200 });
    if (!latest.ok) throw new Error(latest.problem.code);
    const titles = rowsOf(fixture, 'articles').map(({ title }) => title);
    expect(latest.value.rows.length).toBeGreaterThan(3);
    for (const { title } of latest.value.rows) expect(titles).toContain(title);
  });
});

describe.each(FIXTURES.filter(({ version }) => version < SCHEMA_VERSION))(
  'a database of version $version, which is upgraded,',
  (fixture) => {
    it('is as it was where the upgrade breaks off, and comes through then', async () => {
      await make(fixture);
      const { createIndex } = IDBObjectStore.prototype;
      vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(function (
        this: IDBObjectStore,
        name,
        ...rest
      ) {
        // The last step of all: what came before it is done, and is taken back.
        if (name === LAST_INDEX) throw new DOMException('no room', 'QuotaExceededError');
        return createIndex.call(this, name, ...rest);
      });
      await expect(openForWriting(nothing)).rejects.toThrow(UpgradeError);
      vi.restoreAllMocks();
      expect(await dump({ version: fixture.version, objectStoreNames: [] })).toEqual(fixture);
      const db = await openForWriting(nothing);
      expect(db.version).toBe(SCHEMA_VERSION);
      db.close();
    });

    it('is upgraded while a page of the old version holds it open', async () => {
      await make(fixture);
      const page = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('lede');
        request.onsuccess = () => resolve(request.result);
      });
      let gaveWay = false;
      // As the pages of every version do.
      page.onversionchange = () => {
        gaveWay = true;
        page.close();
      };
      await expect(openForReading(nothing)).rejects.toThrow(/version/);
      const db = await openForWriting(nothing);
      expect(gaveWay).toBe(true);
      expect(db.version).toBe(SCHEMA_VERSION);
      db.close();
    });
  },
);
