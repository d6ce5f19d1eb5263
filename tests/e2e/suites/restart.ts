/** A restart of the browser, with the extension really installed: only then is it a restart for the extension. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { canInstallForReal } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { detectorPatterns, hasDetector } from '../in-panel.ts';
import { manySources, scriptMany } from '../many-sources.ts';
import { restartInto } from '../restart-into.ts';
import { follow, headlines, openStage, type Stage, showsHeadline } from '../stage.ts';
import { LATER, laterVersion } from '../versions.ts';
import { readersPath } from './readers-path.ts';

interface Status {
  readonly unread: number;
  readonly sources: number;
}

const why = whySkipped(isFull ? null : 'takes minutes, see test:full');

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
      const newer = await laterVersion(kind, 'testing');
      expect(await restartInto(session, newer.path)).toBe(LATER);
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
