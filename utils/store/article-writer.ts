/**
 * Adding articles and letting them go, within one transaction: row, body, tombstone, twins and totals always go
 * together. Totals are summed up and written once, by `finish`.
 */
import {
  type AllRead,
  type Article,
  type ArticleBody,
  articleTime,
  isRead,
  type Mark,
  NO_STORY,
  type Tombstone,
} from '../model/article.ts';
import { leaveStory } from './leave-story.ts';
import { addToCounter } from './marks.ts';
import { asAllRead } from './records.ts';
import type { ArticleTransaction } from './schema.ts';
import { Writes } from './writes.ts';

/** What goes with an article into the store of bodies. */
export type BodyOf = Omit<ArticleBody, 'articleId'>;

/** Made by `within` for one transaction, and ended by `finish` before that ends. */
export class ArticleWriter {
  readonly #tx: ArticleTransaction;
  readonly #allRead: AllRead;
  readonly #stored = new Map<number, number>();
  readonly #writes = new Writes();
  #unread = 0;
  #unreadStories = 0;
  /** The lowest number of an article that waits for a story and is not the newest of all. */
  #waiting = Number.POSITIVE_INFINITY;

  private constructor(tx: ArticleTransaction, allRead: AllRead) {
    this.#tx = tx;
    this.#allRead = allRead;
  }

  /** A writer within a transaction; whoever makes one calls `finish` before the transaction ends. */
  static async within(tx: ArticleTransaction): Promise<ArticleWriter> {
    return new ArticleWriter(tx, asAllRead(await tx.objectStore('records').get('allRead')));
  }

  /** Stores a new article with its body, and with a mark where it comes with one; gives its id. */
  async add(article: Omit<Article, 'id'>, body: BodyOf, mark?: Omit<Mark, 'articleId'>): Promise<number> {
    // The store gives the id; its type has no way to say "not yet".
    const id = await this.#tx.objectStore('articles').add(article as Article);
    await this.#writes.add(this.#tx.objectStore('bodies').put({ articleId: id, ...body }));
    if (mark) await this.#writes.add(this.#tx.objectStore('marks').put({ ...mark, articleId: id }));
    this.#count(article.feedId, 1);
    if (isCounted(article) && !mark?.read) this.#unread += 1;
    return id;
  }

