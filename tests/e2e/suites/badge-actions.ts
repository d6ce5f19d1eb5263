/** The badge of a real browser against a model of its own: random actions, deaths of the background and restarts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, canInstallForReal, type Page } from '../../browsers/session.ts';
import { ask, say } from '../../browsers/verbs.ts';
import { isFull, whySkipped } from '../../full-run.ts';
import type { Outlet } from '../../newsroom/index.ts';
import { dice } from '../../soak/random.ts';
import { aboveLine, onTab } from '../badge-page.ts';
import { follow, openStage, type Stage } from '../stage.ts';

const ACTIONS = 200;
const SOURCES = 4;

/** What the model knows of an article; nothing of it comes from the extension's totals. */
interface Known {
  readonly id: number;
  readonly feedId: number;
  read: boolean;
  /** Whether it came since Latest was last seen. */
  isNew: boolean;
}

interface Row {
  readonly id: number;
  readonly title: string;
  readonly unread: boolean;
  readonly source: { readonly id: number; readonly name: string };
}

/** One browser, and what should be on its button. */
class World {
  readonly #stage: Stage;
  readonly #outlets: readonly Outlet[];
  readonly #random = dice(11);
  readonly articles = new Map<number, Known>();
  readonly #left = { muted: new Set<number>(), uncounted: new Set<number>(), removed: new Set<number>() };
  #mode: 'new' | 'unread' = 'new';
  #page: Page | null = null;
  #serial = 0;

  constructor(stage: Stage, outlets: readonly Outlet[]) {
    this.#stage = stage;
    this.#outlets = outlets;
  }

  /** A page to say verbs from; a death of the background takes it along in Firefox. */
  async page(): Promise<Page> {
    this.#page ??= await this.#stage.session.open('options.html#about');
    return this.#page;
  }

