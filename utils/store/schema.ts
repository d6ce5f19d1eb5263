/**
 * The database: the only place that opens IndexedDB. One `LedeSchema` type drives every access; migrations are an
 * append-only list; a file an object store. Only the background may create or upgrade it (`open.ts`).
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ServerRow } from '../account/marks.ts';
import type { Alert } from '../model/alert.ts';
import type { Article, ArticleBody, Mark, Tombstone } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { Binding, Story, WindowChunk } from '../model/story.ts';
import type { PackedHeads, PackedTexts } from '../search/pack.ts';

export interface LedeSchema extends DBSchema {
  feeds: {
    key: number;
    value: Feed;
    indexes: { byUrl: string; byNextCheck: number };
  };
  articles: {
    key: number;
    value: Article;
    indexes: {
      byNewest: [number, number];
      byKey: [number, string];
      byUrl: string;
      byFingerprint: string;
      /** Of one source, newest first. */
      byFeed: [feedId: number, newestFirst: number, id: number];
      /** Of one story, in their order of arrival. */
      byStory: [story: number, id: number];
      /** Of one source: first what it serves, then the rest, the longest gone first. */
      byServed: [feedId: number, servedUntil: number];
      /** The twins of one article. */
      byTwin: number;
    };
  };
  bodies: { key: number; value: ArticleBody };
  /** Only marks that say something have a row: no row means unread. */
  marks: { key: number; value: Mark };
  /** What is known of articles that are not kept, for as long as they could come back. */
  tombstones: {
    key: [feedId: number, key: string];
    value: Tombstone;
    indexes: {
      byUrl: [feedId: number, urlKey: string];
      byFingerprint: [feedId: number, fingerprint: string];
      byServedUntil: number;
    };
  };
  stories: {
    key: number;
    value: Story;
    indexes: {
      byNewest: [number, number];
      byToldAt: number;
      byArrivedAt: number;
      byStale: number;
    };
  };
  /** Stories that became part of another, for as long as articles are kept. */
  redirects: { key: number; value: { readonly from: number; readonly into: number } };
  /** What the reader decided of stories. */
  bindings: { key: number; value: Binding };
  /** The window of the story engine, in its order of arrival. */
  window: { key: number; value: WindowChunk };
  alerts: { key: number; value: Alert };
  /** What is searched, packed: headlines and authors, and under the same keys leads. */
  searchHeads: { key: BlockKey; value: PackedHeads };
  searchLeads: { key: BlockKey; value: PackedTexts };
  /** Articles that changed, went or came back since they were packed, in that order. */
  searchChanges: { key: number; value: { readonly articleId: number } };
  hosts: { key: string; value: KnownHost };
  /** A backup that is being restored, in pieces, as text. */
  staging: { key: number; value: { readonly index: number; readonly text: string } };
  /** What is known of the articles of the reader's account on a feed server, kept here or not. */
  serverItems: {
    key: string;
    value: ServerRow;
    indexes: { byArticle: number; byFeed: number; byWaits: number };
  };
  /** Totals that are kept, because counting 50,000 rows takes 90 ms. */
  counters: { key: CounterName; value: number };
  records: { key: RecordName; value: unknown };
}

/** Packed articles by their numbers, first and last, whether or not they are still stored; no two have one `serial`. */
export type BlockKey = [from: number, to: number, serial: number];

/** What Lede knows of a host. */
export interface KnownHost {
  readonly host: string;
  /** UTC ms before which it asked not to be asked, or null. */
  readonly waitUntil: number | null;
  /** A machine of the reader's own network, which the reader confirmed that Lede may ask. */
  readonly isConfirmed: boolean;
}

/**
 * `unread`, `unreadStories`: articles and stories unread. `articles`: articles stored. `markClock`: UTC ms of the latest
 * mark, which the next one must exceed. `lastStory`: the latest number of a story. `storyRevision`: grows with every
 * change of the engine's window, so that a background knows whether what it holds in memory is still true. `toldUpTo`:
 * no article with a number up to this one waits for a story. `packedUpTo`: articles with a number up to this one are
 * packed for searching. `lastBlock`: the latest serial of a block of these.
 */
