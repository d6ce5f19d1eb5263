/** What a reader does in either of his browsers with an account, written down as it is done. */
import type { MarkField } from '../../../utils/account/client.ts';
import { HELD_BACK_MS } from '../../../utils/model/account.ts';
import type { SoakBrowser } from './faults.ts';
import type { View } from './held.ts';
import type { Ledger } from './ledger.ts';

export interface Doing {
  readonly browsers: readonly SoakBrowser[];
  readonly ledger: Ledger<boolean>;
  readonly random: () => number;
  /** What may be marked, never empty. */
  readonly links: () => readonly string[];
}

export class Acts {
  readonly #doing: Doing;
  /** UTC ms of everybody's time from which no 'mark all' is held back any more. */
  #sentAt = 0;

  constructor(doing: Doing) {
    this.#doing = doing;
  }

  /** Something in one of the browsers. */
  async mark(browser = this.one(this.#doing.browsers)): Promise<void> {
    await this.markThis(browser, this.one(this.#doing.links()), this.#field(), this.#doing.random() < 0.6);
  }

  /** Both mark one article, each the other way, before either hears of the other: both have something to send. */
  async conflict(): Promise<void> {
    const { browsers, random } = this.#doing;
    const views = await this.look();
    const known = this.#doing.links().filter((link) => views.every((view) => view.article(link)));
    const link = this.one(known.length > 0 ? known : this.#doing.links());
    const field = this.#field();
    const first = random() < 0.5;
    for (const browser of browsers) {
      const value = browser.number === 0 ? first : !first;
      // What is so already is nothing that is sent.
      const isSo = views[browser.number]?.shown(link)?.[field] === value;
      if (isSo) await this.markThis(browser, link, field, !value);
      await this.markThis(browser, link, field, value);
    }
  }

  /** Everything is marked read; every other time that is taken back. */
  async markAll(): Promise<void> {
    const browser = this.one(this.#doing.browsers);
    const isTakenBack = this.#doing.random() < 0.5;
    const views = await this.look();
    const before = views[browser.number];
    await browser.markAll(isTakenBack);
    this.#sentAt = Date.now() + HELD_BACK_MS;
    if (isTakenBack) return;
    // What came here of its own accord a moment ago is read by it as well.
    const after = await browser.look();
    for (const link of after.links)
      if (after.shown(link)?.read && !before?.shown(link)?.read)
        await this.#note(browser, views, `${link} read`, true);
  }

  /** Waits until every 'mark all' may be told the server, by everybody's time. */
  async untilSent(): Promise<void> {
    const ms = this.#sentAt - Date.now();
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Something that changes by it, where there is anything. */
  async markSomething(browser: SoakBrowser): Promise<void> {
    const view = await browser.look();
    const unread = this.#doing.links().filter((link) => view.shown(link)?.read === false);
    const links = unread.length > 0 ? unread : this.#doing.links();
    await this.markThis(browser, this.one(links), 'read', unread.length > 0);
  }

  async markThis(browser: SoakBrowser, link: string, field: MarkField, value: boolean): Promise<void> {
    this.pass(1_000);
    const views = await this.look();
    const view = views[browser.number];
    const article = view?.article(link);
    if (!view || !article) return;
    const marked = field === 'read' && browser.hasStories ? view.mates(link) : [link];
    for (const mate of marked) await this.#note(browser, views, `${mate} ${field}`, value);
    await browser.mark([article.id], field, value);
  }

  look(): Promise<View[]> {
    return Promise.all(this.#doing.browsers.map((browser) => browser.look()));
  }

  pass(ms: number): void {
    for (const browser of this.#doing.browsers) browser.pass(ms);
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#doing.random() * list.length)] as T;
  }

  async #note(browser: SoakBrowser, views: readonly View[], key: string, value: boolean): Promise<void> {
    const [link = '', name = 'read'] = key.split(' ');
    const field = name === 'read' ? 'read' : 'saved';
    await this.#doing.ledger.note(browser.number, key, value, async (other, did) => {
      const [here, there] = [views[browser.number], views[other]];
      // The other's is on the server, and will not be sent again.
      const isDone = there?.row(link)?.pending[field] === null && !there.held.isHoldingBack;
      return isDone && here?.row(link)?.[field] === did;
    });
  }

  #field(): MarkField {
    return this.#doing.random() < 0.7 ? 'read' : 'saved';
  }
}
