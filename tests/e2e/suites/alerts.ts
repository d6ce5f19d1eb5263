/** A story that breaks in a real browser: told once, whatever happens to the background. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { QUAKE } from '../../stories/events.ts';
import { follow, openStage, pictureFile, type Stage, showsHeadline } from '../stage.ts';

const ERUPTION = [
  'Volcano Etna erupts and closes Catania airport in Sicily',
  'Catania airport in Sicily closed as volcano Etna erupts',
  'Etna volcano erupts in Sicily, Catania airport is closed',
];

/** What the browser is given to show. */
interface Given {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly buttons?: readonly { readonly title: string }[];
}

/** Runs in the background: from now on it keeps what it gives the browser to show. */
const KEEP_GIVEN = `(() => {
  const { notifications } = chrome;
  const { create } = notifications;
  globalThis.given = [];
  notifications.create = (id, options, done) => {
    globalThis.given.push({ id, ...options });
    return create.call(notifications, id, options, done);
  };
})()`;

/** Runs in a page: the notifications that stand, in Chromium by their ids alone. */
async function standing(): Promise<Given[]> {
  const { chrome } = globalThis as unknown as { chrome: { notifications: { getAll(): Promise<object> } } };
  return Object.entries(await chrome.notifications.getAll()).map(([id, rest]) => ({ ...rest, id }));
}

function wordsOn({ buttons = [] }: Given): string[] {
  return buttons.map(({ title }) => title);
}

/** A name as it is kept apart from what stands around it, whatever its direction. */
function apart(words: string | undefined): string {
  return `\u2068${words}\u2069`;
}

interface Titled {
  readonly id: number;
  readonly title: string;
}

interface Told extends Titled {
  readonly kind: string;
}

export function alerts(kind: BrowserKind): void {
  describe('an alert', () => {
    let stage: Stage;
    let outlets: readonly Outlet[];

    beforeAll(async () => {
      // Without a head there is no system to show notifications: Firefox's own do, and stand.
      stage = await openStage(kind, { firefoxPrefs: { 'alerts.useSystemBackend': false } });
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

    /** How many reports stand in the story of a headline, as a page is told; one where it has no story yet. */
    async function reportsOf(title: string, page: Page): Promise<number> {
      const { rows } = await say<{ rows: Titled[] }>(page, 'latest', { after: null, limit: 50 });
      const articleId = rows.find((row) => row.title === title)?.id ?? 0;
      const { story } = await say<{ story?: { rows: Titled[] } | null }>(page, 'article', { articleId });
      return story?.rows.length ?? 1;
    }

    /** An outlet tells of the quake, and the page shows it. With its place in the story it has raised what it will raise. */
    async function tell(at: number, page: Page): Promise<void> {
      const title = QUAKE[at] ?? '';
      stage.newsroom.publishAt(outlets[at]?.id ?? '', { title, lead: `Report number ${at} of the quake.` });
      await showsHeadline(page, title, 20_000);
      await expect.poll(() => reportsOf(title, page), { timeout: 10_000 }).toBe(at + 1);
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

    const why = whySkipped(isFull ? null : 'waits for four more checks, see test:full');
    it.skipIf(!isFull)(
      `is one notification a story, with headline, reason and buttons in the reader’s language${why}`,
      async () => {
        const { session, newsroom } = stage;
        const page = await session.open('options.html#alerts');
        const told = { badge: true, notification: true, ticker: true };
        const publish = (at: number, title: string) =>
          newsroom.publishAt(outlets[at]?.id ?? '', { title, lead: `Seen from ${outlets[at]?.name}.` });
        const found = (word: string, at: number, quotes: string) =>
          `${quotes[0]}${apart(word)}${quotes[1]} · ${apart(outlets[at]?.name)}`;
        await say(page, 'changeSettings', {
          alertBy: { watch: told, breaking: told },
          watchWords: ['volcano', 'lighthouse'].map((words) => ({ words, feedId: null })),
        });
        // Chromium tells of a notification only that it stands, so what it is given is kept.
        if (kind === 'chromium') await session.inBackground(KEEP_GIVEN);
        const notified = async (message: string): Promise<Given> => {
          const given = () =>
            kind === 'chromium' ? session.inBackground<Given[]>('globalThis.given') : page.evaluate(standing);
          const ofMessage = async () => (await given()).find((one) => one.message === message);
          await expect.poll(ofMessage, { timeout: 20_000 }).toBeDefined();
          return (await ofMessage()) as Given;
        };

        publish(0, ERUPTION[0] ?? '');
        const watched = await notified(found('volcano', 0, '“”'));
        expect(watched.title).toBe(apart(ERUPTION[0]));
        expect(wordsOn(watched)).toEqual(kind === 'chromium' ? ['Open', 'Later'] : []);
        expect((await page.evaluate(standing)).map(({ id }) => id)).toEqual([watched.id]);

        publish(1, ERUPTION[1] ?? '');
        publish(2, ERUPTION[2] ?? '');
        const breaking = await notified('Breaking · 3 sources');
        expect(breaking.id).toBe(watched.id);
        expect((await page.evaluate(standing)).map(({ id }) => id)).toEqual([watched.id]);

        await say(page, 'changeSettings', { language: 'uk' });
        publish(3, 'Old lighthouse sold to its keeper for a coin');
        const ukrainian = await notified(found('lighthouse', 3, '«»'));
        expect(ukrainian.title).toBe(apart('Old lighthouse sold to its keeper for a coin'));
        expect(wordsOn(ukrainian)).toEqual(kind === 'chromium' ? ['Відкрити', 'Пізніше'] : []);
        expect(await page.evaluate(standing)).toHaveLength(2);
        await page.close();
      },
    );
  });
}
