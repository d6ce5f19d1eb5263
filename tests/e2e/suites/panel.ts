/** Related news beside articles, in real pages of the test press and in pages that would do it harm. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import type { Outlet, PublishedArticle } from '../../newsroom/index.ts';
import { hostilePages } from '../../pages/hostile.ts';
import {
  chooseInPanel,
  clickInPanel,
  clickUntilTaken,
  detectorPatterns,
  hasDetector,
  inPanel,
  looksOfDetector,
  noteLoads,
  still,
  waitUntilDrawn,
} from '../in-panel.ts';
import { layoutShift, mostTold, oneOfEachDesign, readByPage } from '../on-pages.ts';
import { follow, openStage, pictureFile, type Stage } from '../stage.ts';

interface Settings {
  readonly panelSites: readonly {
    readonly host: string;
    readonly isOff: boolean;
    readonly isCollapsed: boolean;
  }[];
}

const HOST = '[data-lede=panel]';
const SOON = { timeout: 15_000 };
const pillLabel = (root: ShadowRoot) => root.querySelector('.pill')?.getAttribute('aria-label') ?? '';
const srcdoc = (root: ShadowRoot) => root.querySelector('iframe')?.srcdoc ?? '';
const isOpen = (root: ShadowRoot) => root.querySelector<HTMLElement>('.card')?.hidden === false;

/** In ms: a click counts when what is clicked was in sight for half a second, and this is more. */
const LONG_IN_SIGHT = 700;