  async begin(mode: 'new' | 'unread'): Promise<void> {
    this.#mode = mode;
    await say(await this.page(), 'changeSettings', { badge: mode, latest: 'articles' });
    for (const { id, source, unread } of await this.#rows())
      if (!this.articles.has(id))
        this.articles.set(id, { id, feedId: source.id, read: !unread, isNew: false });
    await this.#look();
  }

  /** The number that should be on the button, as text. */
  expected(): string {
    const { muted, uncounted, removed } = this.#left;
    const counted = [...this.articles.values()].filter(
      ({ feedId, read, isNew }) =>
        ![muted, uncounted, removed].some((some) => some.has(feedId)) &&
        (this.#mode === 'new' ? isNew : !read),
    );
    return counted.length === 0 ? '' : String(counted.length);
  }

  /** Does something that may happen, and says what. */
  async happen(): Promise<string> {
    const all: readonly (readonly [often: number, name: string, act: () => Promise<unknown>])[] = [
      [30, 'read', () => this.#mark(true)],
      [20, 'unread', () => this.#mark(false)],
      [3, 'read all', () => this.#markAll()],
      [10, 'mute', () => this.#toggle('muted')],
      [10, 'count', () => this.#toggle('uncounted')],
      [6, 'remove', () => this.#remove()],
      [9, 'publish', () => this.#publish()],
      [6, 'look', () => this.#look()],
      [5, 'kill', () => this.#kill()],
      [1, 'restart', () => this.#restart()],
    ];
    let at = this.#random() * all.reduce((sum, [often]) => sum + often, 0);
    for (const [often, name, act] of all) {
      at -= often;
      if (at >= 0) continue;
      await act();
      return name;
    }
    return 'nothing';
  }

  async #rows(): Promise<readonly Row[]> {
    return (await say<{ rows: Row[] }>(await this.page(), 'latest', { after: null, limit: 200 })).rows;
  }

  #pick<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.#random() * all.length)];
  }

  async #mark(read: boolean): Promise<void> {
    const shown = [...this.articles.values()].filter(
      ({ feedId }) => !this.#left.muted.has(feedId) && !this.#left.removed.has(feedId),
    );
    const article = this.#pick(shown);
    if (!article) return;
    article.read = read;
    await say(await this.page(), 'markRead', { articleIds: [article.id], read });
  }

  async #markAll(): Promise<void> {
    for (const article of this.articles.values()) article.read = true;
    await say(await this.page(), 'markAllRead');
  }

  #anySource(): number {
    return this.#pick([...new Set([...this.articles.values()].map(({ feedId }) => feedId))]) ?? 0;
  }

  async #toggle(what: 'muted' | 'uncounted'): Promise<void> {
    const feedId = this.#anySource();
    if (this.#left.removed.has(feedId)) return;
    if (!this.#left[what].delete(feedId)) this.#left[what].add(feedId);
    const patch = { [what]: this.#left[what].has(feedId) };
    await say(await this.page(), 'changeSources', { changes: [{ feedId, patch }] });
  }

  /** Removes a source, or brings the removed one back. */
  async #remove(): Promise<void> {
    const [gone] = this.#left.removed;
    const feedId = gone ?? this.#anySource();
    if (gone === undefined) this.#left.removed.add(feedId);
    else this.#left.removed.delete(feedId);
    await say(await this.page(), gone === undefined ? 'removeSources' : 'restoreSources', {
      feedIds: [feedId],
    });
  }

  /** An outlet that is followed and heard publishes, and the extension fetches it. */
  async #publish(): Promise<void> {
    const rows = await this.#rows();
    const outlet = this.#pick(
      this.#outlets.filter(({ name }) => rows.some(({ source }) => source.name === name)),
    );
    if (!outlet) return;
    this.#serial += 1;
    const title = `Notice ${this.#serial} of ${outlet.name}`;
    this.#stage.newsroom.publishAt(outlet.id, { title, lead: `Text of notice ${this.#serial}.` });
    const find = async () => (await this.#rows()).find((row) => row.title === title);
    await expect.poll(find, { timeout: 20_000 }).toBeDefined();
    const row = await find();
    if (row) this.articles.set(row.id, { id: row.id, feedId: row.source.id, read: false, isNew: true });
  }

  /** The reader opens the popup, which shows the number of the badge, and then nothing is new. */
  async #look(): Promise<void> {
    const before = this.expected();
    const popup = await this.#stage.session.openPopup();
    await popup.waitFor('.row .headline, .empty');
    if (this.#mode === 'unread') await expect.poll(() => popup.evaluate(onTab)).toBe(before);
    else await expect.poll(() => popup.evaluate(aboveLine)).toBe(Number(before));
    for (const article of this.articles.values()) article.isNew = false;
    if (this.#mode === 'new') await expect.poll(() => this.#stage.session.badge()).toBe('');
    await popup.close();
  }

  async #kill(): Promise<void> {
    await this.#stage.session.killBackground();
    if (this.#page && !(await ask(this.#page, 'status').catch(() => null))?.ok) this.#page = null;
  }

  async #restart(): Promise<void> {
    this.#page = null;
    await this.#stage.session.restart();
  }
}

export async function badgeActions(kind: BrowserKind): Promise<void> {
  const possible = await canInstallForReal(kind);
  const why = whySkipped(isFull ? (possible.can ? null : possible.reason) : 'takes minutes, see test:full');

  describe.skipIf(!isFull || !possible.can)(`the badge after each of ${ACTIONS} actions${why}`, () => {
    let stage: Stage;
    let world: World;

    beforeAll(async () => {
      stage = await openStage(kind, { install: 'real' });
      const outlets = stage.newsroom.outlets.filter(({ format }) => format === 'rss').slice(0, SOURCES);
      await follow(stage, outlets);
      world = new World(stage, outlets);
    });
    afterAll(() => stage?.close());

    it.each(['new', 'unread'] as const)(
      'is what a model of its own counts, in mode %s',
      async (mode) => {
        await world.begin(mode);
        const seen = new Set<string>();
        for (let step = 0; step < ACTIONS; step += 1) {
          const what = await world.happen();
          const badge = async () => `${step} ${what}: ${await stage.session.badge()}`;
          const expected = world.expected();
          await expect.poll(badge, { timeout: 10_000 }).toBe(`${step} ${what}: ${expected}`);
          seen.add(expected);
        }
        expect(seen.size).toBeGreaterThan(3);
      },
      600_000,
    );
  });
}
