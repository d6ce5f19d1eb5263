/** A profile without a browser: real use cases and store over a clock that is moved. */
import { carry, setCarrying } from '../../../utils/app/commands/carry.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { sources } from '../../../utils/app/queries/sources.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { changeSource, removeForGood } from '../../unit/support/sources.ts';
import { createWorld, type World } from '../../unit/support/world.ts';
import { dropTombstones } from './broken.ts';
import type { Profile, Source, Theme } from './profile.ts';

const MINUTE = 60_000;

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
