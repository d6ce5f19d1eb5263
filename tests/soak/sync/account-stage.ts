/** Two browsers of one reader and a feed server: what is done, what goes wrong, and what stands at the end. */
import type { MarkField } from '../../../utils/account/client.ts';
import type { ServerAnswer, ServerRequest } from '../../../utils/account/wire.ts';
import { markAllRead, markRead, saveOrNot, takeMarkAllBack } from '../../../utils/app/commands/mark-read.ts';
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import { isRead, NO_STORY } from '../../../utils/model/article.ts';
import { asAllRead } from '../../../utils/store/records.ts';
import { waitingItems } from '../../../utils/store/server-items.ts';
import { canonicalUrl } from '../../../utils/text/url.ts';
import { BREAKING, type SyncRule } from './broken.ts';
import { type FaultName, NO_FAULTS, type Plan, SoakBrowser, type Watching } from './browser.ts';
import { Ledger } from './ledger.ts';
import { Publisher, type SoakServer } from './server.ts';

const FIRST_ARTICLES = 40;
const MINUTE = 60_000;
/** Syncs after which nothing may wait any more, once nothing goes wrong. */
const MOST_SYNCS = 12;

/** What came of it, by the row it belongs to. */
export interface AccountReport {
  readonly articles: number;
  readonly tries: Readonly<Record<FaultName, number>>;
  /** Marks that are not where they belong, each under every fault that it went through; '' where it went through none. */
  readonly lost: readonly string[];
  readonly missing: number;
  readonly doubled: number;
  readonly waiting: number;
  readonly readByNobody: number;
}

