/** An account is asked only where the reader lets Lede: access, consent and a machine of his own network that he confirmed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteLostAccess } from '../../../utils/app/commands/note-lost-access.ts';
import { poll } from '../../../utils/app/commands/poll.ts';
import { retryWaiting } from '../../../utils/app/commands/retry-waiting.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { createWorld, HOUR } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';

describe('an account', () => {
  let account: AccountWorld;

  beforeEach(async () => {
    account = await createAccountWorld('freshrss');
    await account.publish(COURIER, [{ title: 'One' }]);
  });
  afterEach(() => account.server.close());

  const standing = async () => value(await account.handlers.account({}))?.standing;
  /** All that could ask. */
  async function tryAll(): Promise<string[]> {
    account.requests();
    account.world.time += HOUR;
    await poll(account.world.deps);
    await account.handlers.refresh({});
    await account.handlers.syncAccount({});
    return account.requests();
  }

  it('whose host is not allowed is not even tried', async () => {
    const { url: address, user, password } = account.server;
    account.world.refused.add('127.0.0.1');
    account.requests();
    for (const verb of ['testAccount', 'addAccount'] as const) {
      expect(await account.handlers[verb]({ address, user, password })).toMatchObject({
        problem: { code: 'no-permission' },
      });
    }
    expect(account.requests()).toEqual([]);
    expect(await standing()).toBeUndefined();
  });

  it('without the consent of Firefox is not tried either', async () => {
    const { url: address, user, password } = account.server;
    account.world.hasConsent = false;
    account.requests();
    expect(await account.handlers.addAccount({ address, user, password })).toMatchObject({
      problem: { code: 'no-permission' },
    });
    expect(account.requests()).toEqual([]);
  });

  it('on a machine of the reader’s own network is not tried before he confirmed it', async () => {
    const { url: address, user, password } = account.server;
    const world = createWorld();
    const handlers = createHandlers(world.deps);
    expect(await handlers.testAccount({ address, user, password })).toMatchObject({
      problem: { code: 'private-address' },
    });
    expect(world.serverRequests).toEqual([]);
    value(await handlers.confirmHost({ host: '127.0.0.1' }));
    expect(value(await handlers.testAccount({ address, user, password }))).toEqual({
      base: account.server.url,
      product: 'FreshRSS',
      sources: 1,
    });
  });

  it('elsewhere is not tried without https', async () => {
    expect(
      await account.handlers.addAccount({ address: 'http://rss.example/', user: 'a', password: 'b' }),
    ).toMatchObject({ problem: { code: 'server-insecure' } });
    expect(account.world.serverRequests).toEqual([]);
  });

  it.each([
    ['no-access', () => account.world.refused.add('127.0.0.1'), () => account.world.refused.clear()],
    [
      'no-consent',
      () => Object.assign(account.world, { hasConsent: false }),
      () => Object.assign(account.world, { hasConsent: true }),
    ],
  ] as const)(
    'that lost it is asked nothing, stands as %s, and goes on with one button',
    async (name, take, give) => {
      await account.add();
      take();
      await noteLostAccess(account.world.deps);
      expect(await standing()).toBe(name);
      expect(await tryAll()).toEqual([]);
      expect(await account.handlers.allowAccount({})).toMatchObject({ problem: { code: 'no-permission' } });
      give();
      value(await account.handlers.allowAccount({}));
      await account.sync();
      expect(await standing()).toBe('ready');
      expect(account.requests()).not.toEqual([]);
    },
  );

  it('that lost it while no background lived finds that out before it asks', async () => {
    await account.add();
    account.world.refused.add('127.0.0.1');
    expect(await tryAll()).toEqual([]);
    expect(await standing()).toBe('no-access');
    account.world.refused.clear();
    await retryWaiting(account.world.deps);
    expect(await standing()).toBe('ready');
  });

  it('has a sync that a dead background left asked anew, and shows none that runs', async () => {
    await account.add();
    const db = await account.world.database();
    const record = await db.get('records', 'account');
    await db.put('records', { ...(record as object), syncingSince: account.world.time }, 'account');
    expect(value(await account.handlers.account({}))).toMatchObject({ isSyncing: true });
    const { wake } = await import('../../../utils/app/commands/wake.ts');
    await wake(account.world.reborn());
    expect(value(await account.handlers.account({}))).toMatchObject({ isSyncing: false });
  });
});
