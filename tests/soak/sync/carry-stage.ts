/** Two profiles that the browser's own sync carries sources between, item by item, in any order and some late. */
import type { SyncRule } from './broken.ts';
import { Ledger } from './ledger.ts';
import type { Profile, Source, Theme } from './profile.ts';
import { RealProfile } from './real-profile.ts';
import { VirtualProfile } from './virtual-profile.ts';

const SOURCES = Array.from({ length: 24 }, (_, n) => `https://paper${n}.example/rss`);
const FOLDERS = ['Papers', 'Local', 'Trade'];
const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const MOST_ROUNDS = 12;

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

export interface CarryOptions {
  readonly random: () => number;
  readonly broken: SyncRule | null;
  /** One Chromium and one Firefox in place of virtual profiles. */
  readonly isReal: boolean;
}

export class CarryStage {
  readonly #profiles: readonly Profile[];
  readonly #random: () => number;
  readonly #ledger = new Ledger<string>();
  readonly #parcels: Parcel[] = [];
  /** What lay in each profile's area when it was last looked at. */
  readonly #known: Record<string, unknown>[] = [{}, {}];
  /** The latest writing of each item that came to a profile: a browser is never handed an older one after it. */
  readonly #arrived = new Map<string, number>();
  /** How much was done when each profile last said all, and what of the other's each has heard. */
  readonly #said = [0, 0];
  readonly #heard = [0, 0];
  #serial = 0;
  #removals = 0;

  private constructor(profiles: readonly Profile[], random: () => number) {
    this.#profiles = profiles;
    this.#random = random;
  }

  static async start({ random, broken, isReal }: CarryOptions): Promise<CarryStage> {
    const forgets = broken === 'tombstones-dropped';
    const profiles = isReal
      ? [await RealProfile.start('chromium'), await RealProfile.start('firefox')]
      : [await VirtualProfile.start(random, forgets), await VirtualProfile.start(random, forgets)];
    const stage = new CarryStage(profiles, random);
    for (const url of SOURCES) await stage.#follow(0, url);
    await stage.settle();
    return stage;
  }

  async close(): Promise<void> {
    for (const profile of this.#profiles) await profile.close();
  }

  /** A reader follows, removes or files a source, or changes a setting. */
  async act(which = this.#random() < 0.5 ? 0 : 1, url = this.#one(SOURCES)): Promise<void> {
    if (this.#random() < 0.1) await this.#setTheme(which, this.#one(THEMES));
    else await this.#change(which, url);
  }

  async #change(which: number, url: string): Promise<void> {
    const feed = await this.#feed(which, url);
    if (!feed) await this.#follow(which, url);
    else if (this.#random() < 0.5) await this.#remove(which, url, feed.id);
    else await this.#file(which, url, feed.id, this.#one(FOLDERS));
  }

  /** Both change one source before either hears of the other. */
  async conflict(): Promise<void> {
    const url = this.#one(SOURCES);
    await this.#change(0, url);
    await this.#change(1, url);
  }

  /** A profile says what it knows, and some items arrive. */
  async round(): Promise<void> {
    await this.#carry(this.#random() < 0.5 ? 0 : 1);
    const count = Math.floor(this.#random() * this.#parcels.length);
    for (let n = 0; n < count; n++) await this.#deliver();
  }

  /** Everything arrives. */
  async settle(): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (const which of [0, 1]) await this.#carry(which);
      if (this.#parcels.length === 0 && round > 1) return;
      while (this.#parcels.length > 0) await this.#deliver();
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
    return { actions: this.#ledger.order, removals: this.#removals, lost, cameBack };
  }

  async #carry(which: number): Promise<void> {
    const isComplete = this.#parcels.every(({ to }) => to !== which);
    if (isComplete) this.#heard[which] = this.#said[1 - which] ?? 0;
    const done = this.#ledger.order;
    const profile = this.#profile(which);
    await profile.carry();
    this.#said[which] = done;
    const before = this.#known[which] ?? {};
    const items = await profile.items();
    this.#known[which] = { ...items };
    for (const name of new Set([...Object.keys(before), ...Object.keys(items)])) {
      if (items[name] === before[name]) continue;
      this.#serial += 1;
      this.#parcels.push({ to: 1 - which, name, written: items[name], serial: this.#serial });
    }
  }

  /** One item arrives, whichever. */
  async #deliver(): Promise<void> {
    const [parcel] = this.#parcels.splice(Math.floor(this.#random() * this.#parcels.length), 1);
    if (!parcel) return;
    const { to, name, written, serial } = parcel;
    const key = `${to} ${name}`;
    if (serial < (this.#arrived.get(key) ?? 0)) return;
    this.#arrived.set(key, serial);
    const known = this.#known[to] ?? {};
    if (written === undefined) delete known[name];
    else known[name] = written;
    await this.#profile(to).put(name, written);
  }

  async #follow(which: number, url: string): Promise<void> {
    await this.#note(which, url, 'here');
    await this.#profile(which).follow(url);
  }

  async #remove(which: number, url: string, id: number): Promise<void> {
    this.#removals += 1;
    await this.#note(which, url, 'gone');
    await this.#profile(which).remove(id);
  }

  async #file(which: number, url: string, id: number, folder: string): Promise<void> {
    // Where one is filed that the other removed, both were done at once.
    await this.#note(which, url, 'here');
    await this.#profile(which).file(id, folder);
  }

  async #setTheme(which: number, theme: Theme): Promise<void> {
    await this.#note(which, 'theme', theme);
    await this.#profile(which).setTheme(theme);
  }

  async #note(which: number, key: string, value: string): Promise<void> {
    const heard = this.#heard[which] ?? 0;
    await this.#ledger.note(which, key, value, async (_other, _did, order) => order <= heard);
  }

  async #state(which: number, key: string): Promise<string> {
    if (key === 'theme') return this.#profile(which).theme();
    return (await this.#feed(which, key)) ? 'here' : 'gone';
  }

  async #feed(which: number, url: string): Promise<Source | undefined> {
    return (await this.#profile(which).sources()).find((source) => source.url === url);
  }

  #profile(which: number): Profile {
    const profile = this.#profiles[which];
    if (!profile) throw new Error('there are two profiles');
    return profile;
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
