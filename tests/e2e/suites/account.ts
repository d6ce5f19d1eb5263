/** An account on a feed server, in the packaged build: added in options, read in the popup, marked on both sides. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReaderClient } from '../../../utils/account/client.ts';
import { findServer } from '../../../utils/account/find-server.ts';
import type { Send } from '../../../utils/account/wire.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import {
  type HeldItem,
  type ReaderServer,
  type ServedFeed,
  startReaderServer,
} from '../../newsroom/reader-server.ts';
import { openStage, pictureFile, type Stage, showsHeadline } from '../stage.ts';

/** Each browser speaks another dialect. */
const DIALECTS = { chromium: 'freshrss', firefox: 'miniflux' } as const;
const PRODUCTS = { chromium: 'FreshRSS', firefox: 'Miniflux' } as const;
const FEEDS = ['https://courier.example/rss', 'https://globe.example/rss'];
/** The server's host, as the browser is asked for it. */
const HOST = '*://127.0.0.1/*';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly unread: boolean;
}

export function account(kind: BrowserKind): void {
  describe('an account on a feed server', () => {
    let stage: Stage;
    let server: ReaderServer;

    beforeAll(async () => {
      const press = new Map(FEEDS.map((url, at) => [url, feedAt(url, at)]));
      server = await startReaderServer(DIALECTS[kind], async (url) => press.get(url) ?? null);
      await subscribe(server);
      stage = await openStage(kind, { build: 'packaged' });
    });
    afterAll(async () => {
      await stage?.close();
      await server?.close();
    });

    const latest = async (): Promise<readonly Row[]> => {
      const page = await stage.session.open('options.html');
      const { rows } = await say<{ rows: readonly Row[] }>(page, 'latest', { after: null, limit: 50 });
      await page.close();
      return rows;
    };
    const item = (n: number): HeldItem => {
      const found = server.items[n];
      if (!found) throw new Error(`no item ${n}`);
      return found;
    };
    /** Presses 'Sync now', and waits until the sync is over. */
    const sync = async (): Promise<void> => {
      const options = await stage.session.open('options.html#carry');
      await say(options, 'syncAccount');
      await options.close();
    };

    it('is tested and added by one form, once the reader says that the machine is his own', async () => {
      await stage.session.allowHost(HOST);
      const options = await stage.session.open('options.html#carry');
      await options.type('.add-account .address input', new URL(server.url).origin);
      await options.type('.add-account .user input', server.user);
      await options.type('.add-account .password input', server.password);
      await options.click('.add-account [type=submit]');
      await options.waitFor('.add-account .state-failed');
      expect(server.requests).toEqual([]);
      await options.click('.add-account .line > .small');
      await options.waitFor('.add-account .state-working', 15_000);
      expect(await options.text('.add-account .add-result')).toBe(
        `${PRODUCTS[kind]} lets you in. It holds 2 sources.`,
      );
      await options.screenshot(pictureFile('options-account-found', kind));
      await options.click('.add-account .primary');
      await options.waitFor(
        () => document.querySelector('.account')?.textContent?.includes('Last sync: just now'),
        15_000,
      );
      await options.screenshot(pictureFile('options-account', kind));
      await options.close();
    });

    it('brings its articles to the popup', async () => {
      const popup = await stage.session.openPopup();
      for (const n of [0, 3]) await showsHeadline(popup, item(n).title);
      await popup.close();
      expect((await latest()).every(({ unread }) => unread)).toBe(true);
    });

    it('knows on the server what was read here', async () => {
      const popup = await stage.session.openPopup();
      await popup.waitFor('.row .headline');
      await popup.press('j');
      await popup.press('m');
      await popup.waitFor('.row:not(.unread) .headline');
      const title = await popup.text('.row:not(.unread) .headline');
      await popup.close();
      await sync();
      expect(server.items.filter(({ read }) => read).map((one) => one.title)).toEqual([title]);
    });

    it('shows here what was read and saved there', async () => {
      const [read, saved] = server.items.filter((one) => !one.read);
      if (!read || !saved) throw new Error('all is read');
      read.read = true;
      saved.saved = true;
      await sync();
      const rows = await latest();
      expect(rows.find(({ title }) => title === read.title)?.unread).toBe(false);
      expect(rows.find(({ title }) => title === saved.title)?.unread).toBe(true);
      const page = await stage.session.open('reader.html#/saved');
      await showsHeadline(page, saved.title);
      await page.close();
    });

    it('keeps what is marked while the server is down, and sends it when it is up', async () => {
      const unread = (await latest()).find((row) => row.unread);
      if (!unread) throw new Error('all is read');
      const options = await stage.session.open('options.html#carry');
      await server.restart(async () => {
        await say(options, 'markRead', { articleIds: [unread.id], read: true });
        await options.click('.account .setting .button');
        await options.waitFor('.account .state-failed', 15_000);
        expect(await options.text('.account b')).toBe('1 mark waits to be sent.');
        expect(await options.text('.account .state-failed')).toContain('can’t be reached');
        await options.screenshot(pictureFile('options-account-down', kind));
      });
      await options.click('.account .setting .button');
      await options.waitFor(() => document.querySelector('.account .state-failed') === null, 15_000);
      expect(server.items.find(({ title }) => title === unread.title)?.read).toBe(true);
      await options.waitFor(() => document.querySelector('.account b') === null);
      await options.close();
    });

    it('asks nothing where access was taken away, says so, and is mended by one button', async () => {
      const options = await stage.session.open('options.html#carry');
      await options.evaluate(
        takeAway,
        kind === 'firefox' ? { data_collection: ['browsingActivity'] } : { origins: [HOST] },
      );
      await options.waitFor('.account-section .note', 10_000);
      const asked = server.requests.length;
      await say(options, 'refresh');
      expect(server.requests).toHaveLength(asked);
      await options.screenshot(pictureFile('options-account-no-access', kind));
      await stage.session.allowHost(HOST);
      await options.click('.account-section .note .primary');
      await options.waitFor(() => document.querySelector('.account-section .note') === null, 10_000);
      await options.click('.account .setting .button');
      await expect.poll(() => server.requests.length).toBeGreaterThan(asked);
      await options.close();
    });
  });
}

