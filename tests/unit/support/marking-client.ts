/**
 * A browser and a feed server, as far as marks go: the store's own functions over a real database, one step at a time, so
 * that a test can put anything between two of them; and a server of which every row is in sight.
 */
import { IDBFactory } from 'fake-indexeddb';
import type { MarkField } from '../../../utils/account/client.ts';
import {
  type Batch,
  type Evidence,
  NOTHING_PENDING,
  nextBatch,
  type Sets,
} from '../../../utils/account/marks.ts';
import { type Article, isRead } from '../../../utils/model/article.ts';
import type { Story } from '../../../utils/model/story.ts';
import { nextStep } from '../../../utils/store/account.ts';
import { markAllArticles, undoMarkAll } from '../../../utils/store/mark-all.ts';
import { sendMarkAll } from '../../../utils/store/mark-all-order.ts';
import { countsAsUnread, markArticles, saveArticles } from '../../../utils/store/marks.ts';
import { openForWriting } from '../../../utils/store/open.ts';
import { asAllRead, counter } from '../../../utils/store/records.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { noteSent, waitingItems } from '../../../utils/store/server-items.ts';
import { compareItems, noteGone, takeWord } from '../../../utils/store/server-word.ts';

const MOST = 3;

/** Articles of the server by their ids, and the story that each is in; 0: none. */
export const SHELF = new Map([
  ['1', 11],
  ['2', 11],
  ['3', 12],
  ['4', 13],
  ['5', 13],
  ['6', 0],
]);
/** One more of story 13, which the server does not have. */
const LOCAL = { article: 99, story: 13 };

/** The number of a server's article here. */
export function articleOf(id: string): number {
  return Number(id) + 100;
}

export interface Shown {
  read: boolean;
  saved: boolean;
}

export class MarkServer {
  readonly rows = new Map<string, Shown>();

  constructor() {
    for (const id of SHELF.keys()) this.rows.set(id, { read: false, saved: false });
  }

  /** `hidden`: an id that paging lost. */
  sets(hidden: string | null): Sets {
    const ids = (keep: (row: Shown) => boolean) =>
      new Set([...this.rows].filter(([id, row]) => id !== hidden && keep(row)).map(([id]) => id));
    return { newest: ids(() => true), unread: ids((row) => !row.read), saved: ids((row) => row.saved) };
  }

  mark(ids: readonly string[], field: MarkField, value: boolean): void {
    for (const id of ids) {
      const row = this.rows.get(id);
      if (row) row[field] = value;
    }
  }
}

/** What became of a request. */
export type Fate = 'done' | 'request lost' | 'answer lost' | 'forgotten';

