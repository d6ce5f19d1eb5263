/** What a sync with any feed server comes to: the very same sentences for the newsroom's servers and a real one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer } from '../../../utils/account/find-server.ts';
import type { ServerItem } from '../../../utils/account/wire.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import type { Handlers } from '../../../utils/protocol/server.ts';
import { createWorldOfArticles, HOUR, type World } from '../support/world.ts';
import { type ServerUnderTest, send, value } from './contract.ts';
import { type FeedHost, startFeedHost } from './feed-host.ts';

const COUNT = 40;

/** The sentences; `start` is called once. */
export function syncContract(start: () => Promise<ServerUnderTest>): void {
  let server: ServerUnderTest;
  let host: FeedHost;
  let world: World;
  let handlers: Handlers;
  /** Another reader of the same account, on another machine. */
  let other: ReaderClient;

  const linkOf = (n: number): string => `https://herald.example/${n}`;
  const titleOf = (n: number): string => `Fish & chips <again> ${n}`;
  const serve = (count: number, title = titleOf): void => {
    const now = Math.floor(Date.now() / 1000) * 1000;
    const items = Array.from({ length: count }, (_, n) => ({
      link: linkOf(n),
      title: title(n),
      html: `<p>What the herald knows of ${n}</p>`,
      at: now - (n + 1) * 60_000,
    }));
    host.feeds.set('herald', { title: 'Herald', siteUrl: 'https://herald.example/', items });
  };
  const articles = async () => (await world.database()).getAll('articles');
  const articleOf = async (link: string) => (await articles()).find(({ url }) => url === link)?.id ?? 0;
  const itemOf = async (link: string): Promise<ServerItem | undefined> => {
    const items = value(await other.contents([...value(await other.newest()).ids]));
    return items.find(({ url }) => url === link);
  };
  const there = async (link: string) => (await server.marks()).find((mark) => mark.link === link);
  const here = async (link: string) => {
    const id = await articleOf(link);
    const { rows } = value(await handlers.latest({ after: null, limit: 200 }));
    const row = rows.find((one) => one.id === id);
    return { read: !row?.unread, saved: row?.saved ?? false };
  };
  const sync = async (): Promise<void> => void value(await handlers.syncAccount({}));

  beforeAll(async () => {
    [server, host] = await Promise.all([start(), startFeedHost()]);
    serve(COUNT);
    world = await createWorldOfArticles();
    world.time = Date.now();
    handlers = createHandlers(world.deps);
    other = new ReaderClient(send, value(await findServer(send, server.url, server)).access);
    value(await other.subscribe(host.url('herald'), '', 'Town papers'));
    value(await handlers.confirmHost({ host: '127.0.0.1' }));
    const { url: address, user, password } = server;
    value(await handlers.addAccount({ address, user, password }));
    await sync();
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await host.close();
  });

  describe('a sync', () => {
    it('brings the source with its folder, and every article once, under the headline of its publisher', async () => {
      const sources = value(await handlers.sources({})).filter(({ url }) => url === host.url('herald'));
      expect(sources).toMatchObject([{ title: 'Herald', folder: ['Town papers'] }]);
      const own = (await articles()).filter(({ url }) => url?.startsWith('https://herald.example/'));
      const expected = Array.from({ length: COUNT }, (_, n) => titleOf(n));
      expect(own.map(({ title }) => title).sort()).toEqual(expected.sort());
    });

    it('asks four times where nothing changed', async () => {
      await sync();
      world.serverRequests.length = 0;
      world.time += 16 * 60_000;
      await sync();
      expect(world.serverRequests).toHaveLength(4);
    });

    it('has the server’s own database hold what was read, unread and saved here', async () => {
      const ids = await Promise.all([0, 1, 2].map((n) => articleOf(linkOf(n))));
      value(await handlers.markRead({ articleIds: ids, read: true }));
      value(await handlers.saveArticles({ articleIds: ids.slice(0, 1), saved: true }));
      await sync();
      expect(await there(linkOf(0))).toMatchObject({ read: true, saved: true });
      expect(await there(linkOf(1))).toMatchObject({ read: true, saved: false });
      value(await handlers.markRead({ articleIds: ids.slice(1, 2), read: false }));
      await sync();
      expect(await there(linkOf(1))).toMatchObject({ read: false });
      expect(await there(linkOf(2))).toMatchObject({ read: true });
      expect(value(await handlers.account({}))).toMatchObject({ marksWaiting: 0 });
    });

    it('has what was read and saved elsewhere be so here', async () => {
      const item = await itemOf(linkOf(5));
      value(await other.mark([item?.id ?? ''], 'read', true));
      value(await other.mark([item?.id ?? ''], 'saved', true));
      await sync();
      expect(await here(linkOf(5))).toEqual({ read: true, saved: true });
      value(await other.mark([item?.id ?? ''], 'saved', false));
      await sync();
      expect(await here(linkOf(5))).toEqual({ read: true, saved: false });
    });

    it('brings what is published, and what is corrected within the hour', async () => {
      serve(COUNT + 2, (n) => (n === 7 ? 'Fish and crisps after all' : titleOf(n)));
      await server.poll();
      world.time += HOUR;
      await sync();
      const titles = (await articles()).map(({ title }) => title);
      expect(titles).toContain(titleOf(COUNT + 1));
      expect(titles).toContain('Fish and crisps after all');
      expect(titles).not.toContain(titleOf(7));
      expect(titles.filter((title) => title === titleOf(8))).toHaveLength(1);
    });

    it('loses a source that is followed no longer there', async () => {
      const listed = value(await other.subscriptions()).find(({ url }) => url === host.url('herald'));
      // Not the only one: of an empty list the reader is asked.
      serve(1);
      host.feeds.set('second', { title: 'Second', siteUrl: 'https://second.example/', items: [] });
      value(await other.subscribe(host.url('second'), 'Second', 'Town papers'));
      await sync();
      value(await other.unsubscribe(listed?.id ?? ''));
      await sync();
      const urls = value(await handlers.sources({})).map(({ url }) => url);
      expect(urls).not.toContain(host.url('herald'));
      expect(urls).toContain(host.url('second'));
    });
  });
}
