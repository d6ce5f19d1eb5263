/** What a sync with any feed server comes to: the very same sentences for the newsroom's servers and a real one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerItem } from '../../../utils/account/wire.ts';
import { HOUR } from '../support/world.ts';
import { type ServerUnderTest, value } from './contract.ts';
import { type TwoReaders, twoReaders } from './two-readers.ts';

const COUNT = 40;

/** The sentences; `start` is called once. */
export function syncContract(start: () => Promise<ServerUnderTest>): void {
  let readers: TwoReaders;

  const linkOf = (n: number): string => `https://herald.example/${n}`;
  const titleOf = (n: number): string => `Fish & chips <again> ${n}`;
  const titlesOf = (count: number, title = titleOf) => Array.from({ length: count }, (_, n) => title(n));
  const articles = () => readers.articles();
  const articleOf = (link: string) => readers.articleAt(link);
  const itemOf = async (link: string): Promise<ServerItem | undefined> => {
    const items = value(await readers.other.contents([...value(await readers.other.newest()).ids]));
    return items.find(({ url }) => url === link);
  };
  const there = async (link: string) => (await readers.server.marks()).find((mark) => mark.link === link);
  const here = async (link: string) => {
    const id = await articleOf(link);
    const { rows } = value(await readers.handlers.latest({ after: null, limit: 200 }));
    const row = rows.find((one) => one.id === id);
    return { read: !row?.unread, saved: row?.saved ?? false };
  };
  const sync = () => readers.sync();

  beforeAll(async () => {
    readers = await twoReaders(start, async ({ serve, host, other }) => {
      serve('herald', 'Herald', titlesOf(COUNT));
      value(await other.subscribe(host.url('herald'), '', 'Town papers'));
    });
  }, 120_000);
  afterAll(() => readers.close());

  describe('a sync', () => {
    it('brings the source with its folder, and every article once, under the headline of its publisher', async () => {
      const sources = value(await readers.handlers.sources({})).filter(
        ({ url }) => url === readers.host.url('herald'),
      );
      expect(sources).toMatchObject([{ title: 'Herald', folder: ['Town papers'] }]);
      const own = (await articles()).filter(({ url }) => url?.startsWith('https://herald.example/'));
      expect(own.map(({ title }) => title).sort()).toEqual(titlesOf(COUNT).sort());
    });

    it('asks four times where nothing changed', async () => {
      await sync();
      readers.world.serverRequests.length = 0;
      readers.world.time += 16 * 60_000;
      await sync();
      expect(readers.world.serverRequests).toHaveLength(4);
    });

    it('has the server’s own database hold what was read, unread and saved here', async () => {
      const ids = await Promise.all([0, 1, 2].map((n) => articleOf(linkOf(n))));
      value(await readers.handlers.markRead({ articleIds: ids, read: true }));
      value(await readers.handlers.saveArticles({ articleIds: ids.slice(0, 1), saved: true }));
      await sync();
      expect(await there(linkOf(0))).toMatchObject({ read: true, saved: true });
      expect(await there(linkOf(1))).toMatchObject({ read: true, saved: false });
      value(await readers.handlers.markRead({ articleIds: ids.slice(1, 2), read: false }));
      await sync();
      expect(await there(linkOf(1))).toMatchObject({ read: false });
      expect(await there(linkOf(2))).toMatchObject({ read: true });
      expect(value(await readers.handlers.account({}))).toMatchObject({ marksWaiting: 0 });
    });

    it('has what was read and saved elsewhere be so here', async () => {
      const item = await itemOf(linkOf(5));
      value(await readers.other.mark([item?.id ?? ''], 'read', true));
      value(await readers.other.mark([item?.id ?? ''], 'saved', true));
      await sync();
      expect(await here(linkOf(5))).toEqual({ read: true, saved: true });
      value(await readers.other.mark([item?.id ?? ''], 'saved', false));
      await sync();
      expect(await here(linkOf(5))).toEqual({ read: true, saved: false });
    });

    it('brings what is published, and what is corrected within the hour', async () => {
      const corrected = (n: number) => (n === 7 ? 'Fish and crisps after all' : titleOf(n));
      readers.serve('herald', 'Herald', titlesOf(COUNT + 2, corrected));
      await readers.server.poll();
      readers.world.time += HOUR;
      await sync();
      const titles = (await articles()).map(({ title }) => title);
      expect(titles).toContain(titleOf(COUNT + 1));
      expect(titles).toContain('Fish and crisps after all');
      expect(titles).not.toContain(titleOf(7));
      expect(titles.filter((title) => title === titleOf(8))).toHaveLength(1);
    });

    it('loses a source that is followed no longer there', async () => {
      const listed = value(await readers.other.subscriptions()).find(
        ({ url }) => url === readers.host.url('herald'),
      );
      // Not the only one: of an empty list the reader is asked.
      readers.serve('herald', 'Herald', titlesOf(1));
      readers.host.feeds.set('second', { title: 'Second', siteUrl: 'https://second.example/', items: [] });
      value(await readers.other.subscribe(readers.host.url('second'), 'Second', 'Town papers'));
      await sync();
      value(await readers.other.unsubscribe(listed?.id ?? ''));
      await sync();
      const urls = value(await readers.handlers.sources({})).map(({ url }) => url);
      expect(urls).not.toContain(readers.host.url('herald'));
      expect(urls).toContain(readers.host.url('second'));
    });
  });
}
