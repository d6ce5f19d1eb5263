/** A fresh installation of the packaged build: welcome, permission, headlines; and permission that is taken away. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../browsers/cleanup.ts';
import type { BrowserKind } from '../../browsers/session.ts';
import { canInstallForReal } from '../../browsers/session.ts';
import { whySkipped } from '../../full-run.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { outlets } from '../../newsroom/outlets.ts';
import { builtExtension, headlines, openStage, pictureFile, type Stage } from '../stage.ts';

/** Feeds that the pack names; one of them has no feed where the pack says. */
const PACKED = outlets.filter(({ format }) => format === 'rss').slice(0, 3);
const MISSING = PACKED[2];

const hostOf = ({ feedUrl }: Outlet): string => new URL(feedUrl).hostname;

function entryOf(outlet: Outlet): object {
  return {
    ...{ id: outlet.id, name: outlet.name, site: outlet.siteUrl, language: outlet.language },
    ...{ country: null, kind: 'newspaper', owner: null, support: null, discovery: false, verified: true },
    feeds: [outlet === MISSING ? new URL('/nowhere', outlet.feedUrl).href : outlet.feedUrl],
    feedHosts: [hostOf(outlet)],
    articleHosts: [new URL(outlet.siteUrl).hostname],
  };
}

/** The packaged build with one pack of outlets of the newsroom in place of its own. */
async function withOwnPack(kind: BrowserKind): Promise<{ path: string; remove: () => void }> {
  const folder = temporaryFolder('welcome');
  await cp(builtExtension(kind, 'packaged'), folder.path, { recursive: true });
  const texts = { en: 'The press', uk: 'Преса' };
  const pack = {
    ...{ id: 'press', name: texts, about: texts, criteria: texts },
    entries: PACKED.map(entryOf),
  };
  const index = join(folder.path, 'packs', 'index.json');
  await writeFile(index, JSON.stringify({ ...JSON.parse(await readFile(index, 'utf8')), packs: ['press'] }));
  await writeFile(join(folder.path, 'packs', 'press.json'), JSON.stringify(pack));
  return folder;
}

/** Runs in the page: takes all access to sites away, as the reader can in the browser's own settings. */
async function removeAllAccess(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      permissions: {
        getAll(): Promise<{ origins: string[] }>;
        remove(what: { origins: string[] }): Promise<boolean>;
      };
    };
  };
  const { origins } = await chrome.permissions.getAll();
  await chrome.permissions.remove({ origins });
}

export async function welcome(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const why = whySkipped(possible.can ? null : possible.reason);

  describe('a fresh installation', () => {
    let stage: Stage;
    let extension: { path: string; remove: () => void };

    beforeAll(async () => {
      extension = await withOwnPack(kind);
      const install = possible.can ? 'real' : 'temporary';
      stage = await openStage(kind, { build: 'packaged', extension: extension.path, install });
    });

    afterAll(async () => {
      await stage?.close();
      extension?.remove();
    });

    async function allowAll(): Promise<void> {
      const hosts = PACKED.flatMap((outlet) => [hostOf(outlet), new URL(outlet.siteUrl).hostname]);
      for (const host of new Set(hosts)) await stage.session.allowHost(`*://${host}/*`);
    }

    it('opens the welcome page by itself, and asks nobody for anything', async () => {
      const page = await stage.session.findTab('welcome.html');
      await page.waitFor('.pack input');
      expect(await page.text('.pack')).toContain(PACKED[0]?.name);
      expect(stage.newsroom.log).toEqual([]);
      await page.screenshot(pictureFile('welcome', kind));
    });

    it('shows headlines while one watches, once the sites of the chosen pack are allowed, and of no others', async () => {
      const { session, newsroom } = stage;
      await allowAll();
      const page = await session.findTab('welcome.html');
      await page.click('.pack input');
      await page.click('.grant .large');
      await page.waitFor('.arrivals .headline', 15_000);
      await page.waitFor('.tips', 15_000);
      const followed = PACKED.filter((outlet) => outlet !== MISSING).map(({ id }) => id);
      const titles = newsroom.published().filter(({ outlet }) => followed.includes(outlet));
      for (const shown of await headlines(page)) expect(titles.map(({ title }) => title)).toContain(shown);
      expect(await page.text('.grant-results')).toContain(MISSING?.name);
      const hosts = new Set(PACKED.map(hostOf));
      expect(newsroom.log.filter(({ host }) => !hosts.has(host))).toEqual([]);
      await page.screenshot(pictureFile('welcome-done', kind));
      await page.close();
    });

    it('names the sites that were taken away from it, and is mended by one button of the popup', async () => {
      const { session, newsroom } = stage;
      const reader = await session.open('reader.html');
      await reader.waitFor('.headline');
      await reader.evaluate(removeAllAccess);
      const asked = newsroom.log.length;
      await reader.waitFor('.note .primary');
      await allowAll();
      const popup = await session.openPopup();
      await popup.waitFor('.note .primary');
      expect(await popup.text('.note')).toContain(hostOf(PACKED[0] as Outlet));
      await popup.click('.note .primary');
      if (kind === 'firefox') {
        // A question under a popup is hidden there: a tab asks it.
        const tab = await session.findTab('welcome.html#allow');
        await tab.waitFor('.sites li');
        expect(newsroom.log).toHaveLength(asked);
        await tab.click('.large');
        await tab.waitFor('.arrivals .headline', 10_000);
        await tab.close();
      }
      await reader.waitFor(() => document.querySelector('.note') === null, 10_000);
      expect(newsroom.log.length).toBeGreaterThan(asked);
      await reader.close();
    });

    it.skipIf(!possible.can)(`does not open the welcome page again after a restart${why}`, async () => {
      const { session } = stage;
      await session.restart();
      const reader = await session.open('reader.html');
      await reader.waitFor('.headline');
      await expect(session.findTab('welcome.html', 500)).rejects.toThrow('welcome.html');
      await reader.close();
    });
  });
}
