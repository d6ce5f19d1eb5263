/** The articles of stories with their sources, as descriptions see them: read within one transaction in few requests. */
import type { Article } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { Member } from '../story/describe.ts';
import { asMember, type Draft } from './story-draft.ts';
import type { StoryTransaction } from './story-stores.ts';

/** Articles of a story that its description looks at: the newest of a very long one. */
const MOST_DESCRIBED = 200;

export class StoryMembers {
  readonly #tx: StoryTransaction;
  readonly #feeds = new Map<number, Feed | undefined>();
  /** Rows as this transaction wrote them. */
  readonly #written = new Map<number, Article>();

  constructor(tx: StoryTransaction) {
    this.#tx = tx;
  }

  /** Takes a row that was just written, which need not be read again. */
  take(article: Article): void {
    this.#written.set(article.id, article);
  }

  /** Sources by their numbers; one that is not followed any more is undefined. Each is asked for once. */
  async feeds(ids: readonly number[]): Promise<ReadonlyMap<number, Feed | undefined>> {
    const missing = [...new Set(ids)].filter((id) => !this.#feeds.has(id));
    const rows = await Promise.all(missing.map((id) => this.#tx.objectStore('feeds').get(id)));
    for (const [at, id] of missing.entries()) this.#feeds.set(id, rows[at]);
    return this.#feeds;
  }

  /** The articles of each story in the order in which they came, asked for side by side. */
  async of(stories: readonly (readonly [id: number, draft: Draft])[]): Promise<Member[][]> {
    const rows = await Promise.all(stories.map(([id, draft]) => this.#rowsOf(id, draft)));
    const feeds = await this.feeds(rows.flatMap((some) => some.map(({ feedId }) => feedId)));
    return rows.map((some) => some.map((row) => asMember(row, feeds.get(row.feedId))));
  }

  async #rowsOf(story: number, { articles }: Draft): Promise<Article[]> {
    const ids = articles.slice(-MOST_DESCRIBED);
    const isRead = ids.some((id) => !this.#written.has(id));
    const rows = isRead ? await this.#read(story, ids) : this.#written;
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  async #read(story: number, ids: readonly number[]): Promise<ReadonlyMap<number, Article>> {
    // One that was let go and came back has a low number and a late place.
    const range = IDBKeyRange.bound([story, Math.min(...ids)], [story, Math.max(...ids)]);
    const rows = await this.#tx.objectStore('articles').index('byStory').getAll(range);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
