/** A story that breaks in a real browser: told once, whatever happens to the background. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { follow, openStage, pictureFile, type Stage, showsHeadline } from '../stage.ts';

const QUAKE = [
  'Strong earthquake of magnitude 6.8 strikes western Turkey near Izmir',
  'Strong 6.8 magnitude earthquake strikes near Izmir in western Turkey',
  'Western Turkey: strong earthquake of magnitude 6.8 strikes near city of Izmir',
  'Magnitude 6.8 strong earthquake strikes western Turkey near Izmir, officials say',
];

interface Told {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
}

export function alerts(kind: BrowserKind): void {
  describe('an alert', () => {
    let stage: Stage;
    let outlets: readonly Outlet[];

    beforeAll(async () => {
      stage = await openStage(kind);
      const owners = new Set<string>();
      outlets = stage.newsroom.outlets.filter(({ language, owner }) => {
        if (language !== 'en' || owners.has(owner)) return false;
        owners.add(owner);
        return true;
      });
      await follow(stage, outlets.slice(0, 4));
    });
    afterAll(() => stage?.close());

    const history = (page: Page) => say<readonly Told[]>(page, 'alerts');

    /** An outlet tells of the quake, and the page shows it. */
    async function tell(at: number, page: Page): Promise<void> {
      const title = QUAKE[at] ?? '';
      stage.newsroom.publishAt(outlets[at]?.id ?? '', { title, lead: `Report number ${at} of the quake.` });
      await showsHeadline(page, title, 20_000);
    }

    it('is raised once when enough sources tell a story, and never again', async () => {
      const { session } = stage;
      const options = await session.open('options.html#alerts');
      await say(options, 'changeSettings', { latest: 'articles', breaking: { sources: 3, minutes: 60 } });
      await options.waitFor('.ways input');
      // The second box of the second kind: a notification of a story that breaks.
      await options.click('.card:nth-child(3) .ways label:nth-of-type(2) input');
      await options.waitFor(
        () =>
          document.querySelector<HTMLInputElement>('.card:nth-child(3) .ways label:nth-of-type(2) input')
            ?.checked === true,
      );
      const reader = await session.open('reader.html');
      await tell(0, reader);
      await tell(1, reader);
      expect(await history(options)).toEqual([]);
      await reader.close();
      const list = await session.open('reader.html');
      await tell(2, list);
      await options.waitFor('.history li', 10_000);
      expect((await history(options)).map((told) => told.kind)).toEqual(['breaking']);
      await list.close();
      await options.close();
      await session.killBackground();
      const again = await session.open('reader.html');
      await tell(3, again);
      expect(await history(again)).toHaveLength(1);
      await again.close();
      const popup = await session.openPopup();
      await popup.waitFor('.ticker.breaking');
      await popup.close();
    });

    it('marks a watched word, and stands on the badge until the popup opens', async () => {
      const { session, newsroom } = stage;
      const options = await session.open('options.html#alerts');
      await say(options, 'changeSettings', {
        badge: 'alerts',
        watchWords: [{ words: 'orchid', feedId: null }],
      });
      await options.close();
      newsroom.publishAt(outlets[0]?.id ?? '', { title: 'Two lost orchids found', lead: 'In the quarry.' });
      await expect.poll(() => session.badge(), { timeout: 20_000 }).toBe('1');
      const popup = await session.openPopup();
      await popup.waitFor('.row mark');
      expect(await popup.texts('.row mark')).toContain('orchids');
      await session.screenshot(popup, pictureFile('popup-watched', kind));
      await expect.poll(() => session.badge()).toBe('');
      await popup.close();
    });
  });
}
