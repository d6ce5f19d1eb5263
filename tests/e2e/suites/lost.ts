/** A database that something else damaged: what the reader chose comes back by itself, and what was fetched is again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, canInstallForReal, type Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { damageCases } from '../damage.ts';
import { follow, openStage, type Stage } from '../stage.ts';

/** In ms: within this a popup says what happened. */
const TOLD_MS = 2_000;

const urls = async (page: Page): Promise<string[]> =>
  (await say<{ url: string }[]>(page, 'sources')).map(({ url }) => url).sort();

/** Runs in the page: where the background remembers that the database lies. */
function placeOf(): Promise<object> {
  const { chrome } = globalThis as unknown as {
    chrome: { storage: { local: { get(key: string): Promise<object> } } };
  };
  return chrome.storage.local.get('database.place');
}

export async function lost(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const reason = whySkipped(possible.can ? null : possible.reason);

  describe.skipIf(!possible.can)(`a database that is damaged on the disk${reason}`, () => {
    let stage: Stage;
    let followed: string[];

    beforeAll(async () => {
      stage = await openStage(kind, { install: 'real' });
      await follow(stage, stage.newsroom.outlets.slice(0, 3));
      const page = await stage.session.open('options.html');
      await say(page, 'changeSettings', { theme: 'dark', keepDays: 77 });
      followed = await urls(page);
      await page.close();
      expect(followed).toHaveLength(3);
    });

    afterAll(() => stage?.close());

    const cases = damageCases(kind);
    it.each(cases.filter(({ isShort }) => isFull || isShort))('$name', async ({ name, damage }) => {
      const { session } = stage;
      await session.restart({ whileClosed: damage });
      const popup = await session.openPopup();
      await popup.waitFor('.note, .empty-state, .headline', 10_000);
      const told = await popup.evaluate(() => Math.round(performance.now()));
      expect(told).toBeLessThan(TOLD_MS);
      await popup.waitFor('.row .headline', 15_000);
      const { recovered } = await say<{ recovered: object | null }>(popup, 'status');
      const place = JSON.stringify(await popup.evaluate(placeOf));
      console.log(`${kind}, ${name}: ${told} ms, ${place}`);
      // A case that damages nothing would prove nothing.
      expect(recovered).not.toBeNull();
      expect(await urls(popup)).toEqual(followed);
      expect(await say(popup, 'settings')).toMatchObject({ theme: 'dark', keepDays: 77 });
      expect(await popup.text('.note')).toMatch(/3 sources and your settings came back/);
      await say(popup, 'knowRecovery');
      await popup.close();
    });
  });
}
