/** A run of virtual days: the real scheduler and store against the virtual press, with deaths, sleep and a bad clock. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { importSources } from '../../utils/app/commands/import-sources.ts';
import { Background } from './background.ts';
import type { Broken } from './broken.ts';
import { VirtualClock } from './clock.ts';
import { type SoakFeed, soakFeeds } from './feeds.ts';
import { type Breaches, judge } from './judge.ts';
import type { RequestEntry } from './log.ts';
import { Network } from './network.ts';
import { Press } from './press.ts';
import { dice } from './random.ts';
import { type Losses, lossesOf } from './truth.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 2026-03-02 06:00 UTC, a Monday. */
const START = Date.UTC(2026, 2, 2, 6);
/** Times at which the reader refreshes, on one day. */
const REFRESHES_A_DAY = 4;

export interface RunOptions {
  readonly days: number;
  readonly feeds: number;
  readonly restarts: number;
  readonly seed: number;
  readonly broken?: Broken | undefined;
}

export interface RunReport {
  readonly breaches: Breaches;
  readonly losses: Losses;
  readonly requests: number;
  /** Deaths, and those of them that hit requests under way. */
  readonly deaths: number;
  readonly deathsInFlight: number;
  readonly faults: readonly unknown[];
  /** Real time that it took, in ms. */
  readonly tookMs: number;
}

/** Runs so many days and judges them. */
export async function run(options: RunOptions): Promise<RunReport> {
  const began = performance.now();
  const stage = new Stage(options);
  const realFetch = globalThis.fetch;
  stage.clock.install();
  globalThis.fetch = stage.fetch;
  try {
    await stage.play();
    const losses = await lossesOf(stage.background.deps, stage.feeds, stage.press, stage.clock.now);
    return { ...stage.report(), losses, tookMs: performance.now() - began };
  } finally {
    globalThis.fetch = realFetch;
    stage.clock.uninstall();
  }
}

/** Everybody who takes part in one run. */
class Stage {
  readonly clock = new VirtualClock(START);
  readonly press = new Press(START);
  readonly feeds: readonly SoakFeed[];
  readonly background: Background;
  readonly #network: Network;
  readonly #random: () => number;
  readonly #options: RunOptions;
  #deaths = 0;
  #deathsInFlight = 0;

  constructor(options: RunOptions) {
    globalThis.indexedDB = new IDBFactory();
    this.#options = options;
    this.#random = dice(options.seed);
    this.feeds = soakFeeds(options.feeds, this.#random);
    this.#network = new Network(this.clock, this.press, this.feeds);
    this.background = new Background(this.clock, this.#network, this.#random, options.broken?.breaking);
  }

  readonly fetch: typeof fetch = (input, init = {}) => {
    const change = this.#options.broken?.fetch;
    const [url, told] = change ? change(String(input), init) : [input, init];
    return this.#network.fetch(url, told);
  };

  report(): Omit<RunReport, 'losses' | 'tookMs'> {
    const log: readonly RequestEntry[] = this.#network.log;
    return {
      breaches: judge(log, this.feeds),
      requests: log.length,
      deaths: this.#deaths,
      deathsInFlight: this.#deathsInFlight,
      faults: this.background.faults,
    };
  }

  async play(): Promise<void> {
    const { days } = this.#options;
    await importSources(
      this.background.deps,
      this.feeds.map(({ url }) => ({ url, title: '', siteUrl: null, folder: [] })),
    );
    this.#plan(days);
    this.background.start();
    await this.clock.runUntil(START + days * DAY);
    // What is under way may end; nothing is judged that had no time to.
    await this.clock.runUntil(this.clock.now + MINUTE);
  }

  /** What happens besides the schedule, at moments that the dice choose. */
  #plan(days: number): void {
    const { restarts, broken } = this.#options;
    const moment = (): number => START + (0.05 + 0.93 * this.#random()) * days * DAY;
    for (let i = 0; i < restarts; i++) this.clock.at(moment(), () => void this.#die(i));
    for (let i = 0; i < days * REFRESHES_A_DAY; i++) {
      const at = moment();
      this.clock.at(at, () => this.background.refresh());
      // Some press the button again at once.
      if (i % 2 === 0) this.clock.at(at + 2 * MINUTE, () => this.background.refresh());
    }
    for (let i = 0; i < days; i++) {
      const at = moment();
      this.clock.at(at, () => this.#goOffline(10 * MINUTE + this.#random() * 5 * HOUR));
    }
    if (broken?.tamper) this.#tamper(broken.tamper, days);
  }

  #tamper(tamper: NonNullable<Broken['tamper']>, days: number): void {
    for (let hour = 1; hour < days * 24; hour++) {
      this.clock.at(START + hour * HOUR, () => void tamper(this.background.deps));
      // And right before somebody presses the button.
      this.clock.at(START + hour * HOUR + 1, () => this.background.refresh());
    }
  }

  /** Kills the background with requests under way; half of the time the browser was closed. */
  async #die(index: number, patience = 20_000): Promise<void> {
    if (this.#network.inFlight === 0 && patience > 0) {
      this.clock.at(this.clock.now + 97, () => void this.#die(index, patience - 1));
      return;
    }
    this.#deaths += 1;
    if (this.#network.inFlight > 0) this.#deathsInFlight += 1;
    await this.background.kill();
    const closedFor = index % 2 === 0 ? 0 : this.#random() * 3 * HOUR;
    this.clock.at(this.clock.now + 1_000 + closedFor, () => this.background.start());
  }

  #goOffline(ms: number): void {
    this.#network.isOnline = false;
    this.clock.at(this.clock.now + ms, () => {
      this.#network.isOnline = true;
    });
  }
}