  /** Stores an article again that was let go, as what it was, read or unread as it was. */
  async restore(article: Article, body: BodyOf): Promise<void> {
    await this.#tx.objectStore('articles').put(article);
    await this.#tx.objectStore('bodies').put({ articleId: article.id, ...body });
    await this.#searchAnew(article.id);
    this.#count(article.feedId, 1);
    this.#waitIfUntold(article);
    if (isCounted(article) && (await this.#isUnread(article.id))) this.#unread += 1;
  }

  /**
   * Stores an article that may have changed, and mutes it or has it count, or no longer; its story is described anew by
   * whoever tells stories.
   */
  async list(article: Article, { muted, uncounted }: Listing): Promise<void> {
    const { muted: _, uncounted: __, ...plain } = article;
    // What the reader hid stays so, whatever else mutes it or not.
    const isMuted = muted || plain.hidden === true;
    const row: Article = { ...plain, ...(isMuted && { muted: true }), ...(uncounted && { uncounted }) };
    await this.#tx.objectStore('articles').put(row);
    await this.#searchAnew(article.id);
    if (article.twinOf !== null || isSameListing(article, row)) return;
    const change = Number(isCounted(row)) - Number(isCounted(article));
    if (change !== 0 && (await this.#isUnread(article.id))) this.#unread += change;
    const story = await this.#tx.objectStore('stories').get(article.story);
    if (story) await this.#tx.objectStore('stories').put({ ...story, stale: 1 });
  }

  /** Lets an article go, leaving what is needed to know it again. Its marks stay with that. */
  async bury(article: Article): Promise<void> {
    await this.remove(article);
    await this.#tx.objectStore('tombstones').put(tombstoneOf(article));
    const items = this.#tx.objectStore('serverItems');
    // It is remembered that the account's server has it, so that it is not fetched again.
    for (const row of await items.index('byArticle').getAll(article.id)) {
      await items.put({ ...row, articleId: null });
    }
  }

  /** Removes an article; a twin of it takes its place in the lists, as read or unread as it was. */
  async remove(article: Article): Promise<void> {
    await this.#tx.objectStore('articles').delete(article.id);
    await this.#tx.objectStore('bodies').delete(article.id);
    await this.#searchAnew(article.id);
    this.#count(article.feedId, -1);
    if (article.twinOf !== null) return;
    const unread = await this.#isUnread(article.id);
    const heir = await this.#letTwinStandIn(article, unread);
    if (unread) this.#unread += Number(heir !== null && isCounted(heir)) - Number(isCounted(article));
    this.#unreadStories -= await leaveStory(this.#tx, article, heir);
  }

  /** Writes the totals. Nothing may be added or removed after it. */
  async finish(): Promise<void> {
    await this.#writes.settle();
    let total = 0;
    for (const [feedId, change] of this.#stored) {
      total += change;
      const feed = await this.#tx.objectStore('feeds').get(feedId);
      if (feed && change !== 0) {
        await this.#tx.objectStore('feeds').put({ ...feed, stored: Math.max(0, feed.stored + change) });
      }
    }
    const counters = this.#tx.objectStore('counters');
    await addToCounter(counters, 'unread', this.#unread);
    await addToCounter(counters, 'unreadStories', this.#unreadStories);
    await addToCounter(counters, 'articles', total);
    const toldUpTo = (await counters.get('toldUpTo')) ?? 0;
    if (this.#waiting <= toldUpTo) await counters.put(this.#waiting - 1, 'toldUpTo');
  }

  /** What is packed of it for searching is no longer true; a new article is packed all the same. */
  async #searchAnew(articleId: number): Promise<void> {
    await this.#tx.objectStore('searchChanges').add({ articleId });
  }

  #waitIfUntold({ id, story }: Article): void {
    if (story === NO_STORY) this.#waiting = Math.min(this.#waiting, id);
  }

  /** The row of another feed that took the place of the article, or null. */
  async #letTwinStandIn({ id, story, hidden }: Article, unread: boolean): Promise<Article | null> {
    const articles = this.#tx.objectStore('articles');
    const [heir, ...others] = await articles.index('byTwin').getAll(id);
    if (!heir) return null;
    const asHidden = hidden && { hidden, muted: true as const };
    const standsIn = { ...heir, twinOf: null, newestFirst: -articleTime(heir), story, ...asHidden };
    await articles.put(standsIn);
    await this.#searchAnew(standsIn.id);
    this.#waitIfUntold(standsIn);
    for (const other of others) await articles.put({ ...other, twinOf: heir.id });
    const mark = await this.#tx.objectStore('marks').get(id);
    // Later than "mark all", which may have covered the one and not the other.
    const at = Math.max(mark?.at ?? 0, this.#allRead.at + 1);
    await this.#tx.objectStore('marks').put({ ...mark, articleId: heir.id, read: !unread, at });
    return standsIn;
  }

  async #isUnread(id: number): Promise<boolean> {
    return !isRead(id, await this.#tx.objectStore('marks').get(id), this.#allRead);
  }

  #count(feedId: number, change: number): void {
    this.#stored.set(feedId, (this.#stored.get(feedId) ?? 0) + change);
  }
}

/** How the reader wants an article listed. */
export type Listing = Readonly<Record<'muted' | 'uncounted', boolean>>;

/** Whether an article is listed so already. */
export function isSameListing(
  article: Pick<Article, 'muted' | 'uncounted'>,
  listing: { readonly [K in keyof Listing]?: boolean },
): boolean {
  const isSame = (name: keyof Listing) => (article[name] ?? false) === (listing[name] ?? false);
  return isSame('muted') && isSame('uncounted');
}

/** Whether lists show an article and totals count it. */
function isCounted({ twinOf, muted, uncounted }: Pick<Article, 'twinOf' | 'muted' | 'uncounted'>): boolean {
  return twinOf === null && !muted && !uncounted;
}

function tombstoneOf(article: Article): Tombstone {
  const { feedId, key, urlKey, fingerprint, servedUntil, id, firstSeenAt, isBacklog } = article;
  return { feedId, key, urlKey, fingerprint, servedUntil, was: { id, firstSeenAt, isBacklog } };
}
