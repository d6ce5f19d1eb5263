import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { ok } from '../../../utils/model/problem.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/model/settings.ts';
import { type Client, createClient } from '../../../utils/protocol/client.ts';
import { openForReading, openForWriting } from '../../../utils/store/open.ts';
import { createReading } from '../../../utils/surface/reading.ts';
import { fakeLocal } from '../support/local.ts';
import { createWorld } from '../support/world.ts';

const FROM_BACKGROUND: Settings = { ...DEFAULT_SETTINGS, language: 'uk' };

let asked: number;
let client: Client;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  asked = 0;
  client = Object.assign(Object.create(createClient()), {
    settings: async () => {
      asked += 1;
      return ok(FROM_BACKGROUND);
    },
  });
});

const nothing = (): void => undefined;

describe('a page', () => {
  it('reads the database itself where it sees it', async () => {
    const world = createWorld();
    await changeSettings(world.deps, { theme: 'dark' });
    expect(await createReading(client, fakeLocal())('settings', {})).toMatchObject({
      value: { theme: 'dark' },
    });
    expect(asked).toBe(0);
  });

  it('asks the background where there is no database, and makes none', async () => {
    expect(await createReading(client, fakeLocal())('settings', {})).toEqual(ok(FROM_BACKGROUND));
    expect(asked).toBe(1);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('asks the background where the browser refuses the database', async () => {
    globalThis.indexedDB.open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    };
    expect(await createReading(client, fakeLocal())('settings', {})).toEqual(ok(FROM_BACKGROUND));
  });

  it('asks the background where the database has another version', async () => {
    await new Promise((resolve) => {
      indexedDB.open('lede', 99).onsuccess = resolve;
    });
    expect(await createReading(client, fakeLocal())('settings', {})).toEqual(ok(FROM_BACKGROUND));
  });

  it('reads by itself again once the background has made the database', async () => {
    const read = createReading(client, fakeLocal());
    await read('settings', {});
    await openForWriting(nothing);
    expect(await read('settings', {})).toEqual(ok(DEFAULT_SETTINGS));
    expect(asked).toBe(1);
  });

  it('gives way to an upgrade, and reads through a new connection after it', async () => {
    await openForWriting(nothing);
    let closed = 0;
    const page = await openForReading(() => {
      closed += 1;
    });
    await new Promise((resolve, reject) => {
      const upgrade = indexedDB.open('lede', 99);
      upgrade.onsuccess = resolve;
      upgrade.onblocked = reject;
    });
    expect(closed).toBe(1);
    expect(() => page.transaction('records')).toThrow();
  });
});
