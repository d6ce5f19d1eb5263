/**
 * Writing a staged backup, which was found whole before, in one transaction: a death in the middle leaves everything as
 * it was, with the pieces still there.
 */

import type { Restored, RestoreMode } from '../model/backup-format.ts';
import type { BackupRow } from '../model/backup-rows.ts';
import { BackupReader } from './backup-file.ts';
import { MergeWriter } from './restore-merge.ts';
import { ReplaceWriter } from './restore-replace.ts';
import type { RestoreTransaction, RowWriter } from './row-writer.ts';
import { type Database, STORES } from './schema.ts';
import type { StagedRestore } from './staging.ts';
import { whole } from './whole.ts';

/** Writes the backup in `restore` as it says; gives what came in. Rejects, and changes nothing, where it cannot. */
export function writeStaged(
  db: Database,
  restore: StagedRestore & { readonly mode: RestoreMode },
  now: number,
): Promise<Restored> {
  const tx = db.transaction(STORES, 'readwrite');
  return whole(tx, async () => {
    // An empty database has nothing that could be kept: what is put into it is the backup as it was.
    const hasAccount = (await tx.objectStore('records').get('accountPlace')) !== undefined;
    const isEmpty = (await tx.objectStore('feeds').count()) === 0 && !hasAccount;
    const keepsSettings = restore.mode === 'merge';
    const writer: RowWriter =
      restore.mode === 'replace' || isEmpty
        ? await ReplaceWriter.within(tx, keepsSettings)
        : await MergeWriter.within(tx, now);
    await writeParts(tx, restore.parts, writer);
    const result = await writer.finish();
    await tx.objectStore('staging').clear();
    const done: StagedRestore = { ...restore, state: 'done', result };
    await tx.objectStore('records').put(done, 'restore');
    return result;
  });
}

async function writeParts(tx: RestoreTransaction, parts: number, writer: RowWriter): Promise<void> {
  const rows: BackupRow[] = [];
  const reader = new BackupReader((row) => rows.push(row));
  for (let index = 0; index < parts; index += 1) {
    const part = await tx.objectStore('staging').get(index);
    if (part === undefined || !reader.add(part.text))
      throw new Error('the staged backup is not the one that was checked');
    for (const row of rows) await writer.write(row);
    rows.length = 0;
  }
  if (!reader.end().ok) throw new Error('the staged backup is not the one that was checked');
}
