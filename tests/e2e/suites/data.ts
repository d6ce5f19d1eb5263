/** What a reader has survives: a backup goes out of one browser and back in, and everything can be erased. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, launch, type Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { builtExtension, follow, headlines, openStage, type Stage } from '../stage.ts';

/** Runs in options: presses the button that saves a backup and gives the file's bytes in letters. */
async function savedBackup(): Promise<string> {
  const { createObjectURL } = URL;
  const blob = await new Promise<Blob>((resolve) => {
    URL.createObjectURL = (object: Blob) => {
      resolve(object);
      return createObjectURL.call(URL, object);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
    document.querySelector<HTMLButtonElement>('[aria-labelledby=backup] .line button')?.click();
  });
  URL.createObjectURL = createObjectURL;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Runs in options: gives a file to the field that takes backups. */
function chooseBackup(letters: string): void {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const input = document.querySelector<HTMLInputElement>('[aria-labelledby=backup] input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([bytes], 'lede-backup.jsonl.gz'));
  if (input === null) throw new Error('nothing takes a file');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The rows of a backup in letters: all that says nothing of when it was made. */
function rowsOf(letters: string): string[] {
  const [, ...rows] = gunzipSync(Buffer.from(letters, 'base64')).toString('utf8').trimEnd().split('\n');
  return rows.slice(0, -1);
}

/** Everything that a reader sees of what is stored. */
async function seen(page: Page): Promise<unknown[]> {
  const latest = await say<{ rows: unknown[] }>(page, 'latest', { after: null, limit: 200 });
  const sources = await say<{ url: string; title: string; stored: number }[]>(page, 'sources');
  return [
    latest.rows,
    sources.map(({ url, title, stored }) => ({ url, title, stored })),
    await say(page, 'settings'),
    (await say<{ unread: number }>(page, 'status')).unread,
  ];
}

export function data(kind: BrowserKind): void {
  describe('what a reader has', () => {
    const otherKind = kind === 'chromium' ? 'firefox' : 'chromium';
    let stage: Stage;
    let page: Page;
    let backup: string;
    let before: unknown[];

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets.slice(0, 4));
      page = await stage.session.open('options.html#data');
      await say(page, 'changeSettings', { theme: 'dark', checkMinutes: 24 * 60 });
      // At rest nothing changes by itself: what is compared is what was restored.
      const followed = await say<{ id: number }[]>(page, 'sources');
      const rest = followed.map(({ id }) => ({ feedId: id, patch: { paused: true } }));
      await say(page, 'changeSources', { changes: rest });
      const { rows } = await say<{ rows: { id: number }[] }>(page, 'latest', { after: null, limit: 20 });
      await say(page, 'saveArticles', { articleIds: [rows[3]?.id], saved: true });
      await say(page, 'markRead', { articleIds: [rows[1]?.id, rows[2]?.id], read: true });
    });

    afterAll(() => stage?.close());

    it('goes into one file', async () => {
      await page.waitFor('[aria-labelledby=backup] button');
      before = await seen(page);
      backup = await page.evaluate(savedBackup);
      expect(backup.length).toBeGreaterThan(1_000);
      await page.close();
    });

    it('is gone after everything was erased, and nothing comes back by itself', async () => {
      page = await stage.session.open('options.html#data');
      await page.click('[aria-labelledby=erase] .line button');
      await page.click('[aria-labelledby=erase] .question .primary');
      await page.waitFor(
        () => document.querySelector('[aria-labelledby=erase] .outcome')?.textContent !== '',
      );
      await page.close();
      await stage.session.killBackground();
      const popup = await stage.session.openPopup();
      await popup.waitFor('.empty');
      expect(await headlines(popup)).toEqual([]);
      await expect.poll(() => stage.session.badge()).toBe('');
      await popup.close();
    });

    it('comes back from the file: every row, mark and setting is as it was', async () => {
      page = await stage.session.open('options.html#data');
      await page.waitFor('[aria-labelledby=backup] input');
      await page.evaluate(chooseBackup, backup);
      await page.click('[aria-labelledby=backup] .question .primary');
      await page.waitFor(
        () => /\d/.test(document.querySelector('[aria-labelledby=backup] .outcome')?.textContent ?? ''),
        20_000,
      );
      expect(await seen(page)).toEqual(before);
      // Sources, articles with their texts, marks, stories and settings, row by row.
      expect(rowsOf(await page.evaluate(savedBackup))).toEqual(rowsOf(backup));
    });

    it('is left as it is by a file that is damaged', async () => {
      const half = Buffer.from(backup, 'base64').subarray(0, -200).toString('base64');
      await page.evaluate(chooseBackup, half);
      await page.waitFor('[aria-labelledby=backup] .state-failed');
      expect(await seen(page)).toEqual(before);
      await page.close();
    });

    const why = whySkipped(isFull ? null : 'starts a second browser, see test:full');
    it.skipIf(!isFull)(`goes into the other browser as well${why}`, async () => {
      const other = await launch({
        kind: otherKind,
        extension: builtExtension(otherKind, 'testing'),
        install: 'temporary',
        newsroom: stage.newsroom,
      });
      try {
        const there = await other.open('options.html#data');
        await there.waitFor('[aria-labelledby=backup] input');
        await there.evaluate(chooseBackup, backup);
        // The second of the two ways, "Replace": settings come too.
        await there.click('[aria-labelledby=backup] .question .primary + button');
        await there.waitFor(
          () => /\d/.test(document.querySelector('[aria-labelledby=backup] .outcome')?.textContent ?? ''),
          20_000,
        );
        expect(await seen(there)).toEqual(before);
        expect(rowsOf(await there.evaluate(savedBackup))).toEqual(rowsOf(backup));
      } finally {
        await other.close();
      }
    });
  });
}