/** Has the server follow its feeds, as another client of the reader's did. */
async function subscribe(server: ReaderServer): Promise<void> {
  const send: Send = (request) => askServer(request, Date.now());
  const found = await findServer(send, server.url, server);
  if (!found.ok) throw new Error(found.problem.code);
  const client = new ReaderClient(send, found.value.access);
  for (const url of FEEDS) await client.subscribe(url, '', 'Papers');
  server.requests.length = 0;
}

/** Runs in the page: takes back what the reader allowed, as he can in the browser's own settings. */
function takeAway(what: object): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { permissions: { remove(what: object): Promise<boolean> } };
  };
  return chrome.permissions.remove(what);
}

/** Three articles of the last hours. */
function feedAt(url: string, at: number): ServedFeed {
  const name = new URL(url).hostname.split('.')[0] ?? '';
  const subjects =
    [
      [
        'Harbour bridge opens two months early',
        'Grid operator asks households to save power',
        'Museum gets a lost painting back',
      ],
      [
        'Chess final will be played in the old town hall',
        'Ferry returns to service after winter',
        'Tram drivers and city agree on new hours',
      ],
    ][at] ?? [];
  return {
    title: `The ${name}`,
    siteUrl: `https://${name}.example/`,
    items: subjects.map((title, n) => ({
      link: `https://${name}.example/${n}`,
      title,
      html: `<p>${title}, as ${name} reports.</p>`,
      at: Date.now() - (n + 1) * 3_600_000,
    })),
  };
}
