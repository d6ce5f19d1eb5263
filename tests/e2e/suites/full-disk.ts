/** A disk that is full, before a write or in the middle of one: it is said, nothing is lost, and with room all goes on. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { mountSmallDisk, type SmallDisk } from '../../browsers/small-disk.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { follow, openStage, type Stage, showsHeadline } from '../stage.ts';

/** Megabytes: a profile takes 40 to 90. */
const SIZE = 300;
/** In ms: within this a popup says what happened. */
const TOLD_MS = 2_000;

const TOLD = /no room left on the disk/;

const CASES = [
  { name: 'before a write', free: 0 },
  { name: 'during a write', free: 300_000 },
] as const;

export function fullDisk(kind: BrowserKind): void {
  const disk = isFull ? mountSmallDisk(SIZE) : null;
  const reason = isFull ? 'this user may mount no disk' : 'in the full run';

  describe.skipIf(disk === null)(`a disk that is full${whySkipped(disk === null ? reason : null)}`, () => {
    let stage: Stage;
    let followed: readonly string[];

    beforeAll(async () => {
      stage = await openStage(kind, { profile: (disk as SmallDisk).path });
      await follow(stage, stage.newsroom.outlets.slice(0, 3));
      followed = await onPage((page) => urls(page));
      await onPage((page) => say(page, 'changeSettings', { theme: 'dark', keepDays: 77 }));
    });

    afterEach(() => disk?.free());

    afterAll(async () => {
      await stage?.close();
      disk?.remove();
    });

    async function onPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
      const page = await stage.session.open('options.html');
      const value = await use(page);
      await page.close();
      return value;
    }

    it.each(CASES)('$name', async ({ name, free: left }) => {
      const { newsroom, session } = stage;
      disk?.fill(left);
      // More than there is room for, so that a write ends in the middle.
      const lead = 'A long report of what the council decided in the night. '.repeat(1_500);
      const [outlet] = newsroom.outlets;
      const titles = Array.from({ length: 10 }, (_, at) => `Council decides on matter ${at} ${name}`);
      for (const title of titles) newsroom.publishAt(outlet?.id ?? '', { title, lead });
      const first = await session.open('reader.html');
      await first.waitFor('.note', 30_000);
      await first.close();

      const reader = await session.open('reader.html');
      await reader.waitFor('.note');
      const told = Math.round(await reader.evaluate(() => performance.now()));
      const words = await reader.text('.note');
      console.log(`${kind}, disk full ${name}: ${told} ms, ${words.replaceAll('\n', ' ')}`);
      expect(words).toMatch(TOLD);
      expect(told).toBeLessThan(TOLD_MS);

      disk?.free();
      await showsHeadline(reader, titles.at(-1) ?? '', 40_000);
      await reader.waitFor(() => document.querySelector('.note') === null, 20_000);
      expect(await urls(reader)).toEqual(followed);
      expect(await say(reader, 'settings')).toMatchObject({ theme: 'dark', keepDays: 77 });
      await reader.close();
    });
  });
}

const urls = async (page: Page): Promise<string[]> =>
  (await say<{ url: string }[]>(page, 'sources')).map(({ url }) => url).sort();
