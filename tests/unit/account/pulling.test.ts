/** What is on the account's server comes here, in both dialects. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { poll } from '../../../utils/app/commands/poll.ts';
import { NEVER } from '../../../utils/model/feed.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR, MINUTE, rss } from '../support/world.ts';

const COURIER = 'https://courier.example/rss';
const HERALD = 'https://herald.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('an account on a server that speaks as %s', (dialect) => {
  let account: AccountWorld;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
  });
  afterEach(() => account.server.close());

  it('brings its sources with names, folders and sites, and its articles', async () => {
    await account.publish(COURIER, [{ title: 'Council opens footbridge', html: '<p>Text of it</p>' }]);
    await account.add();
    const sources = value(await account.handlers.sources({}));
    expect(sources).toMatchObject([{ url: COURIER, title: 'courier.example', folder: ['Papers'] }]);
    const [row] = value(await account.handlers.latest({ after: null, limit: 10 })).rows;
    expect(row).toMatchObject({ title: 'Council opens footbridge' });
  });

  it('polls none of them itself', async () => {
    await account.publish(COURIER, [{}]);
    await account.add();
    account.world.time += 24 * HOUR;
    await poll(account.world.deps);
    await account.handlers.refresh({});
    expect(account.world.requests).toEqual([]);
  });

  it('has what was read or saved elsewhere arrive so', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }]);
    Object.assign(account.server.items[0] ?? {}, { read: true });
    Object.assign(account.server.items[1] ?? {}, { saved: true });
    await account.add();
    const { rows } = value(await account.handlers.latest({ after: null, limit: 10 }));
    const read = Object.fromEntries(rows.map((row) => [row.title, !row.unread]));
    expect(read).toEqual({ One: true, Two: false, Three: false });
    expect(value(await account.handlers.saved({})).map(({ title }) => title)).toEqual(['Two']);
    expect(value(await account.handlers.status({})).unread).toBe(2);
  });

  it('asks four times where nothing changed, and looks at no article', async () => {
    await account.publish(COURIER, [{}, {}]);
    await account.add();
    await account.sync();
    account.requests();
    account.world.time += 16 * MINUTE;
    const looks = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await poll(account.world.deps);
    expect(account.requests()).toHaveLength(4);
    const looked = looks.mock.contexts.map((store) => (store as IDBObjectStore).name);
    expect(looked).not.toContain('serverItems');
    looks.mockRestore();
  });

  it('leaves a source that rested and rests no more to the server', async () => {
    await account.publish(COURIER, [{}]);
    await account.add();
    for (const paused of [true, false]) {
      value(await account.handlers.changeSources({ changes: [{ feedId: 1, patch: { paused } }] }));
    }
    account.world.time += HOUR;
    await poll(account.world.deps);
    expect((await (await account.world.database()).get('feeds', 1))?.nextCheckAt).toBe(NEVER);
    expect(account.world.requests).toEqual([]);
  });

  it('is asked every fifteen minutes, and at once on refresh', async () => {
    await account.publish(COURIER, [{}]);
    await account.add();
    account.requests();
    account.world.time += 14 * MINUTE;
    await poll(account.world.deps);
    expect(account.requests()).toEqual([]);
    expect(account.world.alarms.at(-1)).toBe(account.world.time + MINUTE);
    account.world.time += MINUTE;
    await poll(account.world.deps);
    expect(account.requests()).not.toEqual([]);
    await account.handlers.refresh({});
    expect(account.requests()).not.toEqual([]);
  });

  it('brings what is new, once', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    await account.publish(COURIER, [{ title: 'Two' }]);
    await account.sync();
    await account.sync();
    expect(await account.titles()).toEqual(['One', 'Two']);
  });

  it('has a correction arrive within the hour, with the earlier headline in its history', async () => {
    await account.publish(COURIER, [{ title: 'Tree families homeless', link: 'https://courier.example/1' }]);
    await account.add();
    const feed = account.feeds.get(COURIER);
    if (!feed) throw new Error('no feed');
    const corrected = feed.items.map((item) => ({ ...item, title: 'Three families homeless' }));
    account.feeds.set(COURIER, { ...feed, items: corrected });
    await account.server.poll();
    account.world.time += HOUR + MINUTE;
    await account.sync();
    expect(await account.titles()).toEqual(['Three families homeless']);
    const body = await (await account.world.database()).get('bodies', 1);
    expect(body?.history).toMatchObject([{ title: 'Tree families homeless' }]);
  });

  it('asks for no correction of what came two days ago or earlier', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.add();
    account.world.time += 49 * HOUR;
    account.requests();
    await account.sync();
    expect(account.requests().filter((request) => request.includes('contents'))).toEqual([]);
  });

  it('does not take what the server alters in headlines for a correction', async () => {
    const title = 'Fish & chips <again>';
    account.world.answer(
      COURIER,
      rss([
        {
          title: 'Fish &amp;amp; chips &amp;lt;again&amp;gt;',
          link: 'https://courier.example/1',
          at: account.world.time,
        },
      ]),
    );
    value(await account.handlers.addFeed({ url: COURIER }));
    await account.publish(COURIER, [{ title, link: 'https://courier.example/1' }]);
    await account.add();
    // As a server may: other quotes, other spaces.
    Object.assign(account.server.items[0] ?? {}, { title: 'Fish &  chips «again»' });
    account.world.time += HOUR + MINUTE;
    await account.sync();
    const articles = await account.articles();
    expect(articles.map((article) => article.title)).toEqual([title]);
    expect((await (await account.world.database()).get('bodies', 1))?.history).toEqual([]);
  });

  it('reads an article here that was read there: gone from the unread ones, its contents say so', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    await account.add();
    Object.assign(account.server.items[0] ?? {}, { read: true });
    await account.sync();
    expect(value(await account.handlers.status({})).unread).toBe(1);
  });

  it('keeps an article that was removed there, as unread as it was', async () => {
    await account.publish(COURIER, [{ title: 'One' }, { title: 'Two' }]);
    await account.add();
    account.server.items.splice(0, 1);
    await account.sync();
    expect(await account.titles()).toEqual(['One', 'Two']);
    expect(value(await account.handlers.status({})).unread).toBe(2);
    account.requests();
    await account.sync();
    expect(account.requests()).toHaveLength(4);
  });

  it('asks before it removes anything where the list of sources is suddenly empty', async () => {
    await account.publish(COURIER, [{}]);
    await account.publish(HERALD, [{}]);
    await account.add();
    account.server.feeds.splice(0);
    await account.sync();
    expect(value(await account.handlers.account({}))).toMatchObject({ vanished: 2, sources: 2 });
    expect(await account.articles()).toHaveLength(2);
    value(await account.handlers.answerVanished({ remove: false }));
    await account.sync();
    expect(value(await account.handlers.account({}))).toMatchObject({ vanished: 0, sources: 2 });
  });

  it('removes them where the reader says so', async () => {
    await account.publish(COURIER, [{}]);
    await account.add();
    account.server.feeds.splice(0);
    await account.sync();
    value(await account.handlers.answerVanished({ remove: true }));
    expect(value(await account.handlers.sources({}))).toEqual([]);
    expect(value(await account.handlers.latest({ after: null, limit: 10 })).rows).toEqual([]);
  });

  it('removes a source that was removed there, and has it back where it comes back', async () => {
    await account.publish(COURIER, [{ title: 'One' }]);
    await account.publish(HERALD, [{ title: 'Two' }]);
    await account.add();
    const [gone] = account.server.feeds.splice(0, 1);
    await account.sync();
    expect(value(await account.handlers.sources({})).map(({ url }) => url)).toEqual([HERALD]);
    if (gone) account.server.feeds.unshift(gone);
    await account.sync();
    expect(value(await account.handlers.sources({})).map(({ url }) => url)).toEqual([COURIER, HERALD]);
    expect(value(await account.handlers.latest({ after: null, limit: 10 })).rows).toHaveLength(2);
  });
});
