/** Two profiles that the browser's own sync carries sources between, item by item, in any order and some late. */
import { carry, setCarrying } from '../../../utils/app/commands/carry.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import { importSources } from '../../../utils/app/commands/import-sources.ts';
import { allFeeds } from '../../../utils/store/feeds.ts';
import { loadSettings } from '../../../utils/store/records.ts';
import { changeSource, removeForGood } from '../../unit/support/sources.ts';
import { createWorld, type World } from '../../unit/support/world.ts';
import { dropTombstones, type SyncRule } from './broken.ts';
import { Ledger } from './ledger.ts';

const SOURCES = Array.from({ length: 24 }, (_, n) => `https://paper${n}.example/rss`);
const FOLDERS = ['Papers', 'Local', 'Trade'];
const MINUTE = 60_000;
const ROUNDS = 12;

/** An item on its way to the other profile; undefined: it was removed. */
interface Parcel {
  readonly to: number;
  readonly name: string;
  readonly written: unknown;
  readonly serial: number;
}

export interface CarryReport {
  readonly actions: number;
  readonly removals: number;
  /** Sources that are not where they belong, or not the same in both; and sources that came back after their removal. */
  readonly lost: number;
  readonly cameBack: number;
}

export class CarryStage {
  readonly #worlds: readonly World[];
  readonly #random: () => number;
  readonly #isBroken: boolean;
  readonly #ledger = new Ledger<string>();
  readonly #parcels: Parcel[] = [];
  /** The latest writing of each item that came to a profile: a browser is never handed an older one after it. */
  readonly #arrived = new Map<string, number>();
  /** How much was done when each profile last said all, and what of the other's each has heard. */
  readonly #said = [0, 0];
  readonly #heard = [0, 0];
  #serial = 0;
  #removals = 0;

  private constructor(worlds: readonly World[], random: () => number, broken: SyncRule | null) {
    this.#worlds = worlds;
    this.#random = random;
    this.#isBroken = broken === 'tombstones-dropped';
  }

  static async start(random: () => number, broken: SyncRule | null): Promise<CarryStage> {
    const worlds: World[] = [];
    for (let n = 0; n < 2; n++) {
      const world = createWorld();
      // Profiles are told apart by dice.
      Object.assign(world.deps, { random });
      await world.database();
      worlds.push(world);
    }
    const stage = new CarryStage(worlds, random, broken);
    for (const world of worlds) await setCarrying(world.deps, true);
    for (const url of SOURCES) await stage.#follow(0, url);
    await stage.settle();
    return stage;
  }

  /** A reader follows, removes or files a source, or changes a setting. */
  async act(which = this.#random() < 0.5 ? 0 : 1, url = this.#one(SOURCES)): Promise<void> {
    const roll = this.#random();
    const feed = await this.#feed(which, url);
    if (roll < 0.1) await this.#setTheme(which, this.#one(['light', 'dark', 'system']));
    else if (!feed) await this.#follow(which, url);
    else if (roll < 0.55) await this.#remove(which, url, feed.id);
    else await this.#file(which, url, feed.id, this.#one(FOLDERS));
  }

  /** Both change one source before either hears of the other. */
  async conflict(): Promise<void> {
    const url = this.#one(SOURCES);
    await this.act(0, url);
    await this.act(1, url);
  }

  /** A profile says what it knows, and some items arrive. */
  async round(): Promise<void> {
    await this.#carry(this.#random() < 0.5 ? 0 : 1);
    const count = Math.floor(this.#random() * this.#parcels.length);
    for (let n = 0; n < count; n++) this.#deliver();
  }

  /** Everything arrives. */
  async settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      for (const which of [0, 1]) await this.#carry(which);
      while (this.#parcels.length > 0) this.#deliver();
    }
  }

  async judge(): Promise<CarryReport> {
    let [lost, cameBack] = [0, 0];
    for (const key of this.#ledger.keys()) {
      const allowed = this.#ledger.allowed(key);
      const [one = '', two = ''] = await Promise.all([0, 1].map((which) => this.#state(which, key)));
      if (one === two && allowed.has(one)) continue;
      if (!allowed.has('here') && allowed.has('gone')) cameBack += 1;
      else lost += 1;
    }
    return {
      actions: this.#ledger.order,
      removals: this.#removals,
      lost,
      cameBack,
    };
  }

  async #carry(which: number): Promise<void> {
    const world = this.#worlds[which];
    if (!world) return;
    for (const each of this.#worlds) each.time += MINUTE;
    const before = { ...world.syncItems };
    const isComplete = this.#parcels.every(({ to }) => to !== which);
    if (isComplete) this.#heard[which] = this.#said[1 - which] ?? 0;
    if (this.#isBroken) await this.#forgetRemovals(world);
    await carry(world.deps);
    this.#said[which] = this.#ledger.order;
    for (const name of new Set([...Object.keys(before), ...Object.keys(world.syncItems)])) {
      const written = world.syncItems[name];
      if (written === before[name]) continue;
      this.#serial += 1;
      this.#parcels.push({ to: 1 - which, name, written, serial: this.#serial });
    }
  }

  /** What was removed is noticed, and forgotten before anybody hears of it. */
  async #forgetRemovals(world: World): Promise<void> {
    world.syncRefuses = true;
    await carry(world.deps);
    world.syncRefuses = false;
    await dropTombstones(world.deps);
    world.time += MINUTE;
  }

  /** One item arrives, whichever. */
  #deliver(): void {
    const [parcel] = this.#parcels.splice(Math.floor(this.#random() * this.#parcels.length), 1);
    const area = parcel && this.#worlds[parcel.to]?.syncItems;
    const key = `${parcel?.to} ${parcel?.name}`;
    if (!parcel || !area || parcel.serial < (this.#arrived.get(key) ?? 0)) return;
    this.#arrived.set(key, parcel.serial);
    if (parcel.written === undefined) delete area[parcel.name];
    else area[parcel.name] = parcel.written;
  }

  async #follow(which: number, url: string): Promise<void> {
    await this.#note(which, url, 'here');
    const deps = this.#world(which).deps;
    await importSources(deps, [{ url, title: '', siteUrl: null, folder: [] }]);
  }

  async #remove(which: number, url: string, id: number): Promise<void> {
    this.#removals += 1;
    await this.#note(which, url, 'gone');
    await removeForGood(this.#world(which).deps, id);
  }

  async #file(which: number, url: string, id: number, folder: string): Promise<void> {
    // Where one is filed that the other removed, both were done at once.
    await this.#note(which, url, 'here');
    await changeSource(this.#world(which).deps, id, { folder: [folder] });
  }

  async #setTheme(which: number, theme: 'light' | 'dark' | 'system'): Promise<void> {
    await this.#note(which, 'theme', theme);
    await changeSettings(this.#world(which).deps, { theme });
  }

  async #note(which: number, key: string, value: string): Promise<void> {
    for (const each of this.#worlds) each.time += 1_000;
    await this.#ledger.note(
      which,
      key,
      value,
      async (_other, _did, order) => order <= (this.#heard[which] ?? 0),
    );
  }

  async #state(which: number, key: string): Promise<string> {
    if (key === 'theme') return (await loadSettings(await this.#world(which).database())).theme;
    return (await this.#feed(which, key)) ? 'here' : 'gone';
  }

  async #feed(which: number, url: string) {
    const feeds = await allFeeds(await this.#world(which).database());
    return feeds.find((feed) => feed.url === url && feed.removedAt === undefined);
  }

  #world(which: number): World {
    const world = this.#worlds[which];
    if (!world) throw new Error('there are two profiles');
    return world;
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
