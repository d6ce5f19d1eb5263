/** Sources of the account: what its server's list says becomes true here. */
import { namesAlike, oneFolder } from '../account/changes.ts';
import type { Subscription } from '../account/wire.ts';
import { type Feed, feedName, NEVER, newFeed, READ_AGAIN } from '../model/feed.ts';
import { hostOf, webUrl } from '../text/host.ts';
import { canonicalUrl } from '../text/url.ts';
import { changeAccountWithin, NO_ORDERS } from './account.ts';
import { ALL_ARTICLES } from './records.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { retire } from './served.ts';
import { whole } from './whole.ts';

/** What following a list came to. */
export type Followed =
  /** It is suddenly empty: nothing was changed, and the reader is asked. */
  | { readonly kind: 'vanished'; readonly sources: number }
  | {
      readonly kind: 'followed';
      /** The account's sources by the server's names of their streams. */
      readonly feeds: ReadonlyMap<string, Feed>;
      /** Whether anything changed that a page shows. */
      readonly isChanged: boolean;
      /** Whether what is muted has to be found anew. */
      readonly mutes: boolean;
    };

/**
 * Follows what the list holds, and no longer what it does not. A local source of the same address becomes the account's, and
 * keeps its articles and marks. What the reader changed here and the server has not done yet stays as the reader did it.
 *
 * @param mayEmpty whether the reader knows that the list is empty
 */
export function followList(
  db: Database,
  list: readonly Subscription[],
  mayEmpty: boolean,
  now: number,
): Promise<Followed> {
  const tx = articleTransaction(db);
  return whole(tx, async () => {
    const feeds = await tx.objectStore('feeds').getAll();
    const own = feeds.filter(({ account, removedAt }) => account && removedAt === undefined);
    if (list.length === 0 && own.length > 0 && !mayEmpty) {
      await changeAccountWithin(tx.objectStore('records'), ({ keepsVanished }) => ({
        vanished: keepsVanished ? 0 : own.length,
      }));
      return { kind: 'vanished', sources: own.length };
    }
    const { waiting } = ((await tx.objectStore('records').get('orders')) as typeof NO_ORDERS) ?? NO_ORDERS;
    const follower = new Follower(tx, feeds, now);
    for (const { order } of waiting) {
      if (order.kind === 'remove') follower.leaving.add(order.streamId);
      if (order.kind === 'change') follower.changing.add(order.feedId);
    }
    for (const source of list) await follower.follow(source);
    await follower.leave(list);
    if (follower.mutes) await tx.objectStore('records').put(ALL_ARTICLES, 'muting');
    await changeAccountWithin(tx.objectStore('records'), { vanished: 0, keepsVanished: false });
    return { kind: 'followed', ...follower.result() };
  });
}

class Follower {
  /** Streams that the reader removed here, and sources that he changed, before the server did. */
  readonly leaving = new Set<string>();
  readonly changing = new Set<number>();
  mutes = false;
  readonly #tx: ArticleTransaction;
  readonly #now: number;
  readonly #byStream = new Map<string, Feed>();
  readonly #feeds: readonly Feed[];
  /** Made where a source is looked for that is not known by its stream: most lists hold none. */
  #byAddress: Map<string, Feed> | null = null;
  readonly #followed = new Map<string, Feed>();
  readonly #taken = new Set<number>();
  readonly #urls: Set<string>;
  #isChanged = false;

  constructor(tx: ArticleTransaction, feeds: readonly Feed[], now: number) {
    this.#tx = tx;
    this.#now = now;
    this.#urls = new Set(feeds.map(({ url }) => url));
    this.#feeds = feeds;
    for (const feed of feeds) if (feed.account) this.#byStream.set(feed.account.streamId, feed);
  }

