/** What Lede's client and any feed server agree on: the very same sentences for the newsroom's servers and a real one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Access, ReaderClient } from '../../../utils/account/client.ts';
import type { Dialect } from '../../../utils/account/dialect.ts';
import { type FoundServer, findServer, logInAgain } from '../../../utils/account/find-server.ts';
import type { Send } from '../../../utils/account/wire.ts';
import type { Result } from '../../../utils/model/problem.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import { type FeedHost, startFeedHost } from './feed-host.ts';

/** A server with an account that follows nothing. */
export interface ServerUnderTest {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Has it read all feeds now. */
  poll(): Promise<void>;
  /** What its own database holds. */
  marks(): Promise<readonly { readonly link: string; readonly read: boolean; readonly saved: boolean }[]>;
  close(): Promise<void>;
}

export const send: Send = (request) => askServer(request, Date.now());
const AT = Date.UTC(2026, 2, 1, 12);

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.problem.code;
}

/** The sentences; `start` is called once. */
export function contract(name: Dialect['name'], start: () => Promise<ServerUnderTest>): void {
  let server: ServerUnderTest;
  let host: FeedHost;
  let found: FoundServer;
  let client: ReaderClient;

  const linkOf = (n: number): string => `https://courier.example/${n}`;
  const serve = (count: number, title = (n: number) => `Rain & wind ${n}`): void => {
    const items = Array.from({ length: count }, (_, n) => ({
      link: linkOf(n),
      title: title(n),
      html: `<p>Text ${n}</p>`,
      at: AT + n * 1000,
    }));
    host.feeds.set('courier', { title: 'Courier', siteUrl: 'https://courier.example/', items });
  };
  const idOf = async (link: string): Promise<string> => {
    const items = value(await client.contents([...value(await client.newest()).ids]));
    return items.find(({ url }) => url === link)?.id ?? '0';
  };
  const markOf = async (link: string) => (await server.marks()).find((mark) => mark.link === link);

  beforeAll(async () => {
    [server, host] = await Promise.all([start(), startFeedHost()]);
    serve(30);
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await host?.close();
  });
  beforeEach(async () => {
    found = value(await findServer(send, server.url, server));
    client = new ReaderClient(send, found.access);
  });

  describe('finding it', () => {
    it('by its address, and by that of its site', async () => {
      const site = await findServer(send, `${new URL(server.url).origin}/`, server);
      expect(value(site).access.base).toBe(found.access.base);
      expect(found.access.dialect.name).toBe(name);
      expect(found.subscriptions).toEqual([]);
    });

    it('says that user or password is wrong', async () => {
      const wrong = { user: server.user, password: 'not this one' };
      expect(code(await findServer(send, server.url, wrong))).toBe('server-password');
      expect(code(await findServer(send, server.url, { ...wrong, user: 'nobody' }))).toBe('server-password');
    });

    it('knows a token that is not valid any more', async () => {
      const wrong = `${server.user}/0123456789abcdef`;
      const access: Access = { ...found.access, token: wrong, changeToken: wrong };
      const stranger = new ReaderClient(send, access);
      expect(code(await stranger.subscriptions())).toBe('server-expired');
      expect(code(await stranger.mark(['1'], 'read', true))).toBe('server-expired');
      const again = value(await logInAgain(send, access, server));
      expect((await new ReaderClient(send, again).subscriptions()).ok).toBe(true);
    });
  });

  describe('sources', () => {
    it('are followed with a title in a folder, renamed, filed and listed', async () => {
      value(await client.subscribe(host.url('courier'), 'The Courier', 'Papers'));
      const [source] = value(await client.subscriptions());
      expect(source).toMatchObject({ url: host.url('courier'), title: 'The Courier', folder: 'Papers' });
      value(await client.change(source?.id ?? '', 'Courier of Kyiv', 'Morning'));
      expect(value(await client.subscriptions())).toMatchObject([
        { title: 'Courier of Kyiv', folder: 'Morning' },
      ]);
    });

    it('leave a folder for one of the server’s own choice, or stay in it', async () => {
      const [source] = value(await client.subscriptions());
      value(await client.change(source?.id ?? '', 'Courier of Kyiv', null, 'Morning'));
      const folder = name === 'miniflux' ? 'Morning' : 'Uncategorized';
      expect(value(await client.subscriptions())).toMatchObject([{ title: 'Courier of Kyiv', folder }]);
    });

    it('that are followed already or hold no feed are refused for good', async () => {
      const { refusalStatus } = found.access.dialect;
      for (const feed of ['courier', 'nothing']) {
        const refused = await client.subscribe(host.url(feed), 'Again', 'Papers');
        expect(refused).toMatchObject({ ok: false, problem: { code: 'http', status: refusalStatus } });
      }
      expect(value(await client.subscriptions())).toHaveLength(1);
    });
  });

  describe('articles', () => {
    it('are all unread at first, by ids that are texts', async () => {
      const [newest, unread, saved] = [
        await client.newest(),
        await client.unread(),
        await client.saved(),
      ].map(value);
      expect(newest?.ids.size).toBe(30);
      expect(unread?.ids).toEqual(newest?.ids);
      expect(saved?.ids.size).toBe(0);
    });

    it('have the title that the publisher wrote, link, text, source and the time of their arrival', async () => {
      const items = value(await client.contents([...value(await client.newest()).ids]));
      const [source] = value(await client.subscriptions());
      const item = items.find(({ url }) => url === linkOf(7));
      expect(item).toMatchObject({ title: 'Rain & wind 7', feedId: source?.id, publishedAt: AT + 7_000 });
      expect(item?.html).toContain('Text 7');
      expect(Math.abs((item?.arrivedAt ?? 0) - Date.now())).toBeLessThan(10 * 60_000);
    });

    it('that it does not have are left out', async () => {
      expect(value(await client.contents(['77777777', '9007199254740993', '18446744073709551615']))).toEqual(
        [],
      );
      expect(value(await client.contents([]))).toEqual([]);
    });

    it('keep their id when their title is corrected', async () => {
      const id = await idOf(linkOf(3));
      serve(31, (n) => (n === 3 ? 'Corrected & dry' : `Rain & wind ${n}`));
      await server.poll();
      expect(value(await client.contents([id]))).toMatchObject([{ id, title: 'Corrected & dry' }]);
      expect(value(await client.newest()).ids.size).toBe(31);
    }, 30_000);
  });

  describe('marks', () => {
    it('are kept by its database, and shown by its sets of ids and its contents', async () => {
      const [one, two] = [await idOf(linkOf(1)), await idOf(linkOf(2))];
      value(await client.mark([one, two], 'read', true));
      value(await client.mark([two], 'saved', true));
      expect(await markOf(linkOf(1))).toMatchObject({ read: true, saved: false });
      expect(await markOf(linkOf(2))).toMatchObject({ read: true, saved: true });
      const unread = value(await client.unread()).ids;
      expect([unread.has(one), unread.has(two)]).toEqual([false, false]);
      expect([...value(await client.saved()).ids]).toEqual([two]);
      expect(value(await client.contents([two]))).toMatchObject([{ isRead: true, isSaved: true }]);
    });

    it('are taken back as they were made', async () => {
      const two = await idOf(linkOf(2));
      value(await client.mark([two], 'read', false));
      value(await client.mark([two], 'saved', false));
      expect(await markOf(linkOf(2))).toMatchObject({ read: false, saved: false });
    });

    it('of articles that it does not have are taken without a word', async () => {
      expect(await client.mark(['1234567890123456'], 'read', true)).toEqual({ ok: true, value: null });
    });

    it('reach every one of as many articles as fit in one request', async () => {
      const { mostMarks } = found.access.dialect;
      const ids = [...value(await client.newest()).ids];
      const padding = Array.from({ length: mostMarks - ids.length }, (_, n) => String(n + 1_000_000_000));
      value(await client.mark([...padding, ...ids], 'read', true));
      expect((await server.marks()).every(({ read }) => read)).toBe(true);
      value(await client.mark(ids, 'read', false));
      expect(value(await client.unread()).ids.size).toBe(ids.length);
    }, 30_000);
  });

  it('lets a source go with its articles', async () => {
    const [source] = value(await client.subscriptions());
    value(await client.unsubscribe(source?.id ?? ''));
    expect(value(await client.subscriptions())).toEqual([]);
    expect(value(await client.unread()).ids.size).toBe(0);
  });
}
