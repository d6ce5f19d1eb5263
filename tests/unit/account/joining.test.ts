/** The same article from the account's server and from a source of its own is one, and what was done with either is true of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, MINUTE, rss } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const MOBILE = 'https://courier.example/mobile.xml';

describe.each(['freshrss', 'miniflux'] as const)('beside sources of its own, with %s', (dialect) => {
  let account: AccountWorld;
  const at = Date.UTC(2026, 2, 1, 11);

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
  });
  afterEach(() => account.server.close());

  const rows = async () => value(await account.handlers.latest({ after: null, limit: 50 })).rows;
  const latest = async () => (await rows()).map(({ title }) => title).sort();

  it('a source that both have is the account’s, and keeps its articles', async () => {
    account.world.answer(
      COURIER,
      rss([{ title: 'One', guid: 'a', link: 'https://courier.example/1?utm_source=rss', at }]),
    );
    value(await account.handlers.addFeed({ url: COURIER }));
    await account.publish(COURIER, [
      { title: 'One', link: 'https://www.courier.example/1', at },
      { title: 'Two' },
    ]);
    await account.add();
    expect(await latest()).toEqual(['One', 'Two']);
    expect(await account.articles()).toHaveLength(2);
    account.world.requests.length = 0;
    account.world.time += 24 * HOUR;
    await poll(account.world.deps);
    expect(account.world.requests).toEqual([]);
  });

  it('an article without an address is known by its source, headline and time', async () => {
    account.world.answer(
      COURIER,
      rss([
        { title: 'Losses of the day', text: 'a', at },
        { title: 'Losses of the day', text: 'b', at: at - HOUR },
      ]),
    );
    value(await account.handlers.addFeed({ url: COURIER }));
    await account.publish(COURIER, [
      { title: 'Losses of the day', html: '<p>a', link: '', at },
      { title: 'Losses of the day', html: '<p>c', link: '', at: at + MINUTE },
    ]);
    await account.add();
    expect(await account.articles()).toHaveLength(3);
  });

  it('articles that share one address are as many as the server has', async () => {
    const link = 'https://courier.example/';
    await account.publish(COURIER, [
      { title: 'One', link, at },
      { title: 'Two', link, at: at + MINUTE },
    ]);
    await account.add();
    await account.publish(COURIER, [{ title: 'One', link: 'https://courier.example', at: at + 2 * MINUTE }]);
    await account.sync();
    expect(await account.titles()).toEqual(['One', 'One', 'Two']);
  });

  it('an article here and another there that lead to one address are two', async () => {
    const link = 'https://courier.example/';
    account.world.answer(COURIER, rss([{ title: 'One', guid: 'a', link, at }]));
    value(await account.handlers.addFeed({ url: COURIER }));
    await account.publish(COURIER, [{ title: 'Two', link, at: at + MINUTE }]);
    await account.add();
    expect(await account.titles()).toEqual(['One', 'Two']);
  });

  it('what another source of the same publisher brought first is shown once, and read in both', async () => {
    account.world.answer(MOBILE, rss([{ title: 'One', link: 'https://courier.example/1', at }]));
    value(await account.handlers.addFeed({ url: MOBILE }));
    await account.publish(COURIER, [{ title: 'One', link: 'https://courier.example/1', at }]);
    Object.assign(account.server.items[0] ?? {}, { read: true });
    await account.add();
    expect(await rows()).toMatchObject([{ title: 'One', unread: false }]);
  });

  it('what was read or saved here before the account came is so there', async () => {
    account.world.answer(
      COURIER,
      rss([
        { title: 'One', link: 'https://courier.example/1', at },
        { title: 'Two', link: 'https://courier.example/2', at },
      ]),
    );
    value(await account.handlers.addFeed({ url: COURIER }));
    const [first, second] = await account.articles();
    value(await account.handlers.markRead({ articleIds: [first?.id ?? 0], read: true }));
    value(await account.handlers.saveArticles({ articleIds: [second?.id ?? 0], saved: true }));
    await account.publish(COURIER, [
      { title: 'One', link: 'https://courier.example/1', at },
      { title: 'Two', link: 'https://courier.example/2', at },
    ]);
    await account.add();
    await account.sync();
    const there = account.server.items.map(({ link, read, saved }) => ({ link, read, saved }));
    expect(there).toEqual([
      { link: 'https://courier.example/1', read: true, saved: false },
      { link: 'https://courier.example/2', read: false, saved: true },
    ]);
  });

  it('leaving keeps articles and marks, as those of local sources', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    await account.add();
    value(await account.handlers.markRead({ articleIds: [1], read: true }));
    value(await account.handlers.leaveAccount({ keep: true }));
    expect(value(await account.handlers.account({}))).toBeNull();
    expect(await latest()).toEqual(['One', 'Two']);
    account.requests();
    account.world.time += HOUR;
    await poll(account.world.deps);
    expect(account.requests()).toEqual([]);
    expect(account.world.requests.map(({ url }) => url)).toEqual([COURIER]);
    const db = await account.world.database();
    expect(await db.count('serverItems')).toBe(0);
    expect(await db.get('records', 'account')).toBeUndefined();
  });

  it('leaving while a sync runs leaves nothing of the account', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    const { askServer } = account.world;
    let answer = (): void => undefined;
    const asked = new Promise<void>((isAsked) => {
      account.world.askServer = async (request) => {
        const held = askServer(request);
        if (!request.url.includes('subscription/list')) return held;
        await new Promise<void>((resolve) => {
          answer = resolve;
          isAsked();
        });
        return held;
      };
    });
    const syncing = account.handlers.syncAccount({});
    await asked;
    const leaving = account.handlers.leaveAccount({ keep: true });
    answer();
    await syncing;
    value(await leaving);
    const db = await account.world.database();
    expect((await db.getAll('feeds')).map((feed) => feed.account)).toEqual([undefined]);
    expect(await db.get('records', 'account')).toBeUndefined();
    expect(await db.count('serverItems')).toBe(0);
  });

  it('leaving drops them where the reader wants that', async () => {
    account.world.answer(MOBILE, rss([{ title: 'Mine', link: 'https://other.example/1', at }]));
    value(await account.handlers.addFeed({ url: MOBILE }));
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    value(await account.handlers.leaveAccount({ keep: false }));
    expect(await latest()).toEqual(['Mine']);
    account.world.time += 11 * MINUTE;
    await poll(account.world.deps);
    expect((await account.articles()).map(({ title }) => title)).toEqual(['Mine']);
  });
});
