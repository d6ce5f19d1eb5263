/** Sources that fail: the others go on, the fault is told in plain words, and nothing stored is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { follow, headlines, openStage, type Stage, showsHeadline } from '../stage.ts';

const feedHost = (outlet: Outlet): string => new URL(outlet.feedUrl).hostname;

export function badInput(kind: BrowserKind): void {
  describe('sources that fail', () => {
    let stage: Stage;
    let html: Outlet;
    let garbage: Outlet;
    let silent: Outlet;
    let gone: Outlet;
    let healthy: Outlet;
    const faults: (() => void)[] = [];

    beforeAll(async () => {
      stage = await openStage(kind);
      const [a, b, c, d, e] = stage.newsroom.outlets.filter(
        ({ format }) => format === 'rss' || format === 'atom',
      );
      if (!a || !b || !c || !d || !e) throw new Error('the newsroom has too few outlets');
      [html, garbage, silent, gone, healthy] = [a, b, c, d, e];
      await follow(stage, [html, garbage, silent, gone, healthy]);
    });

    afterAll(() => stage?.close());

    it('have their fault told in plain words, while the others go on and nothing stored is lost', async () => {
      const { newsroom, session } = stage;
      const page = await session.open('reader.html');
      await page.waitFor('.headline');
      const before = await headlines(page);
      faults.push(
        newsroom.script(
          { host: feedHost(html) },
          { status: 200, body: '<!doctype html><title>Log in</title><p>Log in' },
        ),
        newsroom.script(
          { host: feedHost(garbage) },
          { status: 200, body: Buffer.from([0, 1, 2, 250, 251, 7, 8, 9]) },
        ),
        newsroom.script({ host: feedHost(silent) }, { drop: true }),
        newsroom.script({ host: feedHost(gone) }, { status: 503, body: 'busy' }),
      );
      const article = newsroom.publishAt(healthy.id, {
        title: 'Library opens on Sundays again',
        lead: 'From March on.',
      });
      await showsHeadline(page, article.title, 20_000);
      expect(await headlines(page)).toEqual(expect.arrayContaining(before.slice(0, 20)));
      await page.close();

      const options = await session.open('options.html');
      await options.waitFor(
        () => document.querySelectorAll('.health .state-failed, .health .state-slow').length >= 4,
        20_000,
      );
      const said = (await options.texts('tbody tr')).join('\n');
      expect(said).toMatch(/no feed|not a feed/i);
      expect(said).toMatch(/did not answer/i);
      expect(said).toMatch(/less often/i);
      expect(said).not.toMatch(/TypeError|undefined|DOMException|\[object/);
      await options.close();
    });

    it('are tried again, and are well once they answer', async () => {
      const { newsroom, session } = stage;
      for (const mend of faults) mend();
      const article = newsroom.publishAt(silent.id, { title: 'Bridge lights switched on', lead: 'At dusk.' });
      const page = await session.open('reader.html');
      await showsHeadline(page, article.title, 20_000);
      await page.close();
    });
  });
}
