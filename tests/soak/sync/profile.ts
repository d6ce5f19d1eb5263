/** A profile whose browser carries sources: as a soak drives it, without a browser around it or with one. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { carry, setCarrying } from '../../../utils/app/commands/carry.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { until } from '../../browsers/page.ts';
import { type BrowserKind, launch, type Page, type Session } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { type Newsroom, startNewsroom } from '../../newsroom/index.ts';
import { ensureBrowser } from '../../tools/browsers.ts';
import { changeSource, removeForGood } from '../../unit/support/sources.ts';
import { createWorld, type World } from '../../unit/support/world.ts';
import { dropTombstones } from './broken.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const MINUTE = 60_000;
/** No round takes longer, in ms. */
const MOST_MS = 30_000;

export type Theme = 'light' | 'dark' | 'system';

export interface Source {
  readonly id: number;
  readonly url: string;
}

export interface Profile {
  sources(): Promise<readonly Source[]>;
  theme(): Promise<Theme>;
  follow(url: string): Promise<void>;
  remove(id: number): Promise<void>;
  file(id: number, folder: string): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** Rounds of carrying, until nothing waits to be written. */
  carry(): Promise<void>;
  /** What lies in its copy of the area. */
  items(): Promise<Readonly<Record<string, unknown>>>;
  /** An item arrives, or goes. */
  put(name: string, written: unknown): Promise<void>;
  close(): Promise<void>;
}

/** One over a world of its own. `forgets`: it drops what it knows of removals before anybody hears of them. */
export class VirtualProfile implements Profile {
  readonly #world: World;
  readonly #forgets: boolean;

  private constructor(world: World, forgets: boolean) {
    this.#world = world;
    this.#forgets = forgets;
  }

  static async start(random: () => number, forgets: boolean): Promise<VirtualProfile> {
    const world = createWorld();
    // Profiles are told apart by dice.
    Object.assign(world.deps, { random });
    await world.database();
    await setCarrying(world.deps, true);
    return new VirtualProfile(world, forgets);
  }

  async sources(): Promise<readonly Source[]> {
    return sources(await this.#world.database());
  }

  async theme(): Promise<Theme> {
    return (await loadSettings(await this.#world.database())).theme;
  }

  async follow(url: string): Promise<void> {
    this.#world.time += 1_000;
    await importSources(this.#world.deps, [{ url, title: '', siteUrl: null, folder: [] }]);
  }

  async remove(id: number): Promise<void> {
    this.#world.time += 1_000;
    await removeForGood(this.#world.deps, id);
  }

  async file(id: number, folder: string): Promise<void> {
    this.#world.time += 1_000;
    await changeSource(this.#world.deps, id, { folder: [folder] });
  }

  async setTheme(theme: Theme): Promise<void> {
    this.#world.time += 1_000;
    await changeSettings(this.#world.deps, { theme });
  }

  async carry(): Promise<void> {
    this.#world.time += MINUTE;
    if (this.#forgets) await this.#forgetRemovals();
    await carry(this.#world.deps);
  }

  async items(): Promise<Readonly<Record<string, unknown>>> {
    return { ...this.#world.syncItems };
  }

  async put(name: string, written: unknown): Promise<void> {
    if (written === undefined) delete this.#world.syncItems[name];
    else this.#world.syncItems[name] = written;
  }

  async close(): Promise<void> {}

  async #forgetRemovals(): Promise<void> {
    this.#world.syncRefuses = true;
    await carry(this.#world.deps);
    this.#world.syncRefuses = false;
    await dropTombstones(this.#world.deps);
    this.#world.time += MINUTE;
  }
}

/** The build whose clock runs faster: real ones carry once a minute at most. */
export function buildFast(kind: BrowserKind): void {
  const target = kind === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  execFileSync('wxt', ['build', ...target, '-m', 'soak'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WXT_SOAK_EPOCH: String(Date.now()) },
  });
}

/** One in a real browser; a test carries what lies in its sync area. */
export class RealProfile implements Profile {
  readonly #session: Session;
  readonly #newsroom: Newsroom;
  readonly #page: Page;

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
