/** Two browsers of one reader and a feed server: what is done, what goes wrong, and what stands at the end. */
import type { MarkField } from '../../../utils/account/client.ts';
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import { BREAKING, type SyncRule } from './broken.ts';
import { type FaultName, type Hit, NO_FAULTS, type Plan, type SoakBrowser } from './faults.ts';
import type { View } from './held.ts';
import { FIELDS, type Judgement, judge } from './judgement.ts';
import { Ledger } from './ledger.ts';
import { RealBrowser } from './real-browser.ts';
import { Publisher, type SoakServer } from './server.ts';
import { VirtualBrowser } from './virtual-browser.ts';

const FIRST_ARTICLES = 120;
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
}

export class AccountStage {
  readonly #server: SoakServer;
  readonly #publisher: Publisher;
  readonly #random: () => number;
  readonly #ledger = new Ledger<boolean>();
  readonly tries: Record<FaultName, number> = {
    'kill push': 0,
    'server restart': 0,
    'lost answer': 0,
    'ok-clears': 0,
    'stale-set': 0,
    'gone-is-read': 0,
  };
  /** What went through a fault of a rule: it is left alone from then on, so that what was lost of it stays lost. */
  readonly #witnesses = new Set<string>();
  /** Ids that a set lacked in the sync that runs. */
  #hidden: string[] = [];
  #readByNobody = 0;
  #browsers: readonly SoakBrowser[] = [];

  private constructor(server: SoakServer, publisher: Publisher, random: () => number) {
    this.#server = server;
    this.#publisher = publisher;
    this.#random = random;
  }

  static async start(server: SoakServer, { random, broken, isReal }: AccountOptions): Promise<AccountStage> {
    const stage = new AccountStage(server, await Publisher.start(server, FIRST_ARTICLES), random);
    const hit: Hit = (browser, fault, ids) => stage.#suffered(browser, fault, ids);
    const answered = broken === null ? async () => undefined : BREAKING[broken];
    stage.#browsers = isReal
      ? [
          await RealBrowser.start('chromium', 0, server, hit),
          await RealBrowser.start('firefox', 1, server, hit),
        ]
      : [
          await VirtualBrowser.start(0, server, hit, answered),
          await VirtualBrowser.start(1, server, hit, answered),
        ];
    return stage;
  }

