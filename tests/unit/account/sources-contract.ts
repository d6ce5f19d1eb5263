/** What changes of sources come to on any feed server: the very same sentences for the newsroom's servers and a real one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { REMOVED_FOR_MS } from '../../../utils/model/feed.ts';
import { type ServerUnderTest, value } from './contract.ts';
import { type TwoReaders, twoReaders } from './two-readers.ts';

const COUNT = 12;

/** The sentences; `start` is called once, and the account is as empty at the end as at the beginning. */
export function sourcesContract(start: () => Promise<ServerUnderTest>): void {
  let readers: TwoReaders;

  const linkOf = (n: number): string => `https://gazette.example/${n}`;
  const articles = () => readers.articles();
  const articleOf = (n: number) => readers.articleAt(linkOf(n));
  const sourceOf = async (name: string) =>
    value(await readers.handlers.sources({})).find(({ url }) => url === readers.host.url(name));
  const listed = async () => value(await readers.other.subscriptions());
  const sync = () => readers.sync();
  /** Has this browser fetch a feed itself, as its publisher serves it. */
  const followHere = async (name: string): Promise<void> => {
    const url = readers.host.url(name);
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    readers.world.answer(url, {
      kind: 'document',
      document: { bytes, url, contentType: response.headers.get('content-type') },
      validators: { etag: null, lastModified: null },
      whole: true,
    });
    value(await readers.handlers.addFeed({ url }));
  };

  beforeAll(async () => {
    readers = await twoReaders(start, async ({ serve }) =>
      serve(
        'gazette',
        'Gazette',
        Array.from({ length: COUNT }, (_, n) => `Bread & circuses <today> ${n}`),
      ),
    );
  }, 120_000);
  afterAll(() => readers.close());

  describe('changes of sources', () => {
    it('move a local one there with its folders in one, its articles as they were, and what was read and saved', async () => {
      await followHere('gazette');
      const feedId = (await sourceOf('gazette'))?.id ?? 0;
      value(
        await readers.handlers.changeSources({ changes: [{ feedId, patch: { folder: ['News', 'Town'] } }] }),
      );
      value(await readers.handlers.markRead({ articleIds: [await articleOf(0)], read: true }));
      value(await readers.handlers.saveArticles({ articleIds: [await articleOf(1)], saved: true }));
      const before = (await articles()).map(({ id, title }) => ({ id, title }));
      value(await readers.handlers.moveSources({}));
      await sync();
      await sync();
      expect(await listed()).toMatchObject([
        { url: readers.host.url('gazette'), title: 'Gazette', folder: 'News / Town' },
      ]);
      expect(await sourceOf('gazette')).toMatchObject({ id: feedId, isOnServer: true });
      expect((await articles()).map(({ id, title }) => ({ id, title }))).toEqual(before);
      const marks = await readers.server.marks();
      expect(marks.filter(({ read }) => read).map(({ link }) => link)).toEqual([linkOf(0)]);
      expect(marks.filter(({ saved }) => saved).map(({ link }) => link)).toEqual([linkOf(1)]);
      expect(value(await readers.handlers.account({}))).toMatchObject({ marksWaiting: 0, changesWaiting: 0 });
    });

    it('leave here what the server cannot read, and name it', async () => {
      const url = readers.host.url('nothing');
      const source = { url, title: 'Nothing', siteUrl: null, folder: [] };
      value(await readers.handlers.importSources({ sources: [source] }));
      value(await readers.handlers.moveSources({}));
      await sync();
      expect(await listed()).toHaveLength(1);
      const shown = value(await readers.handlers.account({}));
      expect(shown?.refused).toMatchObject([{ kind: 'move', name: 'Nothing', url }]);
      expect(await sourceOf('nothing')).not.toHaveProperty('isOnServer');
      const { id = 0 } = (await sourceOf('nothing')) ?? {};
      value(await readers.handlers.removeSources({ feedIds: [id] }));
      value(await readers.handlers.knowRefused({}));
    });

    it('rename and file one there, whatever letters the server takes', async () => {
      const feedId = (await sourceOf('gazette'))?.id ?? 0;
      const patch = { ownTitle: 'The «Gazette» & Post, ранкова', folder: ['Ранок'] };
      value(await readers.handlers.changeSources({ changes: [{ feedId, patch }] }));
      await sync();
      const [row] = await listed();
      expect(row?.title).toContain('Gazette');
      expect(row?.title).toContain('ранкова');
      expect(row?.folder).toBe('Ранок');
      await sync();
      expect(value(await readers.handlers.account({}))).toMatchObject({ changesWaiting: 0, refused: [] });
      expect(await sourceOf('gazette')).toMatchObject({ title: patch.ownTitle, folder: ['Ранок'] });
    });

    it('add one there, and say of one that cannot be read why not', async () => {
      const items = [{ link: 'https://echo.example/1', title: 'Echo', html: '<p>e</p>', at: Date.now() }];
      readers.host.feeds.set('echo', { title: 'The Echo', siteUrl: 'https://echo.example/', items });
      const added = value(await readers.handlers.addFeed({ url: readers.host.url('echo'), there: true }));
      expect(await sourceOf('echo')).toMatchObject({ id: added.feedId, title: 'The Echo', isOnServer: true });
      expect((await articles()).map(({ title }) => title)).toContain('Echo');
      const refused = await readers.handlers.addFeed({ url: readers.host.url('void'), there: true });
      expect(refused).toMatchObject({ ok: false, problem: { code: 'http' } });
      expect(value(await readers.handlers.account({}))).toMatchObject({ changesWaiting: 0, refused: [] });
    });

    it('remove them there once they can no longer be had back here', async () => {
      const feedIds = value(await readers.handlers.sources({})).map(({ id }) => id);
      value(await readers.handlers.removeSources({ feedIds }));
      await sync();
      expect(await listed()).toHaveLength(2);
      readers.world.time += REMOVED_FOR_MS + 1;
      await forgetRemoved(readers.world.deps);
      await sync();
      expect(await listed()).toEqual([]);
      expect(value(await readers.handlers.sources({}))).toEqual([]);
    });
  });
}
