/** Firefox's private windows and container tabs, where a page does not see the extension's database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, headlines, openStage, type Stage } from '../stage.ts';

export function privateWindowsAndContainers(): void {
  describe('a window in which the page does not see the database', () => {
    let stage: Stage;
    let normal: string[];

    beforeAll(async () => {
      stage = await openStage('firefox');
      await follow(stage, stage.newsroom.outlets.slice(0, 2));
      const page = await stage.session.open('reader.html');
      await page.waitFor('.headline');
      normal = await headlines(page);
      await page.close();
    });

    afterAll(() => stage?.close());

    it('lists the same headlines in the popup of a private window', async () => {
      const page = await stage.session.openPrivate('popup.html');
      await page.waitFor('.row .headline');
      const shown = await headlines(page);
      expect(shown).toEqual(normal.slice(0, shown.length));
      await page.close();
    });

    it('lists the sources in options of a container tab, and changes them there for all windows', async () => {
      const page = await stage.session.openInContainer('options.html');
      await page.waitFor('.sources tbody .picker');
      expect(await page.count('.sources tbody tr')).toBe(2);
      await page.click('.sources tbody .picker');
      await page.click('.bulk > .button:nth-of-type(2)');
      await page.waitFor('.state-paused');
      await page.close();
      const other = await stage.session.open('options.html');
      await other.waitFor('.state-paused');
      expect(await other.count('.state-paused')).toBe(1);
      await other.close();
    });

    it('lists the same headlines on the reading page in a container tab', async () => {
      const page = await stage.session.openInContainer('reader.html');
      await page.waitFor('.headline');
      const shown = await headlines(page);
      expect(shown).toEqual(normal.slice(0, shown.length));
      await page.close();
    });
  });
}
