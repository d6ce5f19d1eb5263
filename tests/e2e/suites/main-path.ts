/** From a followed source to a headline in the real popup, and what a reader does with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Outlet } from '../../newsroom/index.ts';
import {
  follow,
  headlines,
  openStage,
  outletWith,
  pictureFile,
  type Stage,
  showsHeadline,
} from '../stage.ts';
import { carriesToAndFro } from './carrying.ts';

interface Status {
  readonly unread: number;
}

export function mainPath(kind: BrowserKind): void {
  describe('the main path', () => {
    let stage: Stage;
    let first: Outlet[];

    beforeAll(async () => {
      stage = await openStage(kind);
    });

    afterAll(() => stage?.close());

    async function set(settings: object): Promise<void> {
      const page = await stage.session.open('options.html');
      await say(page, 'changeSettings', settings);
      await page.close();
    }

    it('says in the popup that nothing is followed yet, and where to begin', async () => {
      const popup = await stage.session.openPopup();
      await popup.waitFor('.empty');
      expect(await headlines(popup)).toEqual([]);
      expect(await stage.session.badge()).toBe('');
      await popup.close();
    });

    it('shows headlines from RSS, Atom and a windows-1251 feed, newest first, as they were written', async () => {
      const { newsroom, session } = stage;
      await set({ latest: 'articles', badge: 'unread' });
      first = [
        outletWith(newsroom, { format: 'rss', language: 'en' }),
        outletWith(newsroom, { format: 'atom' }),
        outletWith(newsroom, { encoding: 'windows-1251' }),
      ];
      await follow(stage, first);
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      const truth = newsroom
        .published()
        .filter((article) => first.some((outlet) => outlet.id === article.outlet))
        .sort((a, b) => b.publishedAt - a.publishedAt)
        .map((article) => article.title);
      const shown = await headlines(popup);
      expect(shown.length).toBeGreaterThan(10);
      expect([...shown].sort()).toEqual(truth.slice(0, shown.length).sort());
      expect(shown[0]).toBe(truth[0]);
      const sources = await popup.texts('.source-name, .source .name');
      expect(sources.length).toBe(shown.length);
      await popup.close();
      await set({ latest: 'stories' });
    });

    it('has the first rows lie ready, as the popup then shows them', async () => {
      const { session } = stage;
      const page = await session.open('options.html');
      await page.waitFor(hasFront);
      const ready = await page.evaluate(frontTitles);
      await page.close();
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      expect(ready.length).toBeGreaterThan(6);
      expect((await headlines(popup)).slice(0, ready.length)).toEqual(ready);
      await popup.close();
    });

    it('counts what is unread on the badge, as the rows do', async () => {
      const page = await stage.session.open('reader.html');
      const { unread } = await say<Status>(page, 'status');
      expect(unread).toBeGreaterThan(10);
      await expect.poll(() => stage.session.badge()).toBe(String(unread));
      await page.close();
    });

    it('brings a new article into an open popup without reopening it', async () => {
      const { newsroom, session } = stage;
      const outlet = outletWith(newsroom, { format: 'rss', language: 'en' });
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      const article = newsroom.publishAt(outlet.id, {
        title: 'Ferry line reopens after winter repairs',
        lead: 'The first boat left the north pier at seven.',
      });
      await showsHeadline(popup, article.title, 20_000);
      expect((await headlines(popup))[0]).toBe(article.title);
      await popup.close();
    });

    it('opens the publisher’s page, marks the article read and lowers the badge', async () => {
      const { newsroom, session } = stage;
      const before = Number(await session.badge());
      const popup = await session.openPopup();
      await popup.waitFor('.row.unread .headline-link');
      const title = (await headlines(popup))[0];
      await popup.click('.row.unread .headline-link');
      const article = newsroom.published().find((published) => published.title === title);
      const tab = await session.findTab(new URL(article?.url ?? '').pathname);
      expect(await tab.text('h1')).toBe(title);
      await tab.close();
      await expect.poll(() => session.badge()).toBe(String(before - 1));
      const again = await session.openPopup();
      await again.waitFor('.row .headline');
      expect((await headlines(again))[0]).toBe(title);
      expect(await again.count('.row:first-child.unread')).toBe(0);
      await again.close();
    });

    it('goes on with older news in place', async () => {
      const { session } = stage;
      await follow(
        stage,
        stage.newsroom.outlets.filter((outlet) => !first.includes(outlet)),
      );
      await set({ latest: 'articles' });
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      const before = await headlines(popup);
      await popup.click('.more');
      await popup.waitFor(
        (n: number) => document.querySelectorAll('.headline').length > n,
        5000,
        before.length,
      );
      const longer = await headlines(popup);
      expect(longer.slice(0, before.length)).toEqual(before);
      await popup.close();
      await set({ latest: 'stories' });
    });

    it('ranks what several outlets tell, with the reason in words and each outlet’s own headline', async () => {
      const { session } = stage;
      const popup = await session.openPopup();
      await popup.waitFor('#tab-top');
      await popup.click('#tab-top');
      await popup.waitFor('.story-card .why', 10_000);
      const [reason = ''] = await popup.texts('.story-card .reason');
      expect(reason).toMatch(/\d/);
      await popup.click('.story-card .why');
      await popup.waitFor('.story-card .report .headline');
      await session.screenshot(popup, pictureFile('popup-top', kind));
      await popup.close();
    });

    it('gathers the reports of one event in one row, and parts them where the reader says so', async () => {
      const { session } = stage;
      const popup = await session.openPopup();
      // It opens where it was left: in Top.
      await popup.waitFor('#tab-top[aria-selected=true]');
      await popup.click('#tab-latest');
      await popup.waitFor('.also-in');
      const before = (await headlines(popup)).length;
      await popup.click('.also-in');
      await popup.waitFor('.report .headline');
      const [report = ''] = await popup.texts('.report .headline');
      await session.screenshot(popup, pictureFile('popup-story', kind));
      await popup.click('.report .icon-part');
      await popup.waitFor('.note .button');
      await showsHeadline(popup, report);
      await popup.click('.note .button');
      await popup.waitFor(
        (title: string) =>
          !Array.from(document.querySelectorAll('.row > div > a .headline')).some(
            (shown) => shown.textContent === title,
          ),
        5000,
        report,
      );
      expect((await popup.texts('.row > div > a .headline')).length).toBe(before);
      await popup.close();
    });

    it.each([
      ['popup.html', 'popup-latest', '.row'],
      ['reader.html', 'reader-latest', '.headline'],
      ['options.html', 'options-sources', '.health'],
    ])('draws %s without a sideways scroll, and leaves a picture of it', async (path, name, shown) => {
      const { session } = stage;
      const page = path === 'popup.html' ? await session.openPopup() : await session.open(path);
      await page.waitFor(shown);
      await session.screenshot(page, pictureFile(name, kind));
      const [needed, given] = await page.evaluate(() => [document.body.scrollWidth, innerWidth]);
      expect(needed).toBeLessThanOrEqual(given ?? 0);
      await page.close();
    });

    it('wakes after a kill and brings what was published meanwhile', async () => {
      const { newsroom, session } = stage;
      await session.killBackground();
      const outlet = outletWith(newsroom, { format: 'atom' });
      const article = newsroom.publishAt(outlet.id, {
        title: 'Night train to the coast sells out in an hour',
        lead: 'Extra carriages follow on Friday.',
      });
      const page = await session.open('reader.html');
      await showsHeadline(page, article.title, 40_000);
      await page.close();
    });

    it('lets the badge go once everything is read', async () => {
      const { session } = stage;
      const page = await session.open('reader.html');
      await say(page, 'markAllRead');
      await expect.poll(() => session.badge()).toBe('');
      await page.waitFor(() => document.querySelectorAll('.unread').length === 0);
      await page.close();
    });

    it('removes sources in options, and brings them back with all their articles', async () => {
      const { session } = stage;
      const shown = async (): Promise<string[]> => {
        const reader = await session.open('reader.html');
        await reader.waitFor('.headline, .empty-state');
        const titles = await headlines(reader);
        await reader.close();
        return titles;
      };
      const before = await shown();
      const options = await session.open('options.html');
      await options.waitFor('.sources tbody .picker');
      await options.click('.sources thead .picker');
      await options.click('.bulk > .button:nth-of-type(3)');
      await options.waitFor('.nothing');
      // Their articles leave the lists step by step.
      await expect.poll(shown, { timeout: 20_000 }).toEqual([]);
      await options.click('.list-head .button');
      await options.waitFor('.sources tbody .picker');
      const back = await session.open('reader.html');
      await back.waitFor('.headline', 20_000);
      expect(await headlines(back)).toEqual(expect.arrayContaining(before.slice(0, 10)));
      await back.close();
      await options.close();
    });

    it('has the browser’s own sync carry sources, and takes in those of another browser', () =>
      carriesToAndFro(stage));
  });
}

interface Kept {
  readonly revision?: string;
  readonly front?: {
    readonly revision: string;
    readonly front: { readonly rows: { title: string }[] } | null;
  };
}
type Extension = { readonly chrome: { readonly storage: { readonly session: { get(): Promise<Kept> } } } };

/** Runs in a page of the extension: whether first rows are there that belong to the last revision. */
async function hasFront(): Promise<boolean> {
  const { revision, front } = await (globalThis as unknown as Extension).chrome.storage.session.get();
  return front !== undefined && front.revision === revision && front.front !== null;
}

/** Their headlines. */
async function frontTitles(): Promise<string[]> {
  const { front } = await (globalThis as unknown as Extension).chrome.storage.session.get();
  return front?.front?.rows.map(({ title }) => title) ?? [];
}
