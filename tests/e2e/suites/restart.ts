/** A restart of the browser, with the extension really installed: only then is it a restart for the extension. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { canInstallForReal } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { follow, headlines, openStage, type Stage, showsHeadline } from '../stage.ts';

interface Status {
  readonly unread: number;
  readonly sources: number;
}

export async function restart(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const reason = possible.can ? '' : ` (skipped: ${possible.reason})`;

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
  });
}
