/** Password and tokens lie in one record of the database, and nowhere else. */
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { wake } from '../../../utils/app/commands/wake.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { Account } from '../../../utils/model/account.ts';
import type { Handlers } from '../../../utils/protocol/server.ts';
import { STORES } from '../../../utils/store/schema.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { backupOf, restore, textOf } from '../support/backup.ts';
import { createWorld, HOUR } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('a secret of an account, with %s', (dialect) => {
  let account: AccountWorld;
  /** Everything that was said to pages, or logged. */
  let said: string[];
  let handlers: Handlers;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
    said = [];
    handlers = listening(account.handlers, said);
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, name).mockImplementation((...words: unknown[]) => {
        said.push(
          words.map((word) => (word instanceof Error ? `${word.stack}` : JSON.stringify(word))).join(' '),
        );
      });
    }
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await account.server.close();
  });

  const stored = async () => (await (await account.world.database()).get('records', 'account')) as Account;

  /** What must be found nowhere: the password, and every token that was ever given. */
  async function secrets(): Promise<string[]> {
    const { password, token, changeToken } = await stored();
    return [...new Set([password, token, changeToken])].flatMap((one) => [
      one,
      encodeURIComponent(one),
      btoa(one),
    ]);
  }

  function expectNone(place: string, text: string, searched: readonly string[]): void {
    for (const secret of searched) expect(text.includes(secret), `${place} holds ${secret}`).toBe(false);
  }

  it('is in no storage of the extension but its record', async () => {
    value(await handlers.setCarrying({ on: true }));
    await account.add();
    value(await handlers.changeSettings({ theme: 'dark' }));
    account.world.time += HOUR;
    await wake(account.world.deps);
    const db = await account.world.database();
    const searched = await secrets();
    expect(account.world.local.values.size).toBeGreaterThan(0);
    expectNone('storage.local', JSON.stringify([...account.world.local.values]), searched);
    expect(Object.keys(account.world.syncItems)).not.toEqual([]);
    expectNone('storage.sync', JSON.stringify(account.world.syncItems), searched);
    for (const name of STORES) {
      const keys = await db.getAllKeys(name);
      for (const [n, row] of (await db.getAll(name)).entries()) {
        if (name !== 'records' || keys[n] !== 'account') expectNone(name, JSON.stringify(row), searched);
      }
    }
  });

  it('is in no backup and no list of sources', async () => {
    await account.add();
    const searched = await secrets();
    const backup = await textOf(await backupOf(account.world.deps));
    expect(backup).toContain('accountPlace');
    expectNone('backup', backup, searched);
    expectNone('export', value(await handlers.exportSources({})), searched);
  });

  it('is in no answer to a page, no log and no text of an error, whatever goes wrong', async () => {
    const { url: address, user, password } = account.server;
    value(await handlers.testAccount({ address, user, password }));
    value(await handlers.addAccount({ address, user, password }));
    value(await handlers.syncAccount({}));
    const searched = new Set(await secrets());
    const faults = [
      { isOff: true },
      { dropsHeader: true },
      { body: '[]' },
      { status: 500 },
      { losesAnswers: true },
    ];
    for (const fault of faults) {
      const none = { isOff: false, dropsHeader: false, body: null, status: null, losesAnswers: false };
      Object.assign(account.server.faults, none, fault);
      account.server.expire();
      await handlers.syncAccount({});
      await handlers.testAccount({ address, user, password });
      await handlers.signInAgain({ password });
      await handlers.account({});
      for (const secret of await secrets()) searched.add(secret);
    }
    account.world.askServer = async () => {
      throw new Error('a fault of its own');
    };
    await Promise.allSettled([handlers.syncAccount({}), handlers.account({}), handlers.status({})]);
    expect(said.length).toBeGreaterThan(20);
    for (const text of said) expectNone('an answer', text, [...searched]);
  });

  it('is gone with the account', async () => {
    await account.add();
    const searched = await secrets();
    value(await handlers.leaveAccount({ keep: true }));
    const db = await account.world.database();
    for (const name of STORES) expectNone(name, JSON.stringify(await db.getAll(name)), searched);
  });

  it('is asked for again after a restore, and nothing is asked of the server until then', async () => {
    await account.add();
    const file = await backupOf(account.world.deps);
    const other = createWorld();
    other.time = account.world.time;
    const restored = createHandlers(other.deps);
    expect(await restore(other.deps, file, 'replace')).toMatchObject({ ok: true });
    expect(value(await restored.account({}))).toMatchObject({
      base: account.server.url,
      user: account.server.user,
      standing: 'signed-out',
      sources: 1,
    });
    await restored.refresh({});
    await restored.syncAccount({});
    expect(other.serverRequests).toEqual([]);
    expect(other.requests).toEqual([]);
    value(await restored.confirmHost({ host: '127.0.0.1' }));
    value(await restored.signInAgain({ password: account.server.password }));
    value(await restored.syncAccount({}));
    expect(value(await restored.account({}))).toMatchObject({ standing: 'ready', problem: null });
    const titles = (await (await other.database()).getAll('articles')).map(({ title }) => title);
    expect(titles.sort()).toEqual(['One', 'Two']);
  });

  it('is asked for again after the database was lost, and all that was known of the account is there', async () => {
    await account.add();
    value(await handlers.changeSettings({ theme: 'dark' }));
    const { deps } = account.world;
    await deps.closeDatabase();
    globalThis.indexedDB = new IDBFactory();
    account.requests();
    await wake(deps);
    expect(value(await handlers.account({}))).toMatchObject({
      base: account.server.url,
      standing: 'signed-out',
      sources: 1,
    });
    account.world.time += HOUR;
    await poll(deps);
    expect(account.requests()).toEqual([]);
    expect(account.world.requests).toEqual([]);
    value(await handlers.confirmHost({ host: '127.0.0.1' }));
    value(await handlers.signInAgain({ password: account.server.password }));
    value(await handlers.syncAccount({}));
    expect(await account.titles()).toEqual(['One', 'Two']);
  });

  it('of an account here stays where a backup comes beside what is here', async () => {
    await account.add();
    const file = await backupOf(account.world.deps);
    expect(await restore(account.world.deps, file, 'merge')).toMatchObject({ ok: true });
    expect(value(await handlers.account({}))).toMatchObject({ standing: 'ready', sources: 1 });
    await account.publish(COURIER, [{ title: 'Three' }]);
    await account.sync();
    expect(await account.titles()).toEqual(['One', 'Three', 'Two']);
  });

  it('is forgotten where a backup takes the place of what is here', async () => {
    await account.add();
    const file = await backupOf(account.world.deps);
    expect(await restore(account.world.deps, file, 'replace')).toMatchObject({ ok: true });
    expect(await stored()).toBeUndefined();
    expect(value(await handlers.account({}))).toMatchObject({ standing: 'signed-out' });
    expect(await (await account.world.database()).count('serverItems')).toBe(0);
  });
});

/** The same handlers; what each answers, or fails with, is written down. */
function listening(handlers: Handlers, said: string[]): Handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (...message: never[]) => {
      try {
        const answer = await (handler as (...words: never[]) => Promise<unknown>)(...message);
        said.push(JSON.stringify(answer));
        return answer;
      } catch (error) {
        said.push(String(error instanceof Error ? error.stack : error));
        throw error;
      }
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}
