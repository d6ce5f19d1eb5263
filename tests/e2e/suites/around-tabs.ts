/** Lede around the reader's tabs, while the popup is closed: the side panel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { follow, headlines, openStage, pictureFile, type Stage, showsHeadline } from '../stage.ts';

export function aroundTabs(kind: BrowserKind): void {
  describe('around the tabs', () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind);
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
  });
}
