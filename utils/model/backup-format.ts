/** What others need to know of backups: their stores, their pieces, what is said of one. No code that reads them. */

/** The stores in the order in which a file has them: what others name comes before them. */
export const BACKUP_STORES = [
  'records',
  'counters',
  'hosts',
  'feeds',
  'marks',
  'stories',
  'redirects',
  'articles',
  'bodies',
  'tombstones',
  'bindings',
  'window',
] as const;
export type BackupStore = (typeof BACKUP_STORES)[number];

/** UTF-16 units of one message of a restore: in bytes below 4 MiB, whatever the letters and however they are quoted. */
export const MAX_PART = 1_000_000;

/** Where the next part of a backup begins: behind `key` of `store`, or at its beginning. */
export interface BackupPlace {
  readonly store: BackupStore;
  readonly key: BackupKey | null;
}
export type BackupKey = number | string | readonly [number, string];

export interface BackupPart {
  /** Lines of the file, each with its end. */
  readonly lines: string;
  readonly rows: number;
  /** Null: that was all. */
  readonly next: BackupPlace | null;
}

/** What a backup holds, for a reader to decide on. */
export interface BackupSummary {
  /** UTC ms at which it was made. */
  readonly at: number;
  readonly sources: number;
  readonly articles: number;
  readonly saved: number;
  /** All rows. */
  readonly rows: number;
}

/** How a backup comes in: beside what is here, or in its place. */
export type RestoreMode = 'merge' | 'replace';

/** What came of restoring. */
export interface Restored {
  readonly sources: number;
  readonly articles: number;
}
