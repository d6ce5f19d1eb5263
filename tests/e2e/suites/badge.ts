/** The badge beside the real popup: new since Latest was last seen, and unread. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { aboveLine, onTab } from '../badge-page.ts';
import { follow, openStage, type Stage, showsHeadline } from '../stage.ts';

const TITLES = [
  'Ferry line reopens after winter repairs',
  'Council votes for a second tram depot',
  'Botanists find a lost orchid near the quarry',
  'Harbour pilots end their strike after nine days',
];

/** UTC ms of the line of what is new, as the background has it; null before Latest was seen. */
async function lineOf(page: Page): Promise<number | null> {
  return (await say<{ since: number | null }>(page, 'latest', { after: null, limit: 1 })).since;
}

export function badge(kind: BrowserKind): void {
  describe('what the badge counts', () => {
    let stage: Stage;
    let next = 0;

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets.filter(({ format }) => format === 'rss').slice(0, 2));
    });
    afterAll(() => stage?.close());

    const shows = (text: string, timeout = 20_000) =>
      expect.poll(() => stage.session.badge(), { timeout, interval: 100 }).toBe(text);

    function publish(count: number): string[] {
      const outlets = stage.newsroom.outlets.filter(({ format }) => format === 'rss').slice(0, 2);
      return Array.from({ length: count }, () => {
        const title = TITLES[next] ?? '';
        stage.newsroom.publishAt(outlets[next % 2]?.id ?? '', { title, lead: `Report ${next}.` });
        next += 1;
        return title;
      });
    }

    async function popup(): Promise<Page> {
      const page = await stage.session.openPopup();
      await page.waitFor('.row .headline');
      return page;
    }

    it('is what stands above the line of the next view, and nothing while Latest is seen', async () => {
      const { session } = stage;
      const seenFirst = await popup();
      // Before Latest was seen once nothing is new: a popup that closes as it opens may not have told of it.
      await expect.poll(() => lineOf(seenFirst)).not.toBeNull();
      await seenFirst.close();
      await shows('');
      publish(2);
      await shows('2');
      await session.killBackground();
      await shows('2');
      const first = await popup();
      await first.waitFor('.new-since');
      expect(await first.evaluate(aboveLine)).toBe(2);
      await shows('');
      const [seen = ''] = publish(1);
      await showsHeadline(first, seen, 20_000);
      expect(await session.badge()).toBe('');
      await first.close();
      await shows('');
      publish(1);
      await shows('1');
      const tab = await session.open('reader.html');
      await tab.waitFor('.new-since');
      expect(await tab.evaluate(aboveLine)).toBe(1);
      await shows('');
      await tab.close();
    });

    it('is the number on the Latest tab where it counts what is unread', async () => {
      const page = await stage.session.open('options.html');
      await say(page, 'changeSettings', { badge: 'unread' });
      await page.close();
      const open = await popup();
      await open.waitFor('.unread-count');
      await shows(await open.evaluate(onTab));
      const before = Number(await open.evaluate(onTab));
      await open.click('.row.unread .icon-check');
      await open.waitFor(
        (n: number) => Number(document.querySelector('#tab-latest .unread-count')?.textContent) === n,
        5000,
        before - 1,
      );
      await shows(String(before - 1));
      await open.close();
      await stage.session.killBackground();
      const again = await popup();
      await again.click('.footer .icon-check-all');
      await again.waitFor(() => document.querySelector('.unread-count') === null);
      await shows('');
      await again.close();
    });
  });
}
