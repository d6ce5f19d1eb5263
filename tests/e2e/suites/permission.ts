/** The packaged build, which has access to nothing until the reader allows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { openStage, outletWith, pictureFile, type Stage, showsHeadline } from '../stage.ts';
import { sentHome } from './sent-home.ts';

/** Runs in the page: takes access to a host away, as the reader can in the browser's own settings. */
function removeAccess(origin: string): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
  };
  return chrome.permissions.remove({ origins: [origin] });
}

export function permission(kind: BrowserKind): void {
  describe('the packaged build', () => {
    let stage: Stage;
    let outlet: Outlet;

    beforeAll(async () => {
      stage = await openStage(kind, { build: 'packaged' });
      outlet = outletWith(stage.newsroom, { format: 'rss', language: 'en' });
    });

    afterAll(() => stage?.close());

    it('asks nothing of anybody before the reader does', async () => {
      const page = await stage.session.open('options.html');
      await page.waitFor('form.add');
      expect(stage.newsroom.log).toEqual([]);
      await page.close();
    });

    it('shows the starter packs of the package without asking any of their sources', async () => {
      const page = await stage.session.open('options.html#packs');
      await page.waitFor('.pack');
      expect(await page.count('.pack')).toBe(6);
      await page.click('.pack input');
      await page.waitFor('.pack.all');
      await page.screenshot(pictureFile('options-packs', kind));
      expect(stage.newsroom.log).toEqual([]);
      await page.close();
    });

    it('follows a feed once the reader allows its site, by the form in options', async () => {
      const { newsroom, session } = stage;
      const host = new URL(outlet.feedUrl).hostname;
      await session.allowHost(`*://*.${host}/*`);
      const options = await session.open('options.html');
      await options.type('form.add input', outlet.feedUrl);
      await options.click('form.add button[type=submit]');
      await options.waitFor('form.add .state-working', 15_000);
      await options.close();
      const page = await session.open('reader.html');
      const article = newsroom.published().findLast((published) => published.outlet === outlet.id);
      await showsHeadline(page, article?.title ?? '');
      await page.close();
      expect(newsroom.log.every((request) => request.host === host)).toBe(true);
    });

    it('names the site that was taken away from it, asks nothing of it, and is mended by one button', async () => {
      const { newsroom, session } = stage;
      const host = new URL(outlet.feedUrl).hostname;
      const page = await session.open('reader.html');
      await page.waitFor('.headline');
      await page.evaluate(removeAccess, `*://*.${host}/*`);
      const asked = newsroom.log.length;
      await say(page, 'refresh');
      expect(newsroom.log).toHaveLength(asked);
      await page.waitFor(
        (wanted: string) => document.querySelector('.note')?.textContent?.includes(wanted),
        5000,
        host,
      );
      await session.allowHost(`*://${host}/*`);
      await page.click('.note .primary');
      await page.waitFor(() => document.querySelector('.note') === null, 10_000);
      expect(newsroom.log.length).toBeGreaterThan(asked);
      await page.close();
    });

    it('finds the feed of a site by its address, and follows it in one click', async () => {
      const { newsroom, session } = stage;
      const other = outletWith(newsroom, { format: 'atom', language: 'uk' });
      const host = new URL(other.siteUrl).hostname.replace(/^www\./, '');
      await session.allowHost(`*://*.${host}/*`);
      const options = await session.open('options.html');
      await options.type('form.add input', host);
      await options.click('form.add button[type=submit]');
      await options.waitFor('.found .headlines li', 15_000);
      const article = newsroom.published().findLast((published) => published.outlet === other.id);
      expect(await options.texts('.found .headlines li')).toContain(article?.title);
      const before = newsroom.log.filter(({ url }) => url === other.feedUrl).length;
      await options.click('.found .button');
      await options.waitFor('.found .state-working', 10_000);
      expect(newsroom.log.filter(({ url }) => url === other.feedUrl)).toHaveLength(before);
      await options.close();
    });

    it('finds the feeds of the page in front with no more than the click on its icon allows', async () => {
      const { newsroom, session } = stage;
      const third = outletWith(newsroom, { format: 'rdf' });
      const tab = await session.open(third.siteUrl);
      const asked = newsroom.log.length;
      const popup = await session.openPopup();
      await popup.waitFor('.narrow-bar .icon-plus');
      await popup.click('.narrow-bar .icon-button:has(.icon-plus)');
      const options = await session.findTab('options.html');
      await options.waitFor('.found li');
      expect(await options.text('.found li')).toContain(new URL(third.feedUrl).hostname);
      expect(newsroom.log.slice(asked).filter(({ url }) => url === third.feedUrl)).toEqual([]);
      await options.close();
      await tab.close();
    });

    sentHome(
      () => stage,
      () => new URL(outlet.feedUrl).hostname,
    );

    it('keeps what was typed where the address is none, and says so', async () => {
      const options = await stage.session.open('options.html');
      await options.type('form.add input', 'not an address');
      await options.click('form.add button[type=submit]');
      await options.waitFor('form.add .state-failed');
      const typed = await options.evaluate(
        () => document.querySelector<HTMLInputElement>('form.add input')?.value,
      );
      expect(typed).toBe('not an address');
      await options.close();
    });
  });
}
