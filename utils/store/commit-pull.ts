/**
 * Articles of the account's server, stored with the ids that they are known by there in one transaction: of what a kill left
 * out, the ids are unknown as before.
 */
import { isSameTitle } from '../account/incoming.ts';
import { linkItem } from '../account/linking.ts';
import { type Evidence, NOTHING_PENDING, type ServerRow } from '../account/marks.ts';
import { type AllRead, type Article, isRead } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import { changedArticle, newArticle } from '../story/dedupe.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { nextStep } from './account.ts';
import { ArticleWriter } from './article-writer.ts';
import { findTombstone } from './find-known.ts';
import { findTwin } from './find-twin.ts';
import { tick } from './marks.ts';
import { matchItem } from './match-item.ts';
import { type MuteTest, mutesWithin } from './mutes.ts';
import type { PulledItem } from './pull-part.ts';
import { PullRoom } from './pull-room.ts';
import { asAllRead } from './records.ts';
import type { Limits } from './retention.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

/** What is stored in one transaction. */
export interface PullPart {
  readonly items: readonly PulledItem[];
  readonly languages: ReadonlyMap<number, string>;
  /** `keepDays` infinite where the clock is not to be trusted. */
  readonly limits: Limits;
  /** UTC ms. */
  readonly now: number;
}

/** What came of it. */
export interface PullCommit {
  readonly added: number;
  /** What the server says of articles that were here already, to be taken in. */
  readonly evidence: readonly Evidence[];
}

/** Stores a part. Running it twice adds nothing. */
export function commitPull(db: Database, part: PullPart): Promise<PullCommit> {
  const tx = articleTransaction(db);
  return whole(tx, async () => {
    const commit = await Commit.within(tx, part);
    for (const item of part.items) await commit.take(item);
    return commit.finish();
  });
}

class Commit {
  readonly #tx: ArticleTransaction;
  readonly #part: PullPart;
  readonly #writer: ArticleWriter;
  readonly #room: PullRoom;
  readonly #isMuted: MuteTest;
  readonly #allRead: AllRead;
  /** The time of the marks that come with new articles. */
  readonly #at: number;
  readonly #evidence: Evidence[] = [];
  readonly #touched = new Set<number>();
  #added = 0;
  #step = 0;

  private constructor(
    tx: ArticleTransaction,
    part: PullPart,
    known: { writer: ArticleWriter; room: PullRoom; isMuted: MuteTest; allRead: AllRead; at: number },
  ) {
    this.#tx = tx;
    this.#part = part;
    this.#writer = known.writer;
    this.#room = known.room;
    this.#isMuted = known.isMuted;
    this.#allRead = known.allRead;
    this.#at = known.at;
  }

  static async within(tx: ArticleTransaction, part: PullPart): Promise<Commit> {
    return new Commit(tx, part, {
      writer: await ArticleWriter.within(tx),
      room: await PullRoom.within(tx, part.limits, part.now),
      isMuted: await mutesWithin(tx),
      allRead: asAllRead(await tx.objectStore('records').get('allRead')),
      at: await tick(tx.objectStore('counters'), part.now),
    });
  }

  async take(pulled: PulledItem): Promise<void> {
    const { item, feedId, incoming } = pulled;
    const feed = await this.#tx.objectStore('feeds').get(feedId);
    if (!feed) return;
    const row = await this.#tx.objectStore('serverItems').get(item.id);
    const known = typeof row?.articleId === 'number' ? await this.#article(row.articleId) : undefined;
    if (known) {
      await this.#correct(feed, known, incoming);
      this.#hear(pulled);
    } else if (row === undefined || item.isSaved) await this.#takeUnknown(feed, pulled);
  }

