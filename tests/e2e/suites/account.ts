/** An account on a feed server, in the packaged build: added in options, read in the popup, marked on both sides. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { ask, say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { startFreshRss } from '../../unit/account/freshrss-server.ts';
import { type AccountServer, type Held, newsroomServer, serverOverPress } from '../account-server.ts';
import { openStage, outletWith, pictureFile, type Stage, showsHeadline } from '../stage.ts';
import { hostileServer, moving } from './account-moving.ts';

/** Each browser speaks another dialect of the newsroom's. */
const DIALECTS = { chromium: 'freshrss', firefox: 'miniflux' } as const;
const PRODUCTS = { chromium: 'FreshRSS', firefox: 'Miniflux' } as const;
/** The server's host, as the browser is asked for it. */
const HOST = '*://127.0.0.1/*';

/** What is asked of a server, beside the places where it may lie. */
const OF_ACCOUNT =
  /^(?:POST (?:\/\S*)?\/accounts\/ClientLogin|POST |GET \/check\/compatibility|(?:GET|POST) \/reader\/api\/0\/[a-z/-]+)$/;

/** Articles whose marks take a real server seconds. */
const MANY = 1_000;

interface Row {
  readonly id: number;
  readonly title: string;
  readonly unread: boolean;
}

/** The sentences with the newsroom's server, and in the full run with a real FreshRSS. */
export async function account(kind: BrowserKind): Promise<void> {
  describe('an account on a feed server', () => {
    const { server, stage, sync } = sentences(kind, PRODUCTS[kind], () => newsroomServer(DIALECTS[kind]));

    moving({ server, stage, sync });
    hostileServer({ server, stage, sync });

    it('asks nothing where access was taken away, says so, and is mended by one button', async () => {
      const options = await stage().session.open('options.html#carry');
      const taken = kind === 'firefox' ? { data_collection: ['browsingActivity'] } : { origins: [HOST] };
      await options.evaluate(takeAway, taken);
      await options.waitFor('.account-section .note', 10_000);
      const asked = server().asked();
      expect(await ask(options, 'syncAccount')).toMatchObject({ problem: { code: 'no-permission' } });
      expect(server().asked()).toBe(asked);
      await options.screenshot(pictureFile('options-account-no-access', kind));
      await stage().session.allowHost(HOST);
      await options.click('.account-section .note .primary');
      await options.waitFor(() => document.querySelector('.account-section .note') === null, 10_000);
      await expect.poll(() => server().asked()).toBeGreaterThan(asked);
      await options.close();
    });

    it('asked the server for nothing but what an account is, and nobody else, also while the browser carries', async () => {
      const { session, newsroom } = stage();
      const options = await session.open('options.html#carry');
      await say(options, 'setCarrying', { on: true });
      // Of the account nothing is carried, but what the reader chose is.
      await say(options, 'changeSettings', { keepDays: 77 });
      await say(options, 'carryNow');
      const carried = 'chrome.storage.sync.get(null).then((items) => Object.keys(items).length)';
      await expect.poll(() => options.evaluate<number>(carried), { timeout: 10_000 }).toBeGreaterThan(0);
      const { rows } = await say<{ rows: readonly Row[] }>(options, 'latest', { after: null, limit: 50 });
      for (const { id } of rows.slice(0, 3)) {
        const article = await session.open(`reader.html#/article/${id}`);
        await article.waitFor('.prose:not([aria-busy]), .no-text');
        await article.close();
      }
      await say(options, 'syncAccount');
      await options.close();
      const log = server().log();
      expect(log.length).toBeGreaterThan(10);
      expect(log.map(({ request }) => request).filter((request) => !OF_ACCOUNT.test(request))).toEqual([]);
      for (const { headers } of log) expect(Object.keys(headers)).not.toContain('cookie');
      for (const { headers } of log) expect(Object.keys(headers)).not.toContain('referer');
      // Browsers say of what is sent, and of nothing that is only asked, which extension sends it.
      const own = log.filter(({ headers }) => headers['user-agent']?.startsWith('Mozilla/'));
      expect(own.length).toBeGreaterThan(10);
      const said = own.map(({ request, headers }) => [request.split(' ')[0], headers.origin ?? ''] as const);
      const scheme = kind === 'firefox' ? 'moz-extension:' : 'chrome-extension:';
      for (const [method, origin] of said)
        expect(origin).toMatch(method === 'POST' ? new RegExp(`^${scheme}//[^/]+$`) : /^$/);
      // The newsroom stands for all of the net but the server: it saw the source that was followed here before it moved.
      const moved = outletWith(newsroom, { format: 'rss', language: 'en' }).feedUrl;
      expect(newsroom.log.map(({ url }) => url).filter((url) => url !== moved)).toEqual([]);
    });
  });

  const why = isFull ? null : 'with a real FreshRSS in the full run';
  const real = why ?? (await startFreshRss());
  const reason = typeof real === 'string' ? real : null;
  describe.skipIf(reason !== null)(`an account on a real FreshRSS${whySkipped(reason)}`, () => {
    const readThere = async (): Promise<number> => (await server().marks()).filter(({ read }) => read).length;
    const { server, stage, sync } = sentences(kind, 'FreshRSS', async () => {
      if (typeof real === 'string') throw new Error(real);
      return serverOverPress(real);
    });

    it('has every mark there, though the background was killed in the middle of a push', async () => {
      await server().add(MANY);
      await sync();
      const options = await stage().session.open('options.html#carry');
      const ids = Array.from({ length: MANY }, (_, n) => n + 1 + server().titles.size);
      await say(options, 'markRead', { articleIds: ids, read: true });
      const before = await readThere();
      void say(options, 'syncAccount').catch(() => undefined);
      await expect.poll(readThere, { timeout: 15_000 }).toBeGreaterThan(before);
      await stage().session.killBackground();
      expect(await readThere()).toBeLessThan(before + MANY);
      await sync();
      expect(await readThere()).toBe(before + MANY);
    });
  });
}

