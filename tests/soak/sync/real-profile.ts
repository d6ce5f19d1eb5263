/** A profile of a real browser; a test carries what lies in its sync area. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../browsers/page.ts';
import { type BrowserKind, launch, type Page, type Session } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ensureBrowser } from '../../tools/browsers.ts';
import type { Profile, Source, Theme } from './profile.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** No round takes longer, in ms. */
const MOST_MS = 30_000;
/** Browsers let an extension write 120 times a minute, which the sync of a browser needs not: half of it is left to Lede. */
const WRITES_A_MINUTE = 60;
const MINUTE = 60_000;

/** The build whose clock runs faster: real ones carry once a minute at most. */
export function buildFast(kind: BrowserKind): void {
  const target = kind === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  execFileSync('wxt', ['build', ...target, '-m', 'soak'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WXT_SOAK_EPOCH: String(Date.now()) },
  });
}

export class RealProfile implements Profile {
  readonly #session: Session;
  readonly #newsroom: Newsroom;
  readonly #page: Page;
  /** When items were written, by `performance.now()`. */
  readonly #writtenAt: number[] = [];

  private constructor(session: Session, newsroom: Newsroom, page: Page) {
    this.#session = session;
    this.#newsroom = newsroom;
    this.#page = page;
  }

  static async start(kind: BrowserKind): Promise<RealProfile> {
    await ensureBrowser(kind);
    const folder = kind === 'chromium' ? 'chrome-mv3-soak' : 'firefox-mv3-soak';
    const newsroom = await startNewsroom();
    const extension = join(ROOT, '.output', folder);
    const session = await launch({ kind, extension, install: 'temporary', newsroom });
    const page = await session.open('options.html');
    await say(page, 'setCarrying', { on: true });
    return new RealProfile(session, newsroom, page);
  }

  sources(): Promise<readonly Source[]> {
    return say(this.#page, 'sources');
  }

  async theme(): Promise<Theme> {
    return (await say<{ theme: Theme }>(this.#page, 'settings')).theme;
  }

  async follow(url: string): Promise<void> {
    await say(this.#page, 'importSources', { sources: [{ url, title: '', siteUrl: null, folder: [] }] });
  }

  async remove(id: number): Promise<void> {
    await say(this.#page, 'removeSources', { feedIds: [id] });
  }

  async file(id: number, folder: string): Promise<void> {
    await say(this.#page, 'changeSources', { changes: [{ feedId: id, patch: { folder: [folder] } }] });
  }

  async setTheme(theme: Theme): Promise<void> {
    await say(this.#page, 'changeSettings', { theme });
  }

  async carry(): Promise<void> {
    const isWritten = async (): Promise<true | null> => {
      await say(this.#page, 'carryNow');
      const { waitsUntil } = await say<{ waitsUntil: number | null }>(this.#page, 'carrying');
      return waitsUntil === null ? true : null;
    };
    await until(isWritten, MOST_MS, () => 'what is carried to be written');
  }

  items(): Promise<Readonly<Record<string, unknown>>> {
    return this.#page.evaluate(readArea);
  }

  async put(name: string, written: unknown): Promise<void> {
    const free = (this.#writtenAt.at(-WRITES_A_MINUTE) ?? Number.NEGATIVE_INFINITY) + MINUTE;
    await pause(Math.max(0, free - performance.now()));
    this.#writtenAt.push(performance.now());
    await this.#page.evaluate(writeItem, { name, written: written ?? null });
  }

  async close(): Promise<void> {
    await this.#session.close();
    await this.#newsroom.close();
  }
}

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Runs in the page. Both browsers know the name `chrome`. */
function readArea(): Promise<Record<string, unknown>> {
  const { chrome } = globalThis as unknown as { chrome: { storage: { sync: Area } } };
  return chrome.storage.sync.get(null);
}

/** Runs in the page. */
function writeItem({ name, written }: { name: string; written: unknown }): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: { storage: { sync: Area } } };
  const { sync } = chrome.storage;
  return written === null ? sync.remove(name) : sync.set({ [name]: written });
}