  async close(): Promise<void> {
    for (const browser of this.#browsers) await browser.close();
    await this.#publisher.close();
  }

  /** A reader marks something in one of the browsers. */
  async mark(browser = this.#one(this.#browsers)): Promise<void> {
    await this.#mark(browser, this.#one(this.#links), this.#field(), this.#random() < 0.6);
  }

  /** Both mark one article before either hears of the other. */
  async conflict(): Promise<void> {
    const link = this.#one(this.#links);
    const field = this.#field();
    const value = this.#random() < 0.5;
    for (const browser of this.#browsers)
      await this.#mark(browser, link, field, browser.number === 0 ? value : !value);
  }

  async publish(): Promise<void> {
    await this.#publisher.publish(1);
  }

  /** Everything is marked read; every other time that is taken back. */
  async markAll(): Promise<void> {
    const browser = this.#one(this.#browsers);
    const isTakenBack = this.#random() < 0.5;
    const views = await this.#look();
    const { links } = this.#publisher;
    const unread = links.filter((link) => views[browser.number]?.shown(link)?.read === false);
    if (!isTakenBack) for (const link of unread) await this.#note(browser, views, `${link} read`, true);
    await browser.markAll(isTakenBack);
  }

  /** A browser syncs, and what is wanted goes wrong. */
  async sync(wanted: FaultName | null): Promise<void> {
    const browser = this.#one(this.#browsers);
    this.#pass(MINUTE * (1 + this.#random()));
    // Something has to be on its way that can be lost.
    if (wanted !== null && wanted !== 'gone-is-read') await this.#markSomething(browser);
    this.#hidden = [];
    await browser.sync(this.#plan(wanted));
    await this.#judgeHidden(browser);
  }

  #plan(wanted: FaultName | null): Plan {
    const where = this.#random() < 0.7 ? 'edit-tag' : 'items/ids';
    switch (wanted) {
      case 'kill push':
        return { ...NO_FAULTS, kill: this.#one(['before', 'under way', 'after']) };
      case 'server restart':
        return { ...NO_FAULTS, restart: where };
      case 'lost answer':
        return { ...NO_FAULTS, lose: where };
      case 'ok-clears':
        return { ...NO_FAULTS, forget: true };
      case 'stale-set':
        return { ...NO_FAULTS, stale: true };
      case 'gone-is-read':
        return { ...NO_FAULTS, hide: true };
      default:
        return NO_FAULTS;
    }
  }

  async #suffered(browser: SoakBrowser, fault: FaultName, ids: readonly string[]): Promise<void> {
    this.tries[fault] += 1;
    const view = await browser.look();
    if (fault === 'stale-set') {
      const unread = this.#links.filter((one) => view.shown(one)?.read === false);
      if (unread.length === 0) return;
      const link = this.#one(unread);
      this.#witnesses.add(link);
      this.#ledger.suffer(`${link} read`, fault);
      await this.#mark(browser, link, 'read', true);
    } else if (fault === 'gone-is-read') {
      // What is read here already, or was marked here, is no matter of what a set lacks.
      for (const id of ids) {
        const row = view.rowOf(id);
        if (row && !row.read && row.waits === undefined) this.#hidden.push(id);
      }
    } else {
      for (const id of ids) {
        const link = view.linkOf(id) ?? '';
        for (const field of FIELDS)
          if (view.rowOf(id)?.pending[field]) this.#ledger.suffer(`${link} ${field}`, fault);
        if (fault === 'ok-clears') this.#witnesses.add(link);
      }
    }
  }

  /** What a set lacked must not be read here by that. */
  async #judgeHidden(browser: SoakBrowser): Promise<void> {
    if (this.#hidden.length === 0) return;
    const view = await browser.look();
    for (const id of this.#hidden)
      if (view.rowOf(id)?.read && !this.#ledger.allowed(`${view.linkOf(id)} read`).has(true))
        this.#readByNobody += 1;
  }

  /** Something that changes by it, where there is anything. */
  async #markSomething(browser: SoakBrowser): Promise<void> {
    const view = await browser.look();
    const unread = this.#links.filter((link) => view.shown(link)?.read === false);
    const links = unread.length > 0 ? unread : this.#links;
    await this.#mark(browser, this.#one(links), 'read', unread.length > 0);
  }

  async #mark(browser: SoakBrowser, link: string, field: MarkField, value: boolean): Promise<void> {
    this.#pass(1_000);
    const views = await this.#look();
    const view = views[browser.number];
    const article = view?.article(link);
    if (!view || !article) return;
    const marked = field === 'read' && browser.hasStories ? view.mates(link) : [link];
    for (const mate of marked) await this.#note(browser, views, `${mate} ${field}`, value);
    await browser.mark([article.id], field, value);
  }

  async #note(browser: SoakBrowser, views: readonly View[], key: string, value: boolean): Promise<void> {
    const [link = '', name = 'read'] = key.split(' ');
    const field = name === 'read' ? 'read' : 'saved';
    await this.#ledger.note(browser.number, key, value, async (other, did) => {
      const [here, there] = [views[browser.number], views[other]];
      // The other's is on the server, and will not be sent again.
      const isDone = there?.row(link)?.pending[field] === null && !there.held.isHoldingBack;
      return isDone && here?.row(link)?.[field] === did;
    });
  }

  /** Never empty: what was published first is no witness. */
  get #links(): readonly string[] {
    return this.#publisher.links.filter((link, at) => at < SOME || !this.#witnesses.has(link));
  }

  #look(): Promise<View[]> {
    return Promise.all(this.#browsers.map((browser) => browser.look()));
  }

  #pass(ms: number): void {
    for (const browser of this.#browsers) browser.pass(ms);
  }

  /** Nothing goes wrong any more, and everything has the time that it takes. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < MOST_SYNCS; turn++) {
      this.#pass(HELD_BACK_MS + MINUTE);
      for (const browser of this.#browsers) await browser.sync(NO_FAULTS);
      if (turn > 2 && (await this.#waiting()) === 0) return;
    }
  }

  async #waiting(): Promise<number> {
    const views = await this.#look();
    return views.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  async judge(): Promise<AccountReport> {
    const truth = await this.#server.marks();
    const found = judge(truth, await this.#look(), this.#publisher.links, this.#ledger);
    return {
      ...found,
      tries: this.tries,
      waiting: await this.#waiting(),
      readByNobody: found.readByNobody + this.#readByNobody,
    };
  }

  #field(): MarkField {
    return this.#random() < 0.7 ? 'read' : 'saved';
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
