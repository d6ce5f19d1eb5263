/** Reading all that a backup carries, in steps of about a megabyte, each a whole by itself. */
import {
  BACKUP_STORES,
  type BackupKey,
  type BackupPart,
  type BackupPlace,
  type BackupStore,
} from '../model/backup-format.ts';
import { CARRIED_COUNTERS, CARRIED_RECORDS, rowLine } from '../model/backup-rows.ts';
import type { WindowChunk } from '../model/story.ts';
import { toBase64 } from '../text/base64.ts';
import type { Database, StoreName } from './schema.ts';

/** Whether a store is carried; the compiler asks for every new one. */
export const IS_CARRIED: Readonly<Record<StoreName, boolean>> = {
  // Of this browser: what it told, and when.
  alerts: false,
  articles: true,
  bindings: true,
  bodies: true,
  counters: true,
  feeds: true,
  hosts: true,
  marks: true,
  records: true,
  redirects: true,
  stories: true,
  tombstones: true,
  window: true,
  // Packed anew of the articles.
  searchChanges: false,
  searchHeads: false,
  searchLeads: false,
  // Learned from the server again.
  serverItems: false,
  staging: false,
};

/** UTF-16 units after which a step ends. */
const ENOUGH = 1_000_000;
/** Rows read at once; bodies are the long ones. */
const AT_ONCE = 200;
const BODIES_AT_ONCE = 40;

/** The rows from a place on, about a megabyte of them. */
export async function backupPart(db: Database, place: BackupPlace): Promise<BackupPart> {
  const { store } = place;
  let { key } = place;
  let lines = '';
  let rows = 0;
  while (lines.length < ENOUGH) {
    const read = await readSome(db, store, key);
    for (const line of read.lines) lines += line;
    rows += read.lines.length;
    key = read.last;
    if (key === null) break;
  }
  if (key !== null) return { lines, rows, next: { store, key } };
  const following = BACKUP_STORES[BACKUP_STORES.indexOf(store) + 1];
  return { lines, rows, next: following === undefined ? null : { store: following, key: null } };
}

interface Read {
  readonly lines: readonly string[];
  /** The last key where there may be more, else null. */
  readonly last: BackupKey | null;
}

async function readSome(db: Database, store: BackupStore, after: BackupKey | null): Promise<Read> {
  if (store === 'records') return { lines: await readRecords(db), last: null };
  if (store === 'counters') return { lines: await readCounters(db), last: null };
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const most = store === 'bodies' ? BODIES_AT_ONCE : AT_ONCE;
  const tx = db.transaction(store);
  const [keys, found] = await Promise.all([
    tx.objectStore(store).getAllKeys(range as null, most),
    tx.objectStore(store).getAll(range as null, most),
  ]);
  const lines = found.flatMap((row) => lineOf(store, row));
  // Keys are those of the stores' types, of which the compiler sees only that they are keys.
  return { lines, last: keys.length < most ? null : ((keys.at(-1) as BackupKey | undefined) ?? null) };
}

function lineOf(store: BackupStore, row: unknown): string[] {
  const of = row as never;
  if (store === 'hosts') {
    const { host, isConfirmed }: { host: string; isConfirmed: boolean } = of;
    return isConfirmed ? [rowLine('hosts', { host })] : [];
  }
  if (store === 'window') {
    // Joins are for an image of the window, which no backup holds.
    const { bytes, joins: _, ...chunk }: WindowChunk = of;
    return [rowLine('window', { ...chunk, bytes: toBase64(bytes) })];
  }
  return [rowLine(store, of)];
}

async function readRecords(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const name of CARRIED_RECORDS) {
    const value = await db.get('records', name);
    if (value !== undefined) lines.push(rowLine('records', { name, value }));
  }
  return lines;
}

async function readCounters(db: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const name of CARRIED_COUNTERS) {
    lines.push(rowLine('counters', { name, value: (await db.get('counters', name)) ?? 0 }));
  }
  return lines;
}
