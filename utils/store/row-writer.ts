/** What the two ways of restoring a backup have in common. */
import type { Restored } from '../model/backup-format.ts';
import type { BackupRow } from '../model/backup-rows.ts';
import type { StoreName, Transaction } from './schema.ts';

/** Over all stores: a backup is written as a whole or not at all. */
export type RestoreTransaction = Transaction<StoreName[]>;

/** What writes the rows of a backup, in the order of the file. */
export interface RowWriter {
  write(row: BackupRow): Promise<void>;
  finish(): Promise<Restored>;
}
