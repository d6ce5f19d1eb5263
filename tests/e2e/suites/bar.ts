/** The ticker at the bottom of pages, in real pages of the test press. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../browsers/page.ts';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Outlet, PublishedArticle } from '../../newsroom/index.ts';
import { chooseInPanel, clickInPanel, inPanel, noteLoads, still } from '../in-panel.ts';
import { layoutShift, oneOfEachDesign, readByPage } from '../on-pages.ts';
import { follow, openStage, pictureFile, type Stage } from '../stage.ts';

const BAR = '[data-lede=bar]';
const SOON = { timeout: 15_000 };
const count = (root: ShadowRoot) => root.querySelector<HTMLElement>('.count')?.dataset.text ?? '';
const headline = (root: ShadowRoot) =>
  /<a [^>]*>([^<]+)</.exec([...root.querySelectorAll('iframe')].at(-1)?.srcdoc ?? '')?.[1] ?? '';

interface Settings {
  readonly panelSites: readonly { readonly host: string; readonly isBarOff: boolean }[];
}

export function bar(kind: BrowserKind): void {
  describe('the bar', () => {
    let stage: Stage;
    let articles: PublishedArticle[];
    let options: Page;

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets);
      articles = oneOfEachDesign(stage);
      options = await stage.session.open('options.html');
    });

    afterAll(() => stage?.close());

    const openArticle = (at: number): Promise<Page> => stage.session.open(articles[at]?.url ?? '');
    const openWithBar = async (at: number): Promise<Page> => {
      await say(options, 'changeSettings', { panelBar: true });
      const page = await openArticle(at);
      await page.waitFor(BAR);
      return page;
    };

    it('does not come before it is turned on, and then to all pages of followed sites', async () => {
      const without = await openArticle(0);
      await without.waitFor('[data-lede=panel]');
      expect(await without.count(BAR)).toBe(0);
      await without.close();
      await say(options, 'changeSettings', { panelBar: true });
      const { siteUrl } = stage.newsroom.outlets[0] as Outlet;
      const section = await stage.session.open(`${siteUrl}section/world`);
      await section.waitFor(BAR);
      expect(await section.count('[data-lede=panel]')).toBe(0);
      await section.close();
    });

    it('moves nothing of the page, takes no focus, and leaves no step in its history', async () => {
      const page = await openWithBar(0);
      await page.waitFor('[data-lede=panel]');
      await expect.poll(() => inPanel(stage.session, page, count, 'bar'), SOON).toBe('1/10');
      const loaded = await noteLoads(stage.session, page, 'bar');
      const steps = await page.evaluate(() => history.length);
      await clickInPanel(stage.session, page, '[aria-label="Next headline"]', 'bar');
      await expect.poll(() => inPanel(stage.session, page, count, 'bar'), SOON).toBe('2/10');
      const second = await inPanel(stage.session, page, headline, 'bar');
      await expect.poll(loaded, SOON).toContain(second);
      await stage.session.screenshot(page, pictureFile('bar', kind));
      expect(await page.evaluate(() => history.length)).toBe(steps);
      expect(await page.evaluate(() => document.activeElement?.matches('[data-lede=panel]') ?? false)).toBe(
        false,
      );
      if (kind === 'chromium') expect(await page.evaluate(layoutShift)).toBe(0);
      await page.close();
    });

    it('is not read by the page', async () => {
      const page = await openWithBar(1);
      const title = (await inPanel(stage.session, page, headline, 'bar')) ?? '';
      expect(title.length).toBeGreaterThan(10);
      expect(await page.evaluate(readByPage, ['Latest', 'Lede ticker', title])).toEqual([]);
      await page.close();
    });

    it('is hidden by Esc, with a moment to take it back', async () => {
      const page = await openWithBar(2);
      await expect.poll(() => inPanel(stage.session, page, count, 'bar'), SOON).toBe('1/10');
      await clickInPanel(stage.session, page, '[aria-label="Next headline"]', 'bar');
      await page.press('Escape');
      const undo = (root: ShadowRoot) => root.activeElement?.getAttribute('aria-label') ?? '';
      await expect.poll(() => inPanel(stage.session, page, undo, 'bar'), SOON).toBe('Undo');
      await stage.session.screenshot(page, pictureFile('bar-hidden', kind));
      await page.press('Enter');
      await expect.poll(() => inPanel(stage.session, page, undo, 'bar'), SOON).toBe('Hide');
      await page.press('Escape');
      await page.press('Escape');
      await page.waitFor(() => document.querySelector('[data-lede=bar]') === null);
      expect(await page.attribute('html', 'style')).toBe(null);
      await page.close();
    });

    it('stands below the panel, which stays as it was', async () => {
      const page = await openWithBar(3);
      await page.resize(1000, 760);
      await page.waitFor('[data-lede=panel][data-raised]');
      await clickInPanel(stage.session, page, '.pill');
      await chooseInPanel(stage.session, page, '[role^=menuitem]:nth-of-type(3)');
      const host = new URL(articles[3]?.url ?? '').hostname;
      await expect
        .poll(async () => (await say<Settings>(options, 'settings')).panelSites, SOON)
        .toMatchObject([{ host, side: 'start' }]);
      await inPanel(stage.session, page, still);
      await stage.session.screenshot(page, pictureFile('bar-and-panel', kind));
      await page.close();
    });

    it('goes for good from a site where it is not wanted, and from open pages when it is turned off', async () => {
      const [page, other] = [await openWithBar(5), await openWithBar(4)];
      await clickInPanel(stage.session, other, '[aria-label=Hide]', 'bar');
      // No click counts in the first half second.
      const isTaken = async (): Promise<boolean> => {
        if ((await other.count(BAR)) > 0)
          await clickInPanel(stage.session, other, '.word-button:last-of-type', 'bar');
        return (await other.count(BAR)) === 0;
      };
      await until(isTaken, 5_000, () => 'the bar to leave');
      const host = new URL(articles[4]?.url ?? '').hostname;
      await expect
        .poll(
          async () => (await say<Settings>(options, 'settings')).panelSites.find((one) => one.host === host),
          SOON,
        )
        .toMatchObject({ isBarOff: true });
      await other.close();
      await say(options, 'changeSettings', { panelBar: false });
      await page.waitFor(() => document.querySelector('[data-lede=bar]') === null);
      await page.close();
    });
  });
}
