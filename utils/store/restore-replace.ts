/** A backup in place of what is here: rows as they were, totals counted anew. */
import { type AllRead, type Article, isRead, type Mark, NO_STORY } from '../model/article.ts';
import type { Restored } from '../model/backup-format.ts';
import { type BackupRow, type CARRIED_COUNTERS, CARRIED_RECORDS } from '../model/backup-rows.ts';
import type { Feed } from '../model/feed.ts';
import { withFeeds } from '../model/settings.ts';
import type { Story } from '../model/story.ts';
import { fromBase64 } from '../text/base64.ts';
import { dropImage } from './engine-image.ts';
import { countsAsUnread } from './marks.ts';
import { ALL_ARTICLES, NOTHING_READ } from './records.ts';
import type { RestoreTransaction, RowWriter } from './row-writer.ts';
import { Writes } from './writes.ts';

/** Stores that are emptied; of the others single rows are replaced. */
const EMPTIED = [
  'feeds',
  'marks',
  'stories',
  'redirects',
  'articles',
  'bodies',
  'tombstones',
  'bindings',
  'window',
  'alerts',
  'searchHeads',
  'searchLeads',
  'searchChanges',
  'serverItems',
] as const;

/** What lets in at the account's server, and what is on its way there: in no backup, and of no use to another's articles. */
const FORGOTTEN = ['account', 'orders', 'markAllOrder'] as const;

/** Takes the rows of a backup in their order; `finish` ends it. */
export class ReplaceWriter implements RowWriter {
  readonly #tx: RestoreTransaction;
  readonly #writes = new Writes();
  readonly #keepsSettings: boolean;
  /**
   * Sources get numbers that none had here: a check that is under way for one that was here then finds no source, and
   * stores nothing with another's.
   */
  readonly #feedOffset: number;
  readonly #feeds = new Map<number, Feed>();
  readonly #stored = new Map<number, number>();
  readonly #marks = new Map<number, Mark>();
  readonly #stories = new Map<
    number,
    Pick<Story, 'id' | 'articles' | 'mark' | 'newestFirst' | 'uncounted'>
  >();
  /** The articles that say that they are in a story, by it. */
  readonly #members = new Map<number, Pick<Article, 'id' | 'feedId'>[]>();
  #articles = 0;
  #newest = 0;
  #unread = 0;
  #lastStory = 0;
  #allRead: AllRead = NOTHING_READ;
  #allStoriesRead: AllRead = NOTHING_READ;

  private constructor(tx: RestoreTransaction, keepsSettings: boolean, feedOffset: number) {
    this.#tx = tx;
    this.#keepsSettings = keepsSettings;
    this.#feedOffset = feedOffset;
  }

  /** A writer over what is here, which goes at once; settings stay where `keepsSettings` says so and there are any. */
  static async within(tx: RestoreTransaction, keepsSettings: boolean): Promise<ReplaceWriter> {
    const last = await tx.objectStore('feeds').openKeyCursor(null, 'prev');
    for (const name of EMPTIED) await tx.objectStore(name).clear();
    const records = tx.objectStore('records');
    await dropImage(records);
    const keeps = keepsSettings && (await records.get('settings')) !== undefined;
    for (const name of CARRIED_RECORDS) if (name !== 'settings' || !keepsSettings) await records.delete(name);
    for (const name of FORGOTTEN) await records.delete(name);
    return new ReplaceWriter(tx, keeps, last?.key ?? 0);
  }