function sentences<Server extends AccountServer>(
  kind: BrowserKind,
  product: string,
  start: () => Promise<Server>,
) {
  let stage: Stage;
  let server: Server;

  beforeAll(async () => {
    server = await start();
    stage = await openStage(kind, { build: 'packaged' });
  }, 120_000);
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
  const sync = async (): Promise<void> => {
    const page = await stage.session.open('options.html');
    await say(page, 'syncAccount');
    await page.close();
  };
  const titlesOf = async (isWanted: (held: Held) => boolean): Promise<(string | undefined)[]> =>
    (await server.marks()).filter(isWanted).map(({ link }) => server.titles.get(link));

  it('is tested and added by one form, once the reader says that the machine is his own', async () => {
    await stage.session.allowHost(HOST);
    const options = await stage.session.open('options.html#carry');
    await options.type('.add-account .address input', new URL(server.url).origin);
    await options.type('.add-account .user input', server.user);
    await options.type('.add-account .password input', server.password);
    await options.click('.add-account [type=submit]');
    await options.waitFor('.add-account .state-failed');
    expect(server.asked()).toBe(0);
    await options.click('.add-account .line > .small');
    await options.waitFor('.add-account .state-working', 15_000);
    const found = await options.text('.add-account .add-result');
    expect(found).toBe(`${product} lets you in. It holds 2 sources.`);
    await options.screenshot(pictureFile('options-account-found', kind));
    await options.click('.add-account .primary');
    await options.waitFor(
      () => document.querySelector('.account')?.textContent?.includes('Last sync: just now'),
      15_000,
    );
    await options.screenshot(pictureFile('options-account', kind));
    await options.close();
  });

  it('brings its articles to the popup, unread', async () => {
    const popup = await stage.session.openPopup();
    for (const title of server.titles.values()) await showsHeadline(popup, title);
    await popup.close();
    expect((await latest()).filter(({ unread }) => unread)).toHaveLength(server.titles.size);
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
    expect(await titlesOf(({ read }) => read)).toEqual([title]);
  });

  it('shows here what was read and saved there', async () => {
    const [read, saved] = (await server.marks()).filter((held) => !held.read);
    if (!read || !saved) throw new Error('all is read');
    await server.mark(read.link, 'read');
    await server.mark(saved.link, 'saved');
    await sync();
    const shown = new Map((await latest()).map(({ title, unread }) => [title, unread]));
    expect(shown.get(server.titles.get(read.link) ?? '')).toBe(false);
    expect(shown.get(server.titles.get(saved.link) ?? '')).toBe(true);
    const page = await stage.session.open('reader.html#/saved');
    await showsHeadline(page, server.titles.get(saved.link) ?? '');
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
    await options.waitFor(() => document.querySelector('.account b') === null, 15_000);
    expect(await titlesOf(({ read }) => read)).toContain(unread.title);
    await options.close();
  });

  return { server: () => server, stage: () => stage, sync };
}

/** Runs in the page: takes back what the reader allowed, as he can in the browser's own settings. */
function takeAway(what: object): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { permissions: { remove(what: object): Promise<boolean> } };
  };
  return chrome.permissions.remove(what);
}