  async finish(): Promise<PullCommit> {
    await this.#writer.finish();
    const feeds = this.#tx.objectStore('feeds');
    for (const id of this.#touched) {
      const feed = await feeds.get(id);
      const language = feed?.language ?? this.#part.languages.get(id) ?? null;
      if (feed) await feeds.put({ ...feed, language, lastSuccessAt: this.#part.now, problem: null });
    }
    return { added: this.#added, evidence: this.#evidence };
  }

  #article(id: number): Promise<Article | undefined> {
    return this.#tx.objectStore('articles').get(id);
  }

  async #takeUnknown(feed: Feed, pulled: PulledItem): Promise<void> {
    this.#touched.add(feed.id);
    const same = await matchItem(this.#tx, feed.id, pulled.incoming);
    if (same) return this.#link(pulled, same.id, same.twinOf ?? same.id);
    const wasDropped = await findTombstone(this.#tx, feed.id, pulled.incoming, new Set());
    if (!pulled.item.isSaved && (wasDropped || !this.#room.hasFor(feed, pulled))) {
      return this.#put(pulled, { articleId: null });
    }
    // It comes back, and is no news.
    if (wasDropped) await this.#tx.objectStore('tombstones').delete([feed.id, wasDropped.key]);
    await this.#add(feed, pulled, feed.bodyHash === null || wasDropped !== undefined);
  }

  /** @param isBacklog whether it is no news: until one sync came to its end, all that a source brings is what it held before */
  async #add(feed: Feed, pulled: PulledItem, isBacklog: boolean): Promise<void> {
    const { item, arrivedAt } = pulled;
    const { now } = this.#part;
    const incoming = { ...pulled.incoming, ...(arrivedAt !== null && { arrivedAt }) };
    const twin = await findTwin(this.#tx, feed, incoming, true);
    const identity = {
      feedId: feed.id,
      twinOf: twin?.id ?? null,
      isBacklog,
      isMuted: this.#isMuted(incoming, feed),
    };
    // No document says what is still served: its age counts from its arrival.
    const row = { ...newArticle(incoming, identity, now), servedUntil: arrivedAt ?? now };
    const { html, categories } = incoming;
    const isMarked = !twin && (item.isRead || item.isSaved);
    const id = await this.#writer.add(
      { ...row, ...(feed.uncounted && { uncounted: feed.uncounted }) },
      { html, categories, history: [] },
      isMarked ? { read: item.isRead, ...(item.isSaved && { saved: true }), at: this.#at } : undefined,
    );
    this.#room.take(feed.id);
    this.#added += 1;
    // What another source brought before may have been read since.
    if (twin) await this.#link(pulled, id, twin.id);
    else await this.#put(pulled, { articleId: id });
  }

  /** Links an item with an article, what was done with that in the lists included. */
  async #link(pulled: PulledItem, articleId: number, shown: number): Promise<void> {
    const mark = await this.#tx.objectStore('marks').get(shown);
    const here = { read: isRead(shown, mark, this.#allRead), saved: mark?.saved ?? false };
    this.#step ||= await nextStep(this.#tx.objectStore('counters'));
    const { row, evidence } = linkItem(pulled.item, { feedId: pulled.feedId, articleId }, here, this.#step);
    await this.#tx.objectStore('serverItems').put(row);
    this.#evidence.push(...evidence);
  }

  async #put({ item, feedId }: PulledItem, { articleId }: Pick<ServerRow, 'articleId'>): Promise<void> {
    const { id, isRead: read, isSaved: saved } = item;
    await this.#tx
      .objectStore('serverItems')
      .put({ id, feedId, articleId, read, saved, pending: NOTHING_PENDING });
  }

  #hear({ item: { id, isRead: read, isSaved: saved } }: PulledItem): void {
    this.#evidence.push({ id, field: 'read', value: read }, { id, field: 'saved', value: saved });
  }

  /** Takes over what was changed at its source; a headline that only the server altered stays as it was. */
  async #correct(feed: Feed, article: Article, fetched: IncomingArticle): Promise<void> {
    const title = isSameTitle(article.title, fetched.title) ? article.title : fetched.title;
    const incoming = { ...fetched, title };
    const body = await this.#tx.objectStore('bodies').get(article.id);
    if (title === article.title && body?.html === incoming.html) return;
    const changed = changedArticle(article, body, incoming, this.#part.now);
    if (!changed) return;
    this.#touched.add(feed.id);
    await this.#tx.objectStore('bodies').put(changed.body);
    const muted = this.#isMuted(changed.article, feed);
    await this.#writer.list(changed.article, { muted, uncounted: feed.uncounted ?? false });
  }
}
