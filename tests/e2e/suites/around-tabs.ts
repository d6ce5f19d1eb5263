/** Lede around the reader's tabs: the side panel, and search from wherever it is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeArticle, describeText } from '../../../utils/text/suggestion.ts';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { follow, headlines, openStage, pictureFile, type Stage, showsHeadline } from '../stage.ts';

const KEEPERS = 'Lighthouse keepers gather for a last supper';

export function aroundTabs(kind: BrowserKind): void {
  describe('around the tabs', () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind);
      stage.newsroom.publishAt(stage.newsroom.outlets[0]?.id ?? '', {
        title: KEEPERS,
        lead: 'The lamp goes out in spring.',
      });
      await follow(stage, stage.newsroom.outlets.slice(0, 3));
    });

    afterAll(() => stage?.close());

    it('opens the side panel from the popup, which stays beside the tabs and brings itself up to date', async () => {
      const { newsroom, session } = stage;
      const popup = await session.openPopup();
      await popup.waitFor('.row .headline');
      await popup.click('.icon-button:has(.icon-aside)');
      const panel = await session.findSidePanel();
      await panel.waitFor('.row .headline');
      const [first = ''] = await headlines(panel);

      const site = await session.open(newsroom.outlets[0]?.siteUrl ?? '');
      await site.waitFor('h1');
      const article = newsroom.publishAt(newsroom.outlets[0]?.id ?? '', {
        title: 'Tram depot opens its doors to visitors',
        lead: 'On Saturday from ten.',
      });
      await showsHeadline(panel, article.title, 20_000);
      expect(await headlines(panel)).toContain(first);
      await site.close();
    });

    it('draws the side panel at 320 pixels without a sideways scroll, and leaves a picture of it', async () => {
      const page = await stage.session.open('sidepanel.html');
      await page.resize(320, 800);
      await page.waitFor('.row .headline');
      await stage.session.screenshot(page, pictureFile('side-panel', kind));
      const [needed, given, height] = await page.evaluate(() => [
        document.body.scrollWidth,
        innerWidth,
        document.querySelector('.popup')?.clientHeight,
      ]);
      expect(needed).toBeLessThanOrEqual(given ?? 0);
      expect(height).toBe(800);
      await page.close();
    });

    it('finds with every key what is stored, and marks it', async () => {
      const { session } = stage;
      const popup = await session.openPopup();
      await popup.click('#tab-search');
      await popup.waitFor('search input:focus');
      await popup.type('search input', 'lighthouse keeper');
      await showsHeadline(popup, KEEPERS);
      await expect.poll(() => popup.texts('.headline mark')).toEqual(['Lighthouse', 'keepers']);
      await session.screenshot(popup, pictureFile('popup-search', kind));
      await popup.press('Escape');
      await popup.waitFor(() => document.querySelector<HTMLInputElement>('search input')?.value === '');
      await popup.close();
    });

    it('suggests articles in the address bar and opens the one that is chosen, marked as read', async () => {
      const { newsroom, session } = stage;
      const path = new URL(newsroom.published().find(({ title }) => title === KEEPERS)?.url ?? '').pathname;
      const [suggested] = await session.suggest('lighthouse keeper');
      expect(suggested?.description).toContain(
        kind === 'chromium' ? '<match>Lighthouse</match> <match>keepers</match> gather' : KEEPERS,
      );
      expect(suggested?.content).toContain(path);
      const page = await session.open('reader.html');
      const { unread } = await say<{ unread: number }>(page, 'status');
      await session.enter(suggested?.content ?? '', 'newForegroundTab');
      const tab = await session.findTab(path);
      expect(await tab.text('h1')).toBe(KEEPERS);
      await expect.poll(async () => (await say<{ unread: number }>(page, 'status')).unread).toBe(unread - 1);
      await tab.close();
      await page.close();
    });

    it('searches for anything else that is entered there, in the present tab too', async () => {
      const { session } = stage;
      const page = await session.open('options.html');
      await session.suggest('a & b');
      await session.enter('lighthouse & keepers', 'currentTab');
      const search = await session.findTab('reader.html#/search?q=lighthouse');
      await showsHeadline(search, KEEPERS);
      expect(
        await search.evaluate(() => document.querySelector<HTMLInputElement>('search input')?.value),
      ).toBe('lighthouse & keepers');
      await search.close();
      await page.close().catch(() => {});
    });

    it('searches for what was selected on a page', async () => {
      const { session } = stage;
      await session.searchSelection('lighthouse keepers');
      const search = await session.findTab('reader.html#/search?q=lighthouse');
      await showsHeadline(search, KEEPERS);
      await search.close();
    });

    if (kind === 'chromium') {
      it('describes hostile headlines so that the real address bar takes them', async () => {
        const hostile = [
          'A & B <i>x</i> "q" \'s\'',
          'control \u0000\u0001\u000b\u001f\u007f\u0085\u2028 end',
          '\u202Egnp.exe\u2066 \uD83D cut \uFFFE\uFFFF',
          ']]> <!-- <?xml &#0; &nbsp;',
          '',
          'W'.repeat(2000),
        ];
        const refused: unknown[] = [];
        for (const title of hostile) {
          const described = {
            title,
            highlights: [{ start: 0, end: Math.min(1, title.length) }],
            source: title,
          };
          for (const description of [describeArticle(described, 'xml'), describeText(title, 'xml')]) {
            if (description === '') continue;
            const set = `chrome.omnibox.setDefaultSuggestion({ description: ${JSON.stringify(description)} },
              () => resolve(chrome.runtime.lastError?.message ?? null))`;
            const error = await stage.session.inBackground(`new Promise((resolve) => ${set})`);
            if (error !== null) refused.push([title, error]);
          }
        }
        expect(refused).toEqual([]);
      });
    }
  });
}
