/** The browser's own sync beside an account: each browser has the account's sources from its server, and none by the other way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carry, setCarrying } from '../../../utils/app/commands/carry.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { createWorld, MINUTE, rss, type World } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';
const LOCAL = 'https://local.example/rss';

describe('sources of an account', () => {
  let account: AccountWorld;
  /** Another browser of the reader's, without the account. */
  let other: World;

  beforeEach(async () => {
    account = await createAccountWorld('freshrss');
    other = createWorld();
    await other.database();
    account.world.answer(LOCAL, rss([{ title: 'Mine', guid: 'a' }]));
    account.world.answer(HERALD, rss([{ title: 'Theirs', link: 'https://herald.example/1' }]));
    for (const url of [LOCAL, HERALD]) value(await account.handlers.addFeed({ url }));
    await setCarrying(account.world.deps, true);
    await setCarrying(other.deps, true);
  });
  afterEach(() => account.server.close());

  const urlsOf = async (world: World) =>
    (await allFeeds(await world.database())).map(({ url }) => url).sort();
  async function travel(): Promise<void> {
    for (const [from, to] of [
      [account.world, other],
      [other, account.world],
    ] as const) {
      account.world.time += MINUTE;
      other.time = account.world.time;
      await carry(from.deps);
      Object.assign(to.syncItems, from.syncItems);
      await carry(to.deps);
    }
  }

  it('do not come to browsers without it', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    await travel();
    expect(await urlsOf(other)).toEqual([HERALD, LOCAL]);
    expect(await urlsOf(account.world)).toEqual([COURIER, HERALD, LOCAL]);
  });

  it('stay in the other browsers as they were where one has them move to it', async () => {
    await travel();
    expect(await urlsOf(other)).toEqual([HERALD, LOCAL]);
    await account.publish(HERALD, [{ title: 'Theirs', link: 'https://herald.example/1' }]);
    await account.add();
    await travel();
    expect(await urlsOf(other)).toEqual([HERALD, LOCAL]);
  });

  it('are not removed here because another browser removed a source of the same address', async () => {
    await travel();
    await account.publish(HERALD, [{ title: 'Theirs', link: 'https://herald.example/1' }]);
    await account.add();
    const { removeSources } = await import('../../../utils/app/commands/remove-sources.ts');
    const [feed] = (await allFeeds(await other.database())).filter(({ url }) => url === HERALD);
    value(await removeSources(other.deps, [feed?.id ?? 0]));
    await travel();
    expect(await urlsOf(other)).toEqual([LOCAL]);
    expect(await urlsOf(account.world)).toEqual([HERALD, LOCAL]);
    await account.sync();
    expect(account.server.feeds.map(({ url }) => url)).toEqual([HERALD]);
  });

  it('are carried again once the account is left and they are kept', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    value(await account.handlers.leaveAccount({ keep: true }));
    await travel();
    expect(await urlsOf(other)).toEqual([COURIER, HERALD, LOCAL]);
  });
});
