/** Room on the disk: a write into Chromium's database that finds none can cost the whole of it. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepConnection } from '../../../utils/store/connection.ts';
import { openForWriting } from '../../../utils/store/open.ts';
import { isNoRoom, whereRoom } from '../../../utils/store/room.ts';

const MB = 1024 * 1024;

let clock: number;
let told: number;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  // What stands there otherwise is the word 'false'.
  vi.stubEnv('FIREFOX', '');
  clock = 0;
  told = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

/** What the browser says of room, in bytes. */
function leave(free: number): void {
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({ usage: 3 * MB, quota: 3 * MB + free }) },
  });
}

describe('the one who writes', () => {
  const { database } = keepConnection((onClosed) => openForWriting(onClosed));
  const guarded = whereRoom(database, () => {
    told += 1;
  });

  it('is given no database on a disk that is nearly full, says so, and has it once there is room', async () => {
    leave(20 * MB);
    expect(isNoRoom(await guarded().catch((error: unknown) => error))).toBe(true);
    expect(told).toBe(1);
    leave(200 * MB);
    expect((await guarded()).name).toBe('lede');
    expect(told).toBe(1);
  });

  it('asks once a second at most', async () => {
    leave(200 * MB);
    clock = 5_000;
    await guarded();
    leave(0);
    clock = 5_900;
    expect((await guarded()).name).toBe('lede');
    clock = 6_100;
    await expect(guarded()).rejects.toThrow('no room');
  });
});

it.each([
  ['Firefox', 'QuotaExceededError', 'The current transaction exceeded its quota limitations'],
  [
    'Firefox',
    'InvalidStateError',
    'A mutation operation was attempted on a database that did not allow mutations.',
  ],
  ['Chromium', 'QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.'],
  ['Chromium', 'UnknownError', 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE'],
])('%s says by %s that there is no room', (_browser, name, message) => {
  expect(isNoRoom(new DOMException(message, name))).toBe(true);
});