export class AccountStage implements Watching {
  readonly #server: SoakServer;
  readonly #publisher: Publisher;
  readonly #random: () => number;
  readonly #broken: SyncRule | null;
  readonly #ledger = new Ledger<boolean>();
  readonly #tries: Record<FaultName, number> = {
    'kill push': 0,
    'server restart': 0,
    'lost answer': 0,
    'ok-clears': 0,
    'stale-set': 0,
    'gone-is-read': 0,
  };
  /** Ids that a set lacked in the sync that runs. */
  #hidden: string[] = [];
  #readByNobody = 0;
  #browsers: readonly SoakBrowser[] = [];

  private constructor(
    server: SoakServer,
    publisher: Publisher,
    random: () => number,
    broken: SyncRule | null,
  ) {
    this.#server = server;
    this.#publisher = publisher;
    this.#random = random;
    this.#broken = broken;
  }

  static async start(
    server: SoakServer,
    random: () => number,
    broken: SyncRule | null,
  ): Promise<AccountStage> {
    const stage = new AccountStage(server, await Publisher.start(server, FIRST_ARTICLES), random, broken);
    const one = await SoakBrowser.start(0, server, stage, 'stories');
    const two = await SoakBrowser.start(1, server, stage, 'articles');
    stage.#browsers = [one, two];
    return stage;
  }

  async close(): Promise<void> {
    await this.#publisher.close();
  }

  get tries(): Readonly<Record<FaultName, number>> {
    return this.#tries;
  }

  /** A reader marks something in one of the browsers. */
  async mark(browser = this.#one(this.#browsers)): Promise<void> {
    await this.#mark(browser, this.#one(this.#publisher.links), this.#field(), this.#random() < 0.6);
  }

  /** Both mark one article before either hears of the other. */
  async conflict(): Promise<void> {
    const link = this.#one(this.#publisher.links);
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
    await browser.database();
    const isTakenBack = this.#random() < 0.5;
    const unread: string[] = [];
    for (const link of this.#publisher.links)
      if ((await this.#shown(browser, link))?.read === false) unread.push(link);
    if (!isTakenBack) for (const link of unread) await this.#note(browser, link, 'read', true, 'mark all');
    const marked = await markAllRead(browser.deps);
    if (isTakenBack && marked.ok) await takeMarkAllBack(browser.deps, marked.value.markedAt);
  }

  /** A browser syncs, and what the dice or `wanted` say goes wrong. */
  async sync(wanted: FaultName | null): Promise<void> {
    const browser = this.#one(this.#browsers);
    for (const { world } of this.#browsers) world.time += MINUTE * (1 + this.#random());
    // Something has to be on its way that can be lost.
    if (wanted !== null && wanted !== 'gone-is-read')
      await this.#mark(browser, this.#one(this.#publisher.links), 'read', true);
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

  async hit(browser: SoakBrowser, fault: FaultName, ids: readonly string[]): Promise<void> {
    this.#tries[fault] += 1;
    if (fault === 'stale-set') {
      const link = await this.#unreadLink(browser);
      if (link === null) return;
      this.#ledger.suffer(`${link} read`, fault);
      await this.#mark(browser, link, 'read', true);
    } else if (fault === 'gone-is-read') await this.#hide(browser, ids);
    else for (const id of ids) await this.#suffer(browser, id, fault);
  }

  async answered(browser: SoakBrowser, request: ServerRequest, answer: ServerAnswer): Promise<void> {
    if (this.#broken !== null) await BREAKING[this.#broken](browser, request, answer);
  }

  /** What is read here already, or was marked here, is no matter of what a set lacks. */
  async #hide(browser: SoakBrowser, ids: readonly string[]): Promise<void> {
    const db = await browser.deps.database();
    for (const id of ids) {
      const row = await db.get('serverItems', id);
      if (row && !row.read && !row.waits) this.#hidden.push(id);
    }
  }

  async #suffer(browser: SoakBrowser, id: string, fault: FaultName): Promise<void> {
    const db = await browser.deps.database();
    const row = await db.get('serverItems', id);
    const url = (await db.get('articles', row?.articleId ?? 0))?.url;
    for (const field of ['read', 'saved'] as const)
      if (url && row?.pending[field]) this.#ledger.suffer(`${url} ${field}`, fault);
  }

  async #unreadLink(browser: SoakBrowser): Promise<string | null> {
    for (const link of this.#publisher.links.toReversed())
      if ((await this.#shown(browser, link))?.read === false) return link;
    return null;
  }

  /** What a set lacked must not be read here by that. */
  async #judgeHidden(browser: SoakBrowser): Promise<void> {
    const db = await browser.database();
    for (const id of this.#hidden) {
      const row = await db.get('serverItems', id);
      const url = (await db.get('articles', row?.articleId ?? 0))?.url;
      if (row?.read && !this.#ledger.allowed(`${url} read`).has(true)) this.#readByNobody += 1;
    }
  }

  async #mark(browser: SoakBrowser, link: string, field: MarkField, value: boolean): Promise<void> {
    const db = await browser.database();
    for (const { world } of this.#browsers) world.time += 1_000;
    const article = await db.getFromIndex('articles', 'byUrl', canonicalUrl(link));
    if (!article) return;
    for (const mate of await this.#mates(browser, article.id, field))
      await this.#note(browser, mate, field, value);
    if (field === 'read') await markRead(browser.deps, [article.id], value);
    else await saveOrNot(browser.deps, [article.id], value);
  }

  /** Opening a row of stories reads all that it holds. */
  async #mates(browser: SoakBrowser, articleId: number, field: MarkField): Promise<string[]> {
    const db = await browser.deps.database();
    const article = await db.get('articles', articleId);
    const own = article?.url ? [article.url] : [];
    if (field !== 'read' || browser.number !== 0 || !article || article.story === NO_STORY) return own;
    const story = await db.get('stories', article.story);
    const rows = await Promise.all((story?.articles ?? []).map((id) => db.get('articles', id)));
    return rows.flatMap((row) => (row?.url ? [row.url] : []));
  }

  async #note(
    browser: SoakBrowser,
    link: string,
    field: MarkField,
    value: boolean,
    fault?: string,
  ): Promise<void> {
    const key = `${link} ${field}`;
    if (fault) this.#ledger.suffer(key, fault);
    await this.#ledger.note(browser.number, key, value, async (other, did) => {
      const theirs = this.#browsers[other];
      if (!theirs) return false;
      const [here, there] = [await this.#row(browser, link), await this.#row(theirs, link)];
      const isHeld = (await (await theirs.deps.database()).get('records', 'markAllOrder')) !== undefined;
      return !isHeld && there?.pending[field] === null && here?.[field] === did;
    });
  }

  async #row(browser: SoakBrowser, link: string) {
    const db = await browser.deps.database();
    const article = await db.getFromIndex('articles', 'byUrl', canonicalUrl(link));
    return article && (await db.getFromIndex('serverItems', 'byArticle', article.id));
  }

  /** What a browser shows of an article; null where it does not have it. */
  async #shown(browser: SoakBrowser, link: string): Promise<{ read: boolean; saved: boolean } | null> {
    const db = await browser.deps.database();
    const article = await db.getFromIndex('articles', 'byUrl', canonicalUrl(link));
    if (!article) return null;
    const mark = await db.get('marks', article.id);
    const read = isRead(article.id, mark, asAllRead(await db.get('records', 'allRead')));
    return { read, saved: mark?.saved ?? false };
  }

  /** Nothing goes wrong any more, and everything has the time that it takes. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < MOST_SYNCS; turn++) {
      for (const browser of this.#browsers) {
        browser.world.time += HELD_BACK_MS + MINUTE;
        await browser.sync(NO_FAULTS);
      }
      if (turn > 2 && (await this.#waiting()) === 0) return;
    }
  }

  async #waiting(): Promise<number> {
    let count = 0;
    for (const browser of this.#browsers) count += (await waitingItems(await browser.database())).size;
    return count;
  }

  async judge(): Promise<AccountReport> {
    const truth = new Map((await this.#server.marks()).map((row) => [row.link, row]));
    const lost: string[] = [];
    let [missing, doubled, readByNobody] = [0, 0, this.#readByNobody];
    for (const browser of this.#browsers) {
      const db = await browser.database();
      const urls = (await db.getAll('articles')).map(({ url }) => url);
      doubled += urls.length - new Set(urls).size;
      for (const link of this.#publisher.links) if (!urls.includes(link)) missing += 1;
    }
    for (const link of this.#publisher.links) {
      const there = truth.get(link);
      const shown = await Promise.all(this.#browsers.map((browser) => this.#shown(browser, link)));
      for (const field of ['read', 'saved'] as const) {
        const key = `${link} ${field}`;
        const allowed = this.#ledger.allowed(key);
        const value = there?.[field] ?? false;
        const isWanted = allowed.size === 0 ? !value : allowed.has(value);
        if (isWanted && shown.every((one) => one?.[field] === value)) continue;
        if (allowed.size === 0) readByNobody += 1;
        else lost.push(...(this.#ledger.faultsOf(key).length > 0 ? this.#ledger.faultsOf(key) : ['']));
      }
    }
    return {
      articles: this.#publisher.links.length,
      tries: this.#tries,
      lost,
      missing,
      doubled,
      waiting: await this.#waiting(),
      readByNobody,
    };
  }

  #field(): MarkField {
    return this.#random() < 0.7 ? 'read' : 'saved';
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}
