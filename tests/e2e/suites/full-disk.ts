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

/** Beside what is shown, or in its place: Chromium lets nobody read a database once a write into it found no room. */
const SAID = '.note, .empty-state';
const TOLD = /no room left on the disk/;

/** Bytes that are left free, so that a write ends in the middle. */
const TORN = 300_000;

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

    it.each(['before a write', 'during a write'])('%s', async (name) => {
      const { newsroom, session } = stage;
      // More than there is room for.
      const lead = 'A long report of what the council decided in the night. '.repeat(1_500);
      const [outlet] = newsroom.outlets;
      if (name === 'before a write') disk?.fill(0);
      const titles = Array.from({ length: 10 }, (_, at) => `Council decides on matter ${at} ${name}`);
      for (const title of titles) newsroom.publishAt(outlet?.id ?? '', { title, lead });
      // With the answer, when the source was claimed and there was room.
      let filledAt = Date.now();
      const stop =
        name === 'before a write'
          ? null
          : newsroom.script({ url: outlet?.feedUrl ?? '' }, () => {
              disk?.fill(TORN);
              filledAt = Date.now();
              return undefined;
            });
      const first = await session.open('reader.html');
      await first.waitFor(SAID, 30_000);
      if (stop) expect(Date.now() - filledAt).toBeLessThan(TOLD_MS);
      await first.close();

      const reader = await session.open('reader.html');
      await reader.waitFor(SAID);
      const told = Math.round(await reader.evaluate(() => performance.now()));
      const words = await reader.text(SAID);
      console.log(`${kind}, disk full ${name}: ${told} ms, ${words.replaceAll('\n', ' ')}`);
      expect(words).toMatch(TOLD);
      expect(told).toBeLessThan(TOLD_MS);

      stop?.();
      disk?.free();
      await showsHeadline(reader, titles.at(-1) ?? '', 40_000);
      // What was torn in the middle Chromium throws away; what could be foreseen costs nothing.
      const { recovered } = await say<{ recovered: object | null }>(reader, 'status');
      if (kind === 'firefox' || name === 'before a write') expect(recovered).toBeNull();
      await say(reader, 'knowRecovery');
      await reader.waitFor((said: string) => document.querySelector(said) === null, 20_000, SAID);
      expect(await urls(reader)).toEqual(followed);
      expect(await say(reader, 'settings')).toMatchObject({ theme: 'dark', keepDays: 77 });
      await reader.close();
    });
  });
}

const urls = async (page: Page): Promise<string[]> =>
  (await say<{ url: string }[]>(page, 'sources')).map(({ url }) => url).sort();