export class MarkClient {
  readonly db: Database;
  readonly #server: MarkServer;
  #now = 1_000_000;
  #markedAllAt: number | null = null;
  #batch: { readonly batch: Batch; readonly isTaken: boolean } | null = null;
  #sets: { readonly sets: Sets; readonly askedAt: number } | null = null;
  #contents: {
    readonly asked: readonly string[];
    readonly evidence: readonly Evidence[];
    readonly askedAt: number;
    readonly newest: ReadonlySet<string>;
  } | null = null;

  constructor(db: Database, server: MarkServer) {
    this.db = db;
    this.#server = server;
  }

  async mark(id: string, field: MarkField, value: boolean): Promise<void> {
    this.#now += 1_000;
    const mark = field === 'read' ? markArticles : saveArticles;
    await mark(this.db, [articleOf(id)], value, this.#now);
  }

  async markAll(): Promise<void> {
    this.#now += 1_000;
    this.#markedAllAt = await markAllArticles(this.db, this.#now);
  }

  async undoMarkAll(): Promise<void> {
    this.#now += 1_000;
    if (this.#markedAllAt !== null) await undoMarkAll(this.db, this.#markedAllAt, this.#now);
    this.#markedAllAt = null;
  }

  /** Time passes; what was held back may be sent. */
  async wait(ms: number): Promise<void> {
    this.#now += ms;
    await sendMarkAll(this.db, this.#now);
  }

  /** A request leaves; gives whether there was anything to send. A server takes a mark at the second time at the latest. */
  async send(fate: Fate): Promise<boolean> {
    const held = await waitingItems(this.db);
    const batch = nextBatch(held, MOST);
    if (batch === null) return false;
    const { field, value, marks } = batch;
    const repeated = marks.some(({ id }) => held.get(id)?.pending[field]?.isRepeated);
    const forgets = fate === 'forgotten' && !repeated;
    const ids = marks.map(({ id }) => id);
    if (fate !== 'request lost' && !forgets) this.#server.mark(ids, field, value);
    this.#batch = { batch, isTaken: fate === 'done' || fate === 'forgotten' };
    return true;
  }

  /** What came of the request is stored. */
  async note(): Promise<void> {
    const sent = this.#batch;
    this.#batch = null;
    if (sent) await noteSent(this.db, sent.batch, sent.isTaken);
  }

  async askSets(hidden: string | null): Promise<void> {
    const askedAt = await this.#step();
    this.#sets = { sets: this.#server.sets(hidden), askedAt };
    this.#contents = null;
  }

  /** What the sets say, and the question that they leave open. */
  async takeSets(): Promise<void> {
    if (this.#sets === null) return;
    const { sets, askedAt } = this.#sets;
    this.#sets = null;
    const { evidence, candidates } = await compareItems(this.db, sets, askedAt);
    await takeWord(this.db, evidence, askedAt, this.#now);
    const contentsAt = await this.#step();
    const said = candidates.flatMap((id) => {
      const row = this.#server.rows.get(id);
      if (!row) return [];
      return [
        { id, field: 'read', value: row.read } as const,
        { id, field: 'saved', value: row.saved } as const,
      ];
    });
    this.#contents = { asked: candidates, evidence: said, askedAt: contentsAt, newest: sets.newest };
  }

  async takeContents(): Promise<void> {
    if (this.#contents === null) return;
    const { asked, evidence, askedAt, newest } = this.#contents;
    this.#contents = null;
    await takeWord(this.db, evidence, askedAt, this.#now);
    const found = new Set(evidence.map(({ id }) => id));
    await noteGone(
      this.db,
      asked.filter((id) => !found.has(id) && !newest.has(id)),
    );
  }

  async pull(): Promise<void> {
    await this.askSets(null);
    await this.takeSets();
    await this.takeContents();
  }

  /** The background dies: what was not stored is gone. */
  kill(): void {
    this.#batch = null;
    this.#sets = null;
    this.#contents = null;
  }

  async #step(): Promise<number> {
    const tx = this.db.transaction('counters', 'readwrite');
    const step = await nextStep(tx.store);
    await tx.done;
    return step;
  }

  /** What the reader sees of the server's articles, and what is waiting. */
  async shown(): Promise<Map<string, Shown & { readonly isWaiting: boolean }>> {
    const allRead = asAllRead(await this.db.get('records', 'allRead'));
    const rows = await this.db.getAll('serverItems');
    const shown = rows.map(async ({ id, articleId, waits }) => {
      const mark = await this.db.get('marks', articleId ?? 0);
      const read = isRead(articleId ?? 0, mark, allRead);
      return [id, { read, saved: mark?.saved ?? false, isWaiting: waits !== undefined }] as const;
    });
    return new Map(await Promise.all(shown));
  }

  /** Kept totals beside what they are of. */
  async totals(): Promise<{ readonly kept: readonly number[]; readonly counted: readonly number[] }> {
    const [allRead, allStoriesRead] = await Promise.all([
      this.db.get('records', 'allRead').then(asAllRead),
      this.db.get('records', 'allStoriesRead').then(asAllRead),
    ]);
    const marks = new Map((await this.db.getAll('marks')).map((mark) => [mark.articleId, mark]));
    const articles = await this.db.getAll('articles');
    const stories = await this.db.getAll('stories');
    return {
      kept: [await counter(this.db, 'unread'), await counter(this.db, 'unreadStories')],
      counted: [
        articles.filter(({ id }) => !isRead(id, marks.get(id), allRead)).length,
        stories.filter((story) => countsAsUnread(story, allStoriesRead)).length,
      ],
    };
  }
}

/** An empty database of its own. */
export async function openDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  return openForWriting(() => undefined);
}

/** Fills it with the articles of the shelf, all unread; what was there is gone. */
export async function fillShelf(db: Database, latest: 'stories' | 'articles' = 'stories'): Promise<void> {
  const stores = ['articles', 'marks', 'stories', 'serverItems', 'counters', 'records'] as const;
  const tx = db.transaction([...stores], 'readwrite');
  await Promise.all(stores.map((name) => tx.objectStore(name).clear()));
  const all = [...SHELF].map(([id, story]) => ({ article: articleOf(id), story }));
  for (const { article, story } of [...all, LOCAL])
    await tx.objectStore('articles').put(articleRow(article, story));
  for (const story of new Set([...SHELF.values(), LOCAL.story]))
    if (story > 0) await tx.objectStore('stories').put(storyRow(story, [...all, LOCAL]));
  for (const id of SHELF.keys()) {
    const row = { id, feedId: 1, articleId: articleOf(id), read: false, saved: false };
    await tx.objectStore('serverItems').put({ ...row, pending: NOTHING_PENDING });
  }
  await tx.objectStore('counters').put(all.length + 1, 'unread');
  await tx.objectStore('counters').put(3, 'unreadStories');
  await tx.objectStore('counters').put(13, 'lastStory');
  await tx.objectStore('records').put({ latest }, 'settings');
  await tx.objectStore('records').put({}, 'accountPlace');
  await tx.done;
}

function articleRow(id: number, story: number): Article {
  const times = { publishedAt: null, publishedOffset: null, firstSeenAt: 0, newestFirst: 0, servedUntil: 0 };
  const texts = { title: `Title ${id}`, snippet: '', labels: [], author: null, language: null };
  const address = { url: null, urlKey: null, image: null, fingerprint: null };
  const place = { id, feedId: 1, key: String(id), story, twinOf: null, isBacklog: false };
  return { ...times, ...texts, ...address, ...place };
}

function storyRow(id: number, all: readonly { readonly article: number; readonly story: number }[]): Story {
  const articles = all.filter(({ story }) => story === id).map(({ article }) => article);
  const newest = articles.at(-1) ?? 0;
  const times = { newestFirst: 0, firstAt: 0, lastAt: 0, arrivedAt: 0 };
  const told = { languages: [], voices: [], origin: null, mark: null, seen: 0 };
  return { id, articles, feeds: articles.map(() => 1), newest, lead: newest, ...times, ...told };
}
