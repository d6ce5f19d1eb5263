/**
 * The database: the only place that opens IndexedDB. One `LedeSchema` type drives every access; migrations are an
 * append-only list; a file an object store. Only the background may create or upgrade it (`open.ts`).
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Article, ArticleBody, Mark } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';

export const DATABASE_NAME = 'lede';

export interface LedeSchema extends DBSchema {
  feeds: {
    key: number;
    value: Feed;
    indexes: { byUrl: string; byNextCheck: number };
  };
  articles: {
    key: number;
    value: Article;
    indexes: { byNewest: [number, number]; byKey: [number, string]; byUrl: string; byFingerprint: string };
  };
  bodies: { key: number; value: ArticleBody };
  /** Only marks that say something have a row: no row means unread. */
  marks: { key: number; value: Mark };
  /** Totals that are kept, because counting 50,000 rows takes 90 ms. */
  counters: { key: CounterName; value: number };
  records: { key: RecordName; value: unknown };
}

/** `unread`: articles unread. `markClock`: UTC ms of the latest mark, which the next one must exceed. */
export type CounterName = 'unread' | 'markClock';
/** Single records: the settings, and how far "mark all as read" reaches. */
export type RecordName = 'settings' | 'allRead';

export type Database = IDBPDatabase<LedeSchema>;
export type Transaction<
  Stores extends StoreNames<LedeSchema>[],
  Mode extends IDBTransactionMode = 'readwrite',
> = IDBPTransaction<LedeSchema, Stores, Mode>;