  async write({ store, row }: BackupRow): Promise<void> {
    switch (store) {
      case 'records':
        return this.#record(row.name, row.value);
      case 'counters':
        return this.#counter(row.name, row.value);
      case 'hosts':
        return this.#host(row.host);
      case 'feeds':
        return this.#feed(row);
      case 'marks':
        this.#marks.set(row.articleId, row);
        return this.#writes.add(this.#tx.objectStore('marks').put(row));
      case 'stories':
        return this.#story(row);
      case 'redirects':
        return this.#writes.add(this.#tx.objectStore('redirects').put(row));
      case 'articles':
        return this.#article(row);
      case 'bodies':
        return this.#writes.add(this.#tx.objectStore('bodies').put(row));
      case 'tombstones':
        return this.#writes.add(
          this.#tx.objectStore('tombstones').put({ ...row, feedId: row.feedId + this.#feedOffset }),
        );
      case 'bindings':
        return this.#writes.add(this.#tx.objectStore('bindings').put(row));
      case 'window':
        return this.#writes.add(this.#tx.objectStore('window').put({ ...row, bytes: fromBase64(row.bytes) }));
    }
  }

  /** Writes totals and what does not fit together: a file is written while a poll may be at work. */
  async finish(): Promise<Restored> {
    await this.#writes.settle();
    await this.#mendStories();
    for (const feed of this.#feeds.values()) {
      await this.#tx.objectStore('feeds').put({ ...feed, stored: this.#stored.get(feed.id) ?? 0 });
    }
    const counters = this.#tx.objectStore('counters');
    const unreadStories = [...this.#stories.values()].filter((story) =>
      countsAsUnread(story, this.#allStoriesRead),
    );
    await counters.put(this.#unread, 'unread');
    await counters.put(unreadStories.length, 'unreadStories');
    await counters.put(this.#articles, 'articles');
    await counters.put(this.#lastStory, 'lastStory');
    await counters.put(0, 'toldUpTo');
    await counters.put(0, 'packedUpTo');
    // A page that has packed what was here before sees by it that this is no longer so.
    if (this.#newest > 0) await this.#tx.objectStore('searchChanges').add({ articleId: this.#newest });
    await counters.put(((await counters.get('storyRevision')) ?? 0) + 1, 'storyRevision');
    for (const name of ['cleanUp', 'beforeAll'] as const) await this.#tx.objectStore('records').delete(name);
    if (this.#keepsSettings) await this.#tx.objectStore('records').put(ALL_ARTICLES, 'muting');
    else await this.#tx.objectStore('records').delete('muting');
    return { sources: this.#feeds.size, articles: this.#articles };
  }

  async #record(name: (typeof CARRIED_RECORDS)[number], value: unknown): Promise<void> {
    if (name === 'settings' && this.#keepsSettings) return;
    if (name === 'allRead') this.#allRead = value as AllRead;
    if (name === 'allStoriesRead') this.#allStoriesRead = value as AllRead;
    await this.#tx.objectStore('records').put(name === 'settings' ? this.#ofNewFeeds(value) : value, name);
  }

  /** Settings name sources by their numbers, which are others now. */
  #ofNewFeeds(stored: unknown): unknown {
    return withFeeds(stored, (id) => id + this.#feedOffset);
  }

  async #counter(name: (typeof CARRIED_COUNTERS)[number], value: number): Promise<void> {
    if (name === 'lastStory') this.#lastStory = Math.max(this.#lastStory, value);
    // Marks only go forward.
    else {
      const here = (await this.#tx.objectStore('counters').get(name)) ?? 0;
      await this.#tx.objectStore('counters').put(Math.max(here, value), name);
    }
  }

  async #host(host: string): Promise<void> {
    const known = await this.#tx.objectStore('hosts').get(host);
    await this.#tx.objectStore('hosts').put({ host, waitUntil: known?.waitUntil ?? null, isConfirmed: true });
  }

  async #feed(row: Feed): Promise<void> {
    const feed = { ...row, id: row.id + this.#feedOffset };
    this.#feeds.set(feed.id, feed);
    await this.#tx.objectStore('feeds').put(feed);
  }

  async #story(row: Story): Promise<void> {
    const story = { ...row, feeds: row.feeds.map((id) => id + this.#feedOffset) };
    const { id, articles, mark, newestFirst, uncounted } = story;
    this.#stories.set(id, { id, articles, mark, newestFirst, ...(uncounted && { uncounted }) });
    this.#lastStory = Math.max(this.#lastStory, story.id);
    return this.#writes.add(this.#tx.objectStore('stories').put(story));
  }

  async #article(row: Article): Promise<void> {
    const feedId = row.feedId + this.#feedOffset;
    if (!this.#feeds.has(feedId)) return;
    const story = row.story > NO_STORY && !this.#stories.has(row.story) ? NO_STORY : row.story;
    const article = { ...row, feedId, story };
    const written = this.#writes.add(this.#tx.objectStore('articles').put(article));
    if (story > NO_STORY) {
      const members = this.#members.get(story) ?? [];
      members.push({ id: article.id, feedId });
      this.#members.set(story, members);
    }
    this.#articles += 1;
    this.#newest = Math.max(this.#newest, article.id);
    this.#stored.set(feedId, (this.#stored.get(feedId) ?? 0) + 1);
    const counts = article.twinOf === null && !article.muted && !article.uncounted;
    if (counts && !isRead(article.id, this.#marks.get(article.id), this.#allRead)) this.#unread += 1;
    return written;
  }

  /** A story whose articles are not those that say that they are in it is described anew, of these. */
  async #mendStories(): Promise<void> {
    for (const [id, story] of this.#stories) {
      const members = (this.#members.get(id) ?? []).sort((one, other) => one.id - other.id);
      const listed = new Set(story.articles);
      if (members.length === listed.size && members.every((article) => listed.has(article.id))) continue;
      if (members.length === 0) {
        this.#stories.delete(id);
        await this.#tx.objectStore('stories').delete(id);
        continue;
      }
      const stored = await this.#tx.objectStore('stories').get(id);
      if (!stored) continue;
      const articles = members.map((article) => article.id);
      const feeds = members.map(({ feedId }) => feedId);
      await this.#tx.objectStore('stories').put({ ...stored, articles, feeds, stale: 1 });
    }
  }
}
