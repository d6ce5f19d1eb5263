/**
 * The background's life while it waits for servers: fetches do not keep Chromium's worker alive. Nothing is attached to
 * it here, no page stays open, and the newsroom's log is the witness. Takes minutes, so it runs with `test:full` alone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '../../browsers/memory.ts';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import { manySources, oneReport, scriptMany } from '../many-sources.ts';
import { openStage, type Stage } from '../stage.ts';

const why = whySkipped(isFull ? null : 'takes minutes, see test:full');

const SLOW = 'slow.example';
const MANY = 1000;
/** Bytes that the extension may hold while it asks a thousand sources. */
const MOST_HELD = 150 * 1024 * 1024;
const inMb = (bytes: number): number => Math.round(bytes / 1024 / 1024);

interface SourceRow {
  readonly url: string;
  readonly lastAttemptAt: number | null;
  readonly problem: { readonly code: string } | null;
}

/** Runs in the page: asks and does not wait for the answer. */
function sendOff(url: string): void {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): void } };
  };
  chrome.runtime.sendMessage({ verb: 'addFeed', request: { url } });
}

export function workerLife(kind: BrowserKind): void {
  describe.skipIf(!isFull)(`the background while servers take their time${why}`, () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind);
      const body = oneReport('Slow').padEnd(64_000, ' ');
      stage.newsroom.script({ host: SLOW, path: '/50' }, { body, spreadMs: 50_000 });
      stage.newsroom.script({ host: SLOW, path: '/70' }, { body, spreadMs: 70_000 });
    });
    afterAll(() => stage?.close());

    async function sources(): Promise<readonly SourceRow[]> {
      const page = await stage.session.open('options.html');
      const rows = await say<readonly SourceRow[]>(page, 'sources');
      await page.close();
      return rows;
    }

    /** Bytes that the extension holds once its garbage is collected; waits until that is little enough. */
    async function heldMemory(): Promise<number> {
      let held = 0;
      const collected = async () => {
        await stage.session.collectGarbage();
        held = await memoryOf(await stage.session.extensionProcesses());
        return held;
      };
      // Collecting goes on for a moment after it was asked for.
      await expect.poll(collected, { timeout: 15_000, interval: 2_000 }).toBeLessThan(MOST_HELD);
      return held;
    }

    async function followAlone(path: string): Promise<SourceRow | undefined> {
      const url = `http://${SLOW}${path}`;
      const page = await stage.session.open('options.html');
      await page.evaluate(sendOff, url);
      await page.close();
      const answered = () =>
        stage.newsroom.log.some((request) => request.path === path && request.finishedAt !== null);
      await expect.poll(answered, { timeout: 90_000, interval: 500 }).toBe(true);
      await expect
        .poll(sources, { timeout: 20_000, interval: 1000 })
        .toContainEqual(expect.objectContaining({ url }));
      return (await sources()).find((row) => row.url === url);
    }

    it('reads a body that takes 50 s', async () => {
      expect((await followAlone('/50'))?.problem).toBeNull();
    }, 150_000);

    it('gives up on a body that takes 70 s, and says so', async () => {
      expect((await followAlone('/70'))?.problem?.code).toBe('timeout');
    }, 150_000);

    it('asks a thousand sources in one cycle, and the popup opens meanwhile', async () => {
      scriptMany(stage.newsroom);
      const page = await stage.session.open('options.html');
      const began = Date.now();
      await say(page, 'importSources', { sources: manySources(MANY) });
      await page.close();
      const asked = () =>
        new Set(stage.newsroom.log.filter(({ host }) => host.startsWith('many-')).map(({ host }) => host))
          .size;
      await expect.poll(asked, { timeout: 60_000, interval: 250 }).toBeGreaterThan(MANY / 4);
      const opened = Date.now();
      const popup = await stage.session.openPopup();
      await popup.waitFor('.headline', 5_000);
      const popupMs = Date.now() - opened;
      await popup.close();
      let memory = 0;
      const askedAndMeasured = async () => {
        memory = Math.max(memory, await memoryOf(await stage.session.extensionProcesses()));
        return asked();
      };
      await expect.poll(askedAndMeasured, { timeout: 600_000, interval: 1000 }).toBe(MANY);
      const took = Date.now() - began;
      const held = await heldMemory();
      console.log(
        `${kind}: a cycle of ${MANY} sources took ${took} ms, the popup ${popupMs} ms;`,
        `${inMb(held)} MB held at its end, ${inMb(memory)} MB at most with what was not collected yet`,
      );
      const settled = async () =>
        (await sources()).filter(({ lastAttemptAt }) => lastAttemptAt === null).length;
      await expect.poll(settled, { timeout: 60_000, interval: 1000 }).toBe(0);
    }, 700_000);
  });
}
