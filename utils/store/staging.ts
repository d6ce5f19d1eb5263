/**
 * The store `staging`: a backup that is being restored, piece by piece as it came, beside what it is to be added to or
 * take the place of. It is believed once all of it is there.
 */
import type { Restored, RestoreMode } from '../model/backup-format.ts';
import type { Database } from './schema.ts';

/** In the record `restore`: how a restore stands. */
export interface StagedRestore {
  readonly id: string;
  /** Pieces come; all are there, the reader said how, and it is being written; it is written. */
  readonly state: 'staging' | 'committing' | 'done';
  /** UTC ms at which it began. */
  readonly at: number;
  readonly mode: RestoreMode | null;
  readonly parts: number;
  readonly result: Restored | null;
}

/** Begins a restore; what is left of another goes. */
export async function beginStaging(db: Database, id: string, now: number): Promise<void> {
  const tx = db.transaction(['staging', 'records'], 'readwrite');
  await tx.objectStore('staging').clear();
  const begun: StagedRestore = { id, state: 'staging', at: now, mode: null, parts: 0, result: null };
  await tx.objectStore('records').put(begun, 'restore');
  await tx.done;
}

/** Keeps a piece; one that came before is replaced. False where that restore is not one that takes pieces. */
export async function stagePart(db: Database, id: string, index: number, text: string): Promise<boolean> {
  const tx = db.transaction(['staging', 'records'], 'readwrite');
  const restore = asStaged(await tx.objectStore('records').get('restore'));
  const isOpen = restore?.id === id && restore.state === 'staging';
  if (isOpen) await tx.objectStore('staging').put({ index, text });
  await tx.done;
  return isOpen;
}

/** How the last restore stands, or null where there was none. */
export async function stagedRestore(db: Database): Promise<StagedRestore | null> {
  return asStaged(await db.get('records', 'restore'));
}

/** Notes how a restore stands. */
export async function putStaged(db: Database, restore: StagedRestore): Promise<void> {
  await db.put('records', restore, 'restore');
}

/** A piece, or undefined where it is missing. */
export async function stagedPart(db: Database, index: number): Promise<string | undefined> {
  return (await db.get('staging', index))?.text;
}

/** Lets go of a restore that is not to be finished. */
export async function dropStaging(db: Database): Promise<void> {
  const tx = db.transaction(['staging', 'records'], 'readwrite');
  await tx.objectStore('staging').clear();
  await tx.objectStore('records').delete('restore');
  await tx.done;
}

/** The note as it was stored; null where no restore is under way. */
export function asStaged(stored: unknown): StagedRestore | null {
  return (stored as StagedRestore | undefined) ?? null;
}
