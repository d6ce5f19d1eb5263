/** What changes of sources come to on any feed server: the very same sentences for the newsroom's servers and a real one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer } from '../../../utils/account/find-server.ts';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { REMOVED_FOR_MS } from '../../../utils/model/feed.ts';
import type { Handlers } from '../../../utils/protocol/server.ts';
import { createWorldOfArticles, type World } from '../support/world.ts';
import { type ServerUnderTest, send, value } from './contract.ts';
import { type FeedHost, startFeedHost } from './feed-host.ts';

const COUNT = 12;

/** The sentences; `start` is called once, and the account is as empty at the end as at the beginning. */
export function sourcesContract(start: () => Promise<ServerUnderTest>): void {
  let server: ServerUnderTest;
  let host: FeedHost;
  let world: World;
  let handlers: Handlers;
  /** Another reader of the same account, on another machine. */
  let other: ReaderClient;

  const linkOf = (n: number): string => `https://gazette.example/${n}`;
  const articles = async () => (await world.database()).getAll('articles');
  const articleOf = async (n: number) => (await articles()).find(({ url }) => url === linkOf(n))?.id ?? 0;
  const sourceOf = async (name: string) =>
    value(await handlers.sources({})).find(({ url }) => url === host.url(name));
  const listed = async () => value(await other.subscriptions());
  const sync = async (): Promise<void> => void value(await handlers.syncAccount({}));
  /** Has this browser fetch a feed itself, as its publisher serves it. */
  const followHere = async (name: string): Promise<void> => {
    const url = host.url(name);
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    world.answer(url, {
      kind: 'document',
      document: { bytes, url, contentType: response.headers.get('content-type') },
      validators: { etag: null, lastModified: null },
      whole: true,
    });
    value(await handlers.addFeed({ url }));
  };

  beforeAll(async () => {
    [server, host] = await Promise.all([start(), startFeedHost()]);
    const now = Math.floor(Date.now() / 1000) * 1000;
    const items = Array.from({ length: COUNT }, (_, n) => ({
      link: linkOf(n),
      title: `Bread & circuses <today> ${n}`,
      html: `<p>What the gazette knows of ${n}</p>`,
      at: now - (n + 1) * 60_000,
    }));
    host.feeds.set('gazette', { title: 'Gazette', siteUrl: 'https://gazette.example/', items });
    world = await createWorldOfArticles();
    world.time = Date.now();
    handlers = createHandlers(world.deps);
    other = new ReaderClient(send, value(await findServer(send, server.url, server)).access);
    value(await handlers.confirmHost({ host: '127.0.0.1' }));
    const { url: address, user, password } = server;
    value(await handlers.addAccount({ address, user, password }));
    await sync();
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await host.close();
  });

  describe('changes of sources', () => {
    it('move a local one there with its folders in one, its articles as they were, and what was read and saved', async () => {
      await followHere('gazette');
      const feedId = (await sourceOf('gazette'))?.id ?? 0;
      value(await handlers.changeSources({ changes: [{ feedId, patch: { folder: ['News', 'Town'] } }] }));
      value(await handlers.markRead({ articleIds: [await articleOf(0)], read: true }));
      value(await handlers.saveArticles({ articleIds: [await articleOf(1)], saved: true }));
      const before = (await articles()).map(({ id, title }) => ({ id, title }));
      value(await handlers.moveSources({}));
      await sync();
      await sync();
      expect(await listed()).toMatchObject([
        { url: host.url('gazette'), title: 'Gazette', folder: 'News / Town' },
      ]);
      expect(await sourceOf('gazette')).toMatchObject({ id: feedId, isOnServer: true });
      expect((await articles()).map(({ id, title }) => ({ id, title }))).toEqual(before);
      const marks = await server.marks();
      expect(marks.filter(({ read }) => read).map(({ link }) => link)).toEqual([linkOf(0)]);
      expect(marks.filter(({ saved }) => saved).map(({ link }) => link)).toEqual([linkOf(1)]);
      expect(value(await handlers.account({}))).toMatchObject({ marksWaiting: 0, changesWaiting: 0 });
    });

    it('leave here what the server cannot read, and name it', async () => {
      const url = host.url('nothing');
      const source = { url, title: 'Nothing', siteUrl: null, folder: [] };
      value(await handlers.importSources({ sources: [source] }));
      value(await handlers.moveSources({}));
      await sync();
      expect(await listed()).toHaveLength(1);
      const shown = value(await handlers.account({}));
      expect(shown?.refused).toMatchObject([{ kind: 'move', name: 'Nothing', url }]);
      expect(await sourceOf('nothing')).not.toHaveProperty('isOnServer');
      const { id = 0 } = (await sourceOf('nothing')) ?? {};
      value(await handlers.removeSources({ feedIds: [id] }));
      value(await handlers.knowRefused({}));
    });

    it('rename and file one there, whatever letters the server takes', async () => {
      const feedId = (await sourceOf('gazette'))?.id ?? 0;
      const patch = { ownTitle: 'The «Gazette» & Post, ранкова', folder: ['Ранок'] };
      value(await handlers.changeSources({ changes: [{ feedId, patch }] }));
      await sync();
      const [row] = await listed();
      expect(row?.title).toContain('Gazette');
      expect(row?.title).toContain('ранкова');
      expect(row?.folder).toBe('Ранок');
      await sync();
      expect(value(await handlers.account({}))).toMatchObject({ changesWaiting: 0, refused: [] });
      expect(await sourceOf('gazette')).toMatchObject({ title: patch.ownTitle, folder: ['Ранок'] });
    });

    it('add one there, and say of one that cannot be read why not', async () => {
      const items = [{ link: 'https://echo.example/1', title: 'Echo', html: '<p>e</p>', at: Date.now() }];
      host.feeds.set('echo', { title: 'The Echo', siteUrl: 'https://echo.example/', items });
      const added = value(await handlers.addFeed({ url: host.url('echo'), there: true }));
      expect(await sourceOf('echo')).toMatchObject({ id: added.feedId, title: 'The Echo', isOnServer: true });
      expect((await articles()).map(({ title }) => title)).toContain('Echo');
      const refused = await handlers.addFeed({ url: host.url('void'), there: true });
      expect(refused).toMatchObject({ ok: false, problem: { code: 'http' } });
      expect(value(await handlers.account({}))).toMatchObject({ changesWaiting: 0, refused: [] });
    });

    it('remove them there once they can no longer be had back here', async () => {
      const feedIds = value(await handlers.sources({})).map(({ id }) => id);
      value(await handlers.removeSources({ feedIds }));
      await sync();
      expect(await listed()).toHaveLength(2);
      world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(world.deps);
      await sync();
      expect(await listed()).toEqual([]);
      expect(value(await handlers.sources({}))).toEqual([]);
    });
  });
}
