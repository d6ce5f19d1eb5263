/** The full run's pictures of the reader's surfaces in a real browser: both languages, both themes, 100 % and 150 %. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { LOOKS } from '../../looks.ts';
import { follow, openStage, pictureOf, type Stage } from '../stage.ts';

/**
 * A surface, what of it must be there, and its window in CSS pixels at 100 % and 150 %: browsers make a popup's window
 * larger with the zoom, and leave its height.
 */
const SURFACES = [
  ['popup', 'popup.html', '.row .headline', { 100: [400, 600], 150: [400, 400] }],
  ['side-panel', 'sidepanel.html', '.row .headline', { 100: [360, 800], 150: [320, 533] }],
  ['reader', 'reader.html', '.headline', { 100: [1280, 900], 150: [853, 600] }],
] as const;

export function looks(kind: BrowserKind): void {
  // A surface each is pictured by the tests that use it.
  const why = whySkipped(isFull ? null : 'eight pictures a surface, see test:full');
  describe.skipIf(!isFull)(`how it looks${why}`, () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets.slice(0, 6));
    });

    afterAll(() => stage?.close());

    it.each(LOOKS)(
      'in $language, $theme, at $zoom % keeps to its window, and leaves pictures',
      async (look) => {
        const { session } = stage;
        const options = await session.open('options.html');
        await say(options, 'changeSettings', { language: look.language, theme: look.theme });
        await options.close();
        for (const [name, path, shown, sizes] of SURFACES) {
          const page = await session.open(path);
          const [width, height] = sizes[look.zoom];
          await page.resize(width, height);
          await page.waitFor(shown);
          await session.screenshot(page, pictureOf(name, kind, look));
          const [needed, given] = await page.evaluate(() => [document.body.scrollWidth, innerWidth]);
          expect(needed).toBeLessThanOrEqual(given ?? 0);
          await page.close();
        }
      },
    );
  });
}
