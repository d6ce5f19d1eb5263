/** Two browsers of one reader and a feed server: what is done, what goes wrong, and what stands at the end. */
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import { Acts } from './acts.ts';
import { BREAKING, type SyncRule } from './broken.ts';
import { type FaultName, type Hit, NO_FAULTS, type SoakBrowser } from './faults.ts';
import { type Judgement, judge } from './judgement.ts';
import { Ledger } from './ledger.ts';
import { RealBrowser } from './real-browser.ts';
import { Publisher, type SoakServer } from './server.ts';
import { Suffering } from './suffering.ts';
import { VirtualBrowser } from './virtual-browser.ts';

const SOME = 20;
const MINUTE = 60_000;
/** Syncs after which nothing may wait any more, once nothing goes wrong. */
const MOST_SYNCS = 12;

/** What came of it. */
export interface AccountReport extends Judgement {
  readonly tries: Readonly<Record<FaultName, number>>;
  readonly waiting: number;
}

export interface AccountOptions {
  readonly random: () => number;
  readonly broken: SyncRule | null;
  /** One Chromium and one Firefox in place of virtual browsers. */
  readonly isReal: boolean;
  /** So many are there at the beginning. */
  readonly articles: number;
}

export class AccountStage {
  readonly acts: Acts;
  readonly #server: SoakServer;
  readonly #publisher: Publisher;
  readonly #random: () => number;
  readonly #ledger = new Ledger<boolean>();
  readonly #suffering: Suffering;
  readonly #browsers: SoakBrowser[] = [];

  private constructor(server: SoakServer, publisher: Publisher, random: () => number) {
    this.#server = server;
    this.#publisher = publisher;
    this.#random = random;
    const links = () => this.#links;
    this.acts = new Acts({ browsers: this.#browsers, ledger: this.#ledger, random, links });
    this.#suffering = new Suffering(this.#ledger, random, links);
  }

  get tries(): Readonly<Record<FaultName, number>> {
    return this.#suffering.tries;
  }

  static async start(
    server: SoakServer,
    { random, broken, isReal, articles }: AccountOptions,
  ): Promise<AccountStage> {
    const stage = new AccountStage(server, await Publisher.start(server, articles), random);
    const hit: Hit = (browser, fault, ids) => stage.#suffering.suffered(stage.acts, browser, fault, ids);
    const answered = broken === null ? async () => undefined : BREAKING[broken];
    for (const [number, kind] of (['chromium', 'firefox'] as const).entries()) {
      const browser = isReal
        ? await RealBrowser.start(kind, number, server, hit)
        : await VirtualBrowser.start(number, server, hit, answered);
      stage.#browsers.push(browser);
    }
    return stage;
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers) await browser.close();
    await this.#publisher.close();
  }

  async publish(): Promise<void> {
    await this.#publisher.publish(1);
  }

  /** A browser syncs, and what is wanted goes wrong. */
  async sync(wanted: FaultName | null): Promise<void> {
    const browser = this.acts.one(this.#browsers);
    this.acts.pass(MINUTE * (1 + this.#random()));
    // Something has to be on its way that can be lost.
    if (wanted !== null && wanted !== 'gone-is-read') await this.acts.markSomething(browser);
    await browser.sync(this.#suffering.plan(wanted, this.acts));
    await this.#suffering.judgeHidden(browser);
  }

  /** Never empty: what was published first is no witness. */
  get #links(): readonly string[] {
    return this.#publisher.links.filter((link, at) => at < SOME || !this.#suffering.witnesses.has(link));
  }

  /** Nothing goes wrong any more, and everything has the time that it takes. */
  async settle(): Promise<void> {
    // In real browsers a 'mark all' is held back by everybody's time.
    if (this.#browsers.some(({ isVirtual }) => !isVirtual)) await this.acts.untilSent();
    let isQuiet = false;
    for (let turn = 0; turn < MOST_SYNCS; turn++) {
      this.acts.pass(HELD_BACK_MS + MINUTE);
      for (const browser of this.#browsers) await browser.sync(NO_FAULTS);
      // What the last round sent, the other browser has yet to hear of.
      if (turn > 2 && isQuiet) return;
      isQuiet = (await this.#waiting()) === 0;
    }
  }

  async #waiting(): Promise<number> {
    const views = await this.acts.look();
    return views.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  async judge(): Promise<AccountReport> {
    const truth = await this.#server.marks();
    const found = judge(truth, await this.acts.look(), this.#publisher.links, this.#ledger);
    return {
      ...found,
      tries: this.tries,
      waiting: await this.#waiting(),
      readByNobody: found.readByNobody + this.#suffering.readByNobody,
    };
  }
}