  result(): {
    readonly feeds: ReadonlyMap<string, Feed>;
    readonly isChanged: boolean;
    readonly mutes: boolean;
  } {
    return { feeds: this.#followed, isChanged: this.#isChanged, mutes: this.mutes };
  }

  async follow(source: Subscription): Promise<void> {
    if (this.leaving.has(source.id)) return;
    const known = this.#knownAs(source);
    if (known === undefined) return this.#add(source);
    // What the reader removed here a moment ago can be had back for a while; until then nothing comes of it.
    if (known.removedAt !== undefined && !known.account?.isGone) return;
    const { removedAt, account, ...kept } = known;
    const wasAsked = known.bodyHash !== null && known.bodyHash !== READ_AGAIN;
    if (wasAsked) await this.#retire(known.id);
    const bodyHash = wasAsked ? READ_AGAIN : kept.bodyHash;
    const theirs = { account: { streamId: source.id }, nextCheckAt: NEVER, readerWaits: false, bodyHash };
    const taken = { ...kept, ...theirs };
    const feed = this.changing.has(known.id) ? taken : described(taken, source);
    this.mutes ||= removedAt !== undefined;
    await this.#put(known, { ...feed, problem: null, stopped: false });
  }

  /** What the server follows no longer is removed as if the reader had done it here. */
  async leave(list: readonly Subscription[]): Promise<void> {
    const listed = new Set(list.map(({ id }) => id));
    for (const [streamId, feed] of this.#byStream) {
      if (listed.has(streamId) || feed.removedAt !== undefined || this.#taken.has(feed.id)) continue;
      this.mutes = true;
      this.#isChanged = true;
      const account = { streamId, isGone: true } as const;
      await this.#tx.objectStore('feeds').put({ ...feed, account, removedAt: this.#now });
    }
  }

  /** The source here by its stream, else by its address, which two streams of a server may share. */
  #knownAs({ id, url }: Subscription): Feed | undefined {
    const byStream = this.#byStream.get(id);
    if (byStream) return byStream;
    const byAddress = this.#addresses().get(canonicalUrl(url));
    return byAddress === undefined || this.#taken.has(byAddress.id) ? undefined : byAddress;
  }

  #addresses(): Map<string, Feed> {
    this.#byAddress ??= new Map(this.#feeds.map((feed) => [canonicalUrl(feed.url), feed]));
    return this.#byAddress;
  }

  async #add(source: Subscription): Promise<void> {
    const plain = webUrl(source.url) ?? source.siteUrl ?? 'https://unknown.invalid/';
    const isOwn = webUrl(source.url) !== null && !this.#urls.has(plain);
    const url = isOwn ? plain : `${plain}#${source.id}`;
    const fresh = described(newFeed(url, hostOf(url), this.#now), source);
    const row = { ...fresh, account: { streamId: source.id }, nextCheckAt: NEVER };
    // The store gives the id; its type has no way to say "not yet".
    const id = await this.#tx.objectStore('feeds').add(row as Feed);
    const feed = { ...row, id };
    this.#addresses().set(canonicalUrl(url), feed);
    this.#urls.add(url);
    this.#take(source.id, feed);
    this.#isChanged = true;
  }

  #take(streamId: string, feed: Feed): void {
    this.#followed.set(streamId, feed);
    this.#taken.add(feed.id);
  }

  async #put(before: Feed, feed: Feed): Promise<void> {
    this.#take(feed.account?.streamId ?? '', feed);
    if (isSame(before, feed)) return;
    this.#isChanged = true;
    await this.#tx.objectStore('feeds').put(feed);
  }

  /** No body tells any more what it serves: from now on age counts from when an article came. */
  #retire(feedId: number): Promise<void> {
    return retire(this.#tx, feedId, { articles: new Set(), tombstones: new Set() }, this.#now);
  }
}

/** Whether a row became no other; what was not touched is the same object. */
function isSame(before: Feed, after: Feed): boolean {
  const names = Object.keys(after) as (keyof Feed)[];
  if (names.length !== Object.keys(before).length) return false;
  return names.every(
    (name) => before[name] === after[name] || JSON.stringify(before[name]) === JSON.stringify(after[name]),
  );
}

/** Names and folders as the server has them, but for what it only writes otherwise. */
function described<F extends Omit<Feed, 'id'>>(feed: F, { title, folder, siteUrl }: Subscription): F {
  const isNamed = title === '' || namesAlike(feedName(feed), title);
  const isFiled = namesAlike(oneFolder(feed.folder) ?? '', folder ?? '');
  return {
    ...feed,
    siteUrl: feed.siteUrl ?? (siteUrl === null ? null : webUrl(siteUrl)),
    ...(!isNamed && { title, ownTitle: null }),
    ...(!isFiled && { folder: folder === null ? [] : [folder] }),
  };
}

/** Sources whose articles came here to the last of them: what they bring from now on is news. */
export async function noteComplete(db: Database, feedIds: readonly number[]): Promise<void> {
  const tx = db.transaction('feeds', 'readwrite');
  await whole(tx, async () => {
    for (const id of feedIds) {
      const feed = await tx.store.get(id);
      if (feed?.account && feed.bodyHash === null) await tx.store.put({ ...feed, bodyHash: READ_AGAIN });
    }
  });
}