export function panel(kind: BrowserKind): void {
  describe('the panel', () => {
    let stage: Stage;
    /** An article of each page design on a story that others tell too. */
    let articles: PublishedArticle[];

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets);
      articles = oneOfEachDesign(stage);
    });

    afterAll(() => stage?.close());

    const openArticle = async (article: PublishedArticle | undefined): Promise<Page> => {
      const page = await stage.session.open(article?.url ?? '');
      await page.waitFor(HOST, 10_000);
      return page;
    };
    const settings = async (): Promise<Settings> => {
      const page = await stage.session.open('options.html');
      const stored = await say<Settings>(page, 'settings');
      await page.close();
      return stored;
    };

    it('comes to articles of every page design, without moving anything', async () => {
      expect(articles.length).toBeGreaterThanOrEqual(6);
      for (const article of isFull ? articles : articles.slice(0, 2)) {
        const page = await openArticle(article);
        if (kind === 'chromium') expect(await page.evaluate(layoutShift)).toBe(0);
        await page.resize(1000, 760);
        expect(await inPanel(stage.session, page, pillLabel)).toMatch(/^\d+ related · \d+ source/);
        expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
        const design = stage.newsroom.outlets.find(({ id }) => id === article.outlet)?.design ?? '';
        await clickInPanel(stage.session, page, '.pill');
        await expect.poll(() => inPanel(stage.session, page, isOpen), SOON).toBe(true);
        expect(await inPanel(stage.session, page, srcdoc)).toContain('<section');
        await inPanel(stage.session, page, still);
        await stage.session.screenshot(page, pictureFile(`panel-${design}`, kind));
        await page.close();
      }
    });

    it('does not come to pages that are no articles', async () => {
      const { siteUrl } = stage.newsroom.outlets[0] as Outlet;
      const pages: Page[] = [];
      for (const path of ['', 'section/world', 'shop'])
        pages.push(await stage.session.open(`${siteUrl}${path}`));
      const looks = await Promise.all(pages.map((page) => looksOfDetector(stage.session, page)));
      expect(looks).toEqual([3, 3, 3]);
      for (const page of pages) {
        expect(await page.count(HOST)).toBe(0);
        await page.close();
      }
    });

    it('is not read by the page: not by search, not by selection, not through its frame', async () => {
      const page = await openArticle(articles[0]);
      await clickInPanel(stage.session, page, '.pill');
      await expect.poll(() => inPanel(stage.session, page, isOpen), SOON).toBe(true);
      const [title = ''] =
        /<b [^>]*>([^<]{20,})</.exec((await inPanel(stage.session, page, srcdoc)) ?? '')?.slice(1) ?? [];
      expect(title).not.toBe('');
      const words = [
        'Same story elsewhere',
        'Related to this page',
        'This page is not sent',
        'same event',
        title,
      ];
      expect(await page.evaluate(readByPage, words)).toEqual([]);
      await page.close();
    });

    it('explains itself without a step in the history of the page', async () => {
      const page = await openArticle(articles[0]);
      const steps = await page.evaluate(() => history.length);
      await clickInPanel(stage.session, page, '.pill');
      const loaded = await noteLoads(stage.session, page, 'panel');
      await chooseInPanel(stage.session, page, 'hr + button');
      await expect.poll(loaded, SOON).toContain('class="why"');
      expect(await page.evaluate(() => history.length)).toBe(steps);
      await page.close();
    });

    it('remembers what is chosen in its menu, and leaves where it is not wanted', async () => {
      const page = await openArticle(articles[1]);
      const host = new URL(articles[1]?.url ?? '').hostname;
      await clickInPanel(stage.session, page, '.pill');
      await chooseInPanel(stage.session, page, '[role^=menuitem]:nth-of-type(2)');
      await expect
        .poll(async () => (await settings()).panelSites, SOON)
        .toMatchObject([{ host, isCollapsed: false }]);
      await chooseInPanel(stage.session, page, '[role^=menuitem]');
      await page.waitFor(() => document.querySelector('[data-lede]') === null);
      await expect.poll(async () => (await settings()).panelSites[0]?.isOff, SOON).toBe(true);
      await expect.poll(() => detectorPatterns(stage.session), SOON).not.toContain(`*://${host}/*`);
      await page.close();
      const again = await stage.session.open(articles[1]?.url ?? '');
      expect(await hasDetector(stage.session, again)).toBe(false);
      expect(await again.count(HOST)).toBe(0);
      await again.close();
    });

    const hasSwitch = kind === 'chromium';
    const closed = whySkipped(hasSwitch ? null : 'Firefox has no such switch');
    it.skipIf(!hasSwitch)(`keeps what is stored from the scripts that run in pages${closed}`, async () => {
      const page = await openArticle(articles[0]);
      const read = `(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        const look = () => chrome.storage.local.get(null).then((all) => Object.keys(all), () => 'refused');
        const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: look });
        return result;
      })()`;
      expect(await stage.session.inBackground(read)).toBe('refused');
      await page.close();
    });

    it('answers from the popup on any page, if only that nothing is related', async () => {
      const { siteUrl } = stage.newsroom.outlets[0] as Outlet;
      const page = await stage.session.open(`${siteUrl}shop`);
      const popup = await stage.session.openPopup();
      await popup.waitFor('.row .headline');
      await popup.click('.icon-button:has(.icon-related)');
      await page.waitFor(HOST);
      expect(await inPanel(stage.session, page, isOpen)).toBe(true);
      await page.close();
    });

    it('goes from open pages when it is turned off, and comes back', async () => {
      const page = await openArticle(articles[2]);
      const options = await stage.session.open('options.html');
      await say(options, 'changeSettings', { panel: 'off' });
      await page.waitFor(() => document.querySelector('[data-lede]') === null);
      await page.close();
      const without = await stage.session.open(articles[2]?.url ?? '');
      expect(await hasDetector(stage.session, without)).toBe(false);
      expect(await without.count(HOST)).toBe(0);
      await without.close();
      await say(options, 'changeSettings', { panel: 'on' });
      await options.close();
      const again = await openArticle(articles[2]);
      expect(await hasDetector(stage.session, again)).toBe(true);
      await again.close();
    });

    const hostile = hostilePages('', '').flatMap(({ name, isQuick }, at) =>
      isFull || isQuick ? [{ name, at }] : [],
    );
    const isLeft = !isFull && kind === 'firefox';
    const why = whySkipped(isLeft ? 'in Chromium alone, see test:full' : null);

    describe('with the bar below it', () => {
      const turnBar = async (panelBar: boolean): Promise<void> => {
        const page = await stage.session.open('options.html');
        await say(page, 'changeSettings', { panelBar });
        await page.close();
      };
      beforeAll(() => turnBar(true));
      afterAll(() => turnBar(false));

      it.skipIf(isLeft).each(hostile)(
        `neither breaks nor is read, broken or tricked by a page that $name${why}`,
        async ({ name, at }) => {
          const { session, newsroom } = stage;
          const about = mostTold(stage);
          const { hostname, protocol } = new URL(about.url);
          const before = JSON.stringify((await settings()).panelSites);
          const {
            html = '',
            headers = {},
            isShown,
            isBlank,
          } = hostilePages(about.title, about.lead)[at] ?? {};
          newsroom.script(
            { host: hostname, path: `/hostile/${at}` },
            { body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } },
          );
          const page = await session.open(`${protocol}//${hostname}/hostile/${at}`);
          await page.resize(900, 700);
          if (isShown) {
            await page.waitFor(HOST, 15_000);
            await page.waitFor('[data-lede=bar]');
            expect(await inPanel(session, page, isOpen)).toBe(false);
            if (!isBlank) await clickInPanel(session, page, '.pill');
            const words = [
              'Same story elsewhere',
              'Related to this page',
              'same event',
              'related ·',
              'Lede ticker',
            ];
            expect(await page.evaluate(readByPage, words)).toEqual([]);
            await session.screenshot(page, pictureFile(`hostile-${name.replaceAll(' ', '-')}`, kind));
          } else {
            await waitUntilDrawn(session, page);
            await page.waitFor(() => document.querySelector('[data-lede]') === null);
          }
          expect(await page.evaluate('window.faults ?? ["no script"]')).toEqual([]);
          expect(await page.evaluate('(window.roots ?? []).length')).toBe(0);
          await page.close();
          expect(JSON.stringify((await settings()).panelSites)).toBe(before);
        },
      );
    });

    it.skipIf(isLeft)(`is not tricked into a choice by what the browser draws above it${why}`, async () => {
      const { session, newsroom } = stage;
      const about = mostTold(stage);
      const { hostname, protocol } = new URL(about.url);
      const before = JSON.stringify((await settings()).panelSites);
      const hostile = hostilePages(about.title, about.lead).find(({ name }) => name.includes('popover'));
      newsroom.script(
        { host: hostname, path: '/cover' },
        { body: hostile?.html ?? '', headers: { 'content-type': 'text/html; charset=utf-8' } },
      );
      const page = await session.open(`${protocol}//${hostname}/cover`);
      await page.waitFor(HOST);
      await page.waitFor(':popover-open:not([data-lede])');
      await clickInPanel(session, page, '.pill');
      await expect.poll(() => inPanel(session, page, isOpen), SOON).toBe(true);
      await clickInPanel(session, page, '[aria-haspopup=menu]');
      const opened = await page.evaluate(() => performance.now());
      const isLong = (from: number, ms: number) => performance.now() - from > ms;
      await page.waitFor(isLong, 5_000, opened, LONG_IN_SIGHT);
      await clickInPanel(session, page, '[role^=menuitem]');
      expect(await page.count(HOST)).toBe(1);
      expect(JSON.stringify((await settings()).panelSites)).toBe(before);
      // Without what was above it the very same click is taken.
      await page.evaluate(() => document.getElementById('top')?.remove());
      await clickUntilTaken(session, page, '[role^=menuitem]');
      await expect.poll(async () => JSON.stringify((await settings()).panelSites), SOON).not.toBe(before);
      await page.close();
    });
  });
}
