/** A background that dies in the middle of a sync: the next one comes to what an undisturbed one comes to. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { syncAccount } from '../../../utils/app/commands/sync-account.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, MINUTE } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

afterEach(() => vi.restoreAllMocks());

/** An account that was synced once, and on whose server all kinds of things have happened since. */
async function eventful(): Promise<AccountWorld> {
  const account = await createAccountWorld('freshrss');
  await account.publish(
    COURIER,
    ['Read there', 'Saved there', 'Corrected', 'Removed'].map((title) => ({ title })),
  );
  await account.add();
  const [read, saved, corrected] = account.server.items;
  Object.assign(read ?? {}, { read: true });
  Object.assign(saved ?? {}, { saved: true });
  Object.assign(corrected ?? {}, { title: 'Put right' });
  account.server.items.splice(3, 1);
  account.world.time += HOUR + MINUTE;
  await account.publish(HERALD, [{ title: 'Of a new source' }, { title: 'Read already' }], 'Other');
  const last = account.server.items.at(-1);
  Object.assign(last ?? {}, { read: true });
  return account;
}

/** All that the reader could see, without what differs from run to run. */
async function seen(account: AccountWorld): Promise<unknown> {
  const db = await account.world.database();
  const marks = new Map((await db.getAll('marks')).map((mark) => [mark.articleId, mark]));
  const articles = (await db.getAll('articles')).map(({ id, title, feedId, story }) => {
    const { read = false, saved = false } = marks.get(id) ?? {};
    return { title, feedId, hasStory: story > 0, read, saved };
  });
  const rows = (await db.getAll('serverItems')).map(({ read, saved, pending, articleId }) => ({
    read,
    saved,
    pending,
    isKept: articleId !== null,
  }));
  const { unread } = value(await account.handlers.status({}));
  return { articles: articles.sort((a, b) => (a.title < b.title ? -1 : 1)), rows: rows.length, unread };
}

/** Has every transaction that writes fail from the `from`th on, as if nobody lived to begin it; gives how many were begun. */
function dieAt(from: number): () => number {
  let count = 0;
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (args[1] === 'readwrite') count += 1;
    if (count >= from) throw new DOMException('dead', 'AbortError');
    return transaction.apply(this, args);
  });
  return () => count;
}

async function quietly(deps: Deps): Promise<void> {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await syncAccount(deps).catch(() => undefined);
}

describe('a background that dies', () => {
  it('between any two writes of a sync loses nothing, and doubles nothing', async () => {
    const undisturbed = await eventful();
    const writes = dieAt(Number.POSITIVE_INFINITY);
    await undisturbed.sync();
    const total = writes();
    vi.restoreAllMocks();
    const expected = await seen(undisturbed);
    await undisturbed.server.close();
    expect(total).toBeGreaterThan(8);
    for (let at = 1; at <= total; at += 1) {
      const account = await eventful();
      dieAt(at);
      await quietly(account.world.reborn());
      vi.restoreAllMocks();
      account.world.time += 6 * MINUTE;
      const next = account.world.reborn();
      await wake(next);
      expect(await syncAccount(next)).toBeNull();
      expect(await seen(account), `died at write ${at} of ${total}`).toEqual(expected);
      await account.server.close();
    }
  }, 60_000);

  it('while it waits for any answer is told nothing it had not asked, and goes on', async () => {
    const undisturbed = await eventful();
    undisturbed.world.serverRequests.length = 0;
    await undisturbed.sync();
    const total = undisturbed.world.serverRequests.length;
    const expected = await seen(undisturbed);
    await undisturbed.server.close();
    for (let at = 1; at <= total; at += 1) {
      const account = await eventful();
      const { askServer } = account.world;
      let count = 0;
      const dead = new Promise<void>((died) => {
        account.world.askServer = (request) => {
          count += 1;
          if (count < at) return askServer(request);
          died();
          return new Promise(() => undefined);
        };
      });
      void syncAccount(account.world.reborn());
      await dead;
      account.world.askServer = askServer;
      const next = account.world.reborn();
      await wake(next);
      expect(await syncAccount(next)).toBeNull();
      expect(await seen(account), `died at request ${at} of ${total}`).toEqual(expected);
      await account.server.close();
    }
  }, 60_000);
});
