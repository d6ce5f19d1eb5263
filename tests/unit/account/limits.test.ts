/** What of the account's server is kept here, and what is only remembered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerRequest } from '../../../utils/account/wire.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { cleanUp } from '../../../utils/app/commands/clean-up.ts';
import { type AccountWorld, createAccountWorld, value } from '../support/account.ts';
import { HOUR } from '../support/world.ts';

const DAY = 24 * HOUR;
const COURIER = 'https://courier.example/rss';

describe.each(['freshrss', 'miniflux'] as const)('articles of a server that speaks as %s', (dialect) => {
  let account: AccountWorld;

  beforeEach(async () => {
    account = await createAccountWorld(dialect);
  });
  afterEach(() => account.server.close());

  /** Articles that arrived so many days ago. */
  async function publishAgo(days: number, titles: readonly string[]): Promise<void> {
    const now = account.world.time;
    account.server.clock.now = () => now - days * DAY;
    await account.publish(
      COURIER,
      titles.map((title) => ({ title, at: now - days * DAY })),
    );
    account.server.clock.now = () => account.world.time;
  }

  const many = (count: number, word: string) => Array.from({ length: count }, (_, n) => `${word} ${n}`);
  const contents = (): ServerRequest[] =>
    account.world.serverRequests.filter(({ url }) => url.includes('/stream/items/contents'));
  const askedIds = () => contents().map(({ fields }) => fields.filter(([name]) => name === 'i').length);

  it('are asked for in parts of what its dialect bears, the newest first', async () => {
    await publishAgo(0, many(30, 'New'));
    await account.add();
    const [first] = contents();
    const ids = first?.fields.filter(([name]) => name === 'i').map(([, id]) => id) ?? [];
    expect(ids).toHaveLength(30);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('that are known are not asked for again', async () => {
    await publishAgo(0, many(5, 'New'));
    await account.add();
    await publishAgo(0, ['One more']);
    account.world.serverRequests.length = 0;
    await account.sync();
    expect(askedIds()).toEqual([1]);
  });

  it('that are older than the reader keeps stay there, but for the newest of each source and saved ones', async () => {
    await publishAgo(100, many(25, 'Old'));
    await publishAgo(1, ['New']);
    const [oldest] = account.server.items;
    if (oldest) oldest.saved = true;
    await account.add();
    const titles = await account.titles();
    expect(titles).toContain('New');
    expect(titles).toContain(oldest?.title);
    // Twenty are kept whatever their age.
    expect(titles).toHaveLength(21);
    account.world.serverRequests.length = 0;
    await account.publish(COURIER, [{ title: 'Another' }]);
    await account.sync();
    expect(askedIds()).toEqual([1]);
  });

  it('that were dropped here are remembered, and not fetched again', async () => {
    await publishAgo(0, many(30, 'Soon old'));
    await account.add();
    account.world.time += 12 * DAY;
    await cleanUp(account.world.deps);
    account.world.time += 12 * DAY;
    await cleanUp(account.world.deps);
    account.world.time += 12 * DAY;
    await cleanUp(account.world.deps);
    expect(await account.articles()).toHaveLength(20);
    account.world.serverRequests.length = 0;
    await account.publish(COURIER, [{ title: 'New' }]);
    await account.sync();
    expect(askedIds()).toEqual([1]);
    expect(await account.articles()).toHaveLength(21);
  });

  it('that were dropped here come back where they are saved there, and are no news', async () => {
    await publishAgo(0, many(30, 'Old'));
    await account.add();
    for (let weeks = 0; weeks < 3; weeks += 1) {
      account.world.time += 12 * DAY;
      await cleanUp(account.world.deps);
    }
    const kept = await account.titles();
    expect(kept).toHaveLength(20);
    const dropped = account.server.items.find(({ title }) => !kept.includes(title));
    if (dropped) dropped.saved = true;
    await account.sync();
    expect(value(await account.handlers.saved({})).map(({ title }) => title)).toEqual([dropped?.title]);
    expect((await account.articles()).find(({ title }) => title === dropped?.title)?.isBacklog).toBe(true);
    expect(await (await account.world.database()).count('tombstones')).toBe(9);
  });

  it('beyond what the reader keeps in all are remembered, and not fetched', async () => {
    await changeSettings(account.world.deps, { keepArticles: 1_000 });
    await publishAgo(0, many(1_050, 'New'));
    const { askServer } = account.world;
    // What comes does not matter here, and telling a thousand articles in stories takes long.
    account.world.askServer = async (request) =>
      request.url.includes('/stream/items/contents')
        ? { kind: 'answer', status: 200, text: '{"items":[]}', retryAfterMs: null }
        : askServer(request);
    await account.add();
    expect(askedIds().reduce((sum, count) => sum + count, 0)).toBe(1_000);
    const remembered = await (await account.world.database()).getAll('serverItems');
    expect(remembered).toHaveLength(50);
    expect(remembered.every(({ articleId }) => articleId === null)).toBe(true);
    account.world.serverRequests.length = 0;
    await account.sync();
    expect(contents()).toEqual([]);
  });
});
