/** An update from the version that was merged last to this one, in real browsers: nothing that the reader has is lost. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../browsers/page.ts';
import { type BrowserKind, canInstallForReal, type Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { type Belongings, belongings } from '../belongings.ts';
import { hasDetector } from '../in-panel.ts';
import { mostTold } from '../on-pages.ts';
import { restartInto, versionOf } from '../restart-into.ts';
import { openStage, type Stage } from '../stage.ts';
import { type Folder, LATER, laterVersion, previousVersion, whyNoPrevious } from '../versions.ts';

const SURFACES = ['popup.html', 'reader.html', 'sidepanel.html', 'options.html'];
const PANEL = '[data-lede=panel]';
const MINUTE = 60_000;

export async function updates(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const missing = isFull ? whyNoPrevious() : 'takes a minute, see test:full';

  describe.skipIf(missing !== null)(`an update${whySkipped(missing)}`, () => {
    let previous: Folder;
    let later: Folder;
    let stage: Stage | undefined;

    beforeAll(async () => {
      previous = await previousVersion(kind);
      later = await laterVersion(kind, 'packaged');
    }, 3 * MINUTE);

    afterEach(() => stage?.close());

    it.skipIf(!possible.can)(
      `over a browser that is shut down during a poll keeps all${whySkipped(possible.can ? null : possible.reason)}`,
      { timeout: 3 * MINUTE },
      async () => {
        stage = await openStage(kind, { extension: previous.path, install: 'real' });
        await settle(stage);
        const { newsroom, session } = stage;
        for (const surface of ['reader.html', 'sidepanel.html']) await session.open(surface);
        const page = await session.open('options.html');
        const slow = new URL('/slow.xml', newsroom.outlets[0]?.feedUrl).href;
        newsroom.script({ url: slow }, { delayMs: 50_000 });
        await say(page, 'importSources', { sources: [{ url: slow, title: '', siteUrl: null, folder: [] }] });
        await until(
          async () => newsroom.log.some(({ url }) => url === slow),
          10_000,
          () => 'a poll to be in flight',
        );
        const before = await still(stage, page);
        expect(await restartInto(session, later.path)).toBe(LATER);
        await expectKept(stage, before);
      },
    );

    it('under all surfaces that are open keeps all', { timeout: 3 * MINUTE }, async () => {
      // A folder of its own, whose files can be exchanged.
      const folder = join(previous.path, '..', `${kind}-updated-${process.pid}`);
      await cp(previous.path, folder, { recursive: true });
      stage = await openStage(kind, { extension: folder, install: 'temporary' });
      const before = await settle(stage);
      const { session } = stage;
      for (const surface of SURFACES) {
        const page = await session.open(surface);
        await page.waitFor('#app > *:not([aria-busy]), #app main');
      }
      const article = await session.open(mostTold(stage).url);
      await article.waitFor(PANEL, 15_000);
      await rm(folder, { recursive: true });
      await cp(later.path, folder, { recursive: true });
      await session.update(later.path);
      await expectKept(stage, before);
      await rm(folder, { recursive: true });
    });
  });
}

/** Has the reader follow, allow, read, save and choose; gives what he has then. */
async function settle(stage: Stage): Promise<Belongings> {
  const { newsroom, session } = stage;
  const welcome = await session.findTab('welcome.html');
  await welcome.close();
  const page = await session.open('options.html');
  const { outlets } = newsroom;
  const sources = outlets.map(({ feedUrl }) => ({
    url: feedUrl,
    title: '',
    siteUrl: null,
    folder: ['Press'],
  }));
  await say(page, 'importSources', { sources });
  const hosts = outlets
    .flatMap(({ feedUrl, siteUrl }) => [feedUrl, siteUrl])
    .map((url) => new URL(url).hostname);
  const asked = [...new Set(hosts)];
  for (const host of asked) await session.allowHost(`*://${host}/*`);
  const allow = await session.open(`welcome.html#allow?${asked.map(encodeURIComponent).join('&')}`);
  await allow.click('.large');
  await allow.waitFor('.arrivals .headline', 40_000);
  await allow.close();
  await until(
    async () =>
      (await say<{ lastCheckAt?: number; problem: unknown }[]>(page, 'sources')).every(
        ({ problem }) => !problem,
      ),
    40_000,
    () => 'all sources to be fetched',
  );
  await say(page, 'changeSettings', { theme: 'dark', keepDays: 77, badge: 'unread', latest: 'articles' });
  const { rows } = await say<{ rows: { id: number }[] }>(page, 'latest', { after: null, limit: 9 });
  const ids = rows.map(({ id }) => id);
  await say(page, 'markRead', { articleIds: ids.slice(0, 5), read: true });
  await say(page, 'saveArticles', { articleIds: ids.slice(3, 7), saved: true });
  const has = await still(stage, page);
  expect(has.sources).toHaveLength(outlets.length);
  expect([has.read.length, has.saved.length]).toEqual([5, 4]);
  expect(has.detector).toBeGreaterThan(0);
  await page.close();
  return has;
}

/** What the reader has, once two looks at it a moment apart say the same: what was begun is done. */
async function still({ session }: Stage, page: Page): Promise<Belongings> {
  let last = '';
  return until(
    async () => {
      const has = await belongings(session, page);
      const before = last;
      last = JSON.stringify(has);
      return before === last && has.badge !== '' && has;
    },
    30_000,
    () => `what the reader has to be still: ${last}`,
  );
}

/** All is as it was, a page has its detector again, and nobody is welcomed twice. */
async function expectKept(stage: Stage, before: Belongings): Promise<void> {
  const { session } = stage;
  const page = await session.open('options.html');
  await page.waitFor('#app > *');
  expect(await versionOf(page)).toBe(LATER);
  await expect.poll(() => belongings(session, page), { timeout: 15_000 }).toEqual(before);
  // Not the one that is open already: its scripts are those of the version that is gone.
  const opened = mostTold(stage);
  const other = stage.newsroom
    .published()
    .find(({ url, outlet }) => outlet === opened.outlet && url !== opened.url);
  const article = await session.open(other?.url ?? '');
  expect(await hasDetector(session, article)).toBe(true);
  await expect(session.findTab('welcome.html', 500)).rejects.toThrow('welcome.html');
}