export type CounterName =
  | 'unread'
  | 'unreadStories'
  | 'articles'
  | 'markClock'
  | 'lastStory'
  | 'storyRevision'
  | 'toldUpTo'
  | 'packedUpTo'
  | 'lastBlock'
  /** Which snapshot of sources and settings this database is at least as new as; see `utils/app/snapshots`. */
  | 'snapshot'
  /** How many steps this browser made towards the account's server: the time by which marks and answers are ordered. */
  | 'accountStep';
/**
 * Single records: the settings, how far "mark all as read" reaches over articles and over stories, how far the one before
 * it did, when the last clean-up was, when Latest was last shown (UTC ms), the order of Top that was shown last, what makes
 * a story break as it was last fitted, when alerts were raised in the last day (UTC ms), below which number of an article
 * the search for what is muted or not counted goes on, where that was changed, when alerts were last seen in the popup
 * (UTC ms), the colours of the toolbar, and whether the last poll found no network.
 */
export type RecordName =
  | 'settings'
  /** The engine's memory of its window, and up to which row of it that goes (`utils/store/engine-image`). */
  | 'engine'
  | 'engineAt'
  /** How carrying by the browser's own sync stands, and what it remembers (`utils/store/carry`). */
  | 'carry'
  | 'carried'
  | 'allRead'
  | 'allStoriesRead'
  | 'beforeAll'
  | 'cleanUp'
  | 'visitedAt'
  | 'topOrder'
  | 'fitted'
  | 'alerts'
  | 'muting'
  | 'alertsSeenAt'
  | 'toolbarTheme'
  | 'isOffline'
  /** Whether the welcome page was opened. */
  | 'welcomed'
  /** What was put back from a snapshot after the database was lost, until the reader knows. */
  | 'recovered'
  /** How a restore of a backup stands. */
  | 'restore'
  /** The account on a feed server: where it is, and apart from that all else of it, password and tokens among it. */
  | 'accountPlace'
  | 'account'
  /** Changes of its sources that are on their way, and a 'mark all' that is held back (`utils/model/account`). */
  | 'orders'
  | 'markAllOrder';

export type Database = IDBPDatabase<LedeSchema>;
export type StoreName = StoreNames<LedeSchema>;

/** Every object store; the compiler names one that is missing. */
const ALL_STORES: Readonly<Record<StoreName, true>> = {
  alerts: true,
  articles: true,
  bindings: true,
  bodies: true,
  counters: true,
  feeds: true,
  hosts: true,
  marks: true,
  records: true,
  redirects: true,
  searchChanges: true,
  searchHeads: true,
  searchLeads: true,
  serverItems: true,
  staging: true,
  stories: true,
  tombstones: true,
  window: true,
};
export const STORES = Object.keys(ALL_STORES) as StoreName[];

export type Transaction<
  Stores extends StoreNames<LedeSchema>[],
  Mode extends IDBTransactionMode = 'readwrite',
> = IDBPTransaction<LedeSchema, Stores, Mode>;

/** The store `feeds` within a transaction that may write it, as far as checks need it. */
export interface FeedStore {
  put(feed: Feed): Promise<unknown>;
  index(name: 'byUrl'): { getKey(url: string): Promise<number | undefined> };
}

/** The stores that hold articles and what is known of them; whatever adds or drops one works in all of them. */
export const ARTICLE_STORES = [
  'feeds',
  'articles',
  'bodies',
  'marks',
  'tombstones',
  'hosts',
  'stories',
  'searchChanges',
  'serverItems',
  'counters',
  'records',
] as const;
export type ArticleTransaction = Transaction<[...typeof ARTICLE_STORES]>;

/** A transaction over all stores that hold articles. */
export function articleTransaction(db: Database): ArticleTransaction {
  return db.transaction([...ARTICLE_STORES], 'readwrite');
}
