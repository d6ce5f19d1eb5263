/** A restart of the browser, with the extension really installed: only then is it a restart for the extension. */
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../browsers/cleanup.ts';
import type { BrowserKind, Session } from '../../browsers/session.ts';
import { canInstallForReal } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { detectorPatterns, hasDetector } from '../in-panel.ts';
import { manySources, scriptMany } from '../many-sources.ts';
import { builtExtension, follow, headlines, openStage, type Stage, showsHeadline } from '../stage.ts';
import { readersPath } from './readers-path.ts';

interface Status {
  readonly unread: number;
  readonly sources: number;
}

const why = whySkipped(isFull ? null : 'takes minutes, see test:full');
const LATER_VERSION = '99.0';

/** The testing build again, under a later version. */
async function laterVersion(kind: BrowserKind): Promise<{ path: string; remove: () => void }> {
  const folder = temporaryFolder('update');
  await cp(builtExtension(kind, 'testing'), folder.path, { recursive: true });
  const manifest = join(folder.path, 'manifest.json');
  const fields: object = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...fields, version: LATER_VERSION }));
  await renameParts(folder.path);
  return folder;
}

/** Gives the parts of the background other names, as a version with other code has. */
async function renameParts(folder: string): Promise<void> {
  const script = join(folder, 'background.js');
  let code = await readFile(script, 'utf8');
  for (const name of await readdir(join(folder, 'background'))) {
    await rename(join(folder, 'background', name), join(folder, 'background', `later-${name}`));
    code = code.replaceAll(`background/${name}`, `background/later-${name}`);
  }
  await writeFile(script, code);
}

/**
 * Restarts until the other build runs, and gives the version that does: Chromium takes a new version at a start after
 * the one that finds it, once it has unpacked it.
 */
async function restartInto(session: Session, extension: string): Promise<string> {
  let version = '';
  for (let start = 0; start < 6 && version !== LATER_VERSION; start += 1) {
    await session.restart({ extension });
    const page = await session.open('reader.html');
    await page.waitFor('.headline');
    version = await page.evaluate(versionOf);
    await page.close();
  }
  return version;
}

/** Runs in the page. */
function versionOf(): string {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { getManifest(): { version: string } } };
  };
  return chrome.runtime.getManifest().version;
}

/** Runs in the page: whether it shows a report of a source that is none of `hosts`. */
function hasReportOfOthers(hosts: readonly string[]): boolean {
  const shown = (document.body.textContent ?? '').matchAll(/Report of (many-\d+\.example)/g);
  return [...shown].some(([, host]) => host !== undefined && !hosts.includes(host));
}

export async function restart(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const reason = whySkipped(possible.can ? null : possible.reason);

  describe.skipIf(!possible.can)(`a restart of the browser${reason}`, () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind, { install: 'real' });
      await follow(stage, stage.newsroom.outlets.filter(({ format }) => format === 'rss').slice(0, 3));
    });

    afterAll(() => stage?.close());

    it('keeps sources, articles, marks and alarm, and the badge is right at once', async () => {
      const { session } = stage;
      const page = await session.open('reader.html');
      await page.waitFor('.headline');
      await say(page, 'changeSettings', { badge: 'unread' });
      const { rows } = await say<{ rows: { id: number }[] }>(page, 'latest', { after: null, limit: 5 });
      await say(page, 'markRead', { articleIds: rows.map(({ id }) => id), read: true });
      const before = await say<Status>(page, 'status');
      const shown = await headlines(page);
      await page.close();

      await session.restart();
      await expect.poll(() => session.badge(), { timeout: 10_000 }).toBe(String(before.unread));
      const after = await session.open('reader.html');
      await after.waitFor('.headline');
      expect(await say<Status>(after, 'status')).toMatchObject({ sources: 3, unread: before.unread });
      expect(await headlines(after)).toEqual(shown);
      await after.close();
    });

    it('asks at once for what became due while the browser was closed', async () => {
      const { newsroom, session } = stage;
      const [outlet] = newsroom.outlets.filter(({ format }) => format === 'rss');
      await session.restart();
      const article = newsroom.publishAt(outlet?.id ?? '', {
        title: 'Harbour ice breaks early',
        lead: 'Pilots say.',
      });
      await session.restart();
      const page = await session.open('reader.html');
      await showsHeadline(page, article.title, 20_000);
      await page.close();
    });

    it('keeps everything over an update, the alarm rings after it, and the detector runs in pages', async () => {
      const { newsroom, session } = stage;
      const patterns = await detectorPatterns(session);
      expect(patterns).toHaveLength(3);
      const newer = await laterVersion(kind);
      expect(await restartInto(session, newer.path)).toBe(LATER_VERSION);
      const page = await session.open('reader.html');
      await page.waitFor('.headline');
      expect(await say<Status>(page, 'status')).toMatchObject({ sources: 3 });
      const [outlet] = newsroom.outlets.filter(({ format }) => format === 'rss');
      const article = newsroom.publishAt(outlet?.id ?? '', {
        title: 'Tram bells tuned to a fourth',
        lead: 'In Lviv.',
      });
      // The browser rounds the alarms of an extension that was really installed up to half a minute.
      await showsHeadline(page, article.title, 45_000);
      await page.close();
      // Chromium drops with an update what was registered before it.
      expect(await detectorPatterns(session)).toEqual(patterns);
      const beside = await session.open(article.url);
      expect(await hasDetector(session, beside)).toBe(true);
      await beside.close();
      newer.remove();
    });

    readersPath(() => stage);

    it.skipIf(!isFull)(
      `has first headlines within five seconds where a thousand sources wait${why}`,
      async () => {
        const { newsroom, session } = stage;
        scriptMany(newsroom);
        const page = await session.open('options.html');
        await say(page, 'importSources', { sources: manySources(1000) });
        await page.close();
        const asked = newsroom.log.map(({ host }) => host);
        await session.restart();
        const began = Date.now();
        const reader = await session.open('reader.html');
        await reader.waitFor(hasReportOfOthers, 5000, asked);
        console.log(`${kind}: first headlines ${Date.now() - began} ms after a restart`);
        await reader.close();
      },
    );
  });
}
