/** A 'mark all' on its way to the feed server: held back while it can be taken back, then a mark an article. */
import { markHeld, type ServerRow } from '../account/marks.ts';
import { HELD_BACK_MS, type MarkAllOrder } from '../model/account.ts';
import { type AllRead, isRead } from '../model/article.ts';
import { nextStep } from './account.ts';
import { asAllRead } from './records.ts';
import type { Database, RecordName, Transaction } from './schema.ts';
import { withMarks } from './server-items.ts';
import { whole } from './whole.ts';

/** Rows that are looked at in one transaction, so that nothing waits long for the database. */
const AT_ONCE = 500;

/** The store `records` within any transaction that may write it. */
interface Records {
  get(name: RecordName): Promise<unknown>;
  put(value: unknown, name: RecordName): Promise<unknown>;
}

/** Orders that the server be told what 'mark all' did here, within the transaction that did it at `now` (UTC ms). */
export async function orderMarkAll(records: Records, now: number): Promise<void> {
  if ((await records.get('accountPlace')) === undefined) return;
  const order: MarkAllOrder = { at: now + HELD_BACK_MS, isTakenBack: false };
  await records.put(order, 'markAllOrder');
}

/** The same after it was taken back: what the server was told of it by then is told otherwise. */
export async function orderUndo(records: Records, now: number): Promise<void> {
  if ((await records.get('accountPlace')) === undefined) return;
  const order: MarkAllOrder = { at: now, isTakenBack: true };
  await records.put(order, 'markAllOrder');
}

/**
 * Has every article of the server that is read here by a 'mark all' sent, once that is not held back any more. A death in
 * between leaves the order where it was, and doing it twice changes nothing more.
 */
export async function sendMarkAll(db: Database, now: number): Promise<void> {
  const order = (await db.get('records', 'markAllOrder')) as MarkAllOrder | undefined;
  // By a clock that went back it would wait for ever.
  if (order === undefined || (order.at > now && order.at <= now + HELD_BACK_MS)) return;
  let after: string | null = '';
  while (after !== null) after = await align(db, after, order.isTakenBack);
  const tx = db.transaction('records', 'readwrite');
  const stored = (await tx.store.get('markAllOrder')) as MarkAllOrder | undefined;
  // Another one was given meanwhile.
  if (stored?.at === order.at && stored.isTakenBack === order.isTakenBack)
    await tx.store.delete('markAllOrder');
  await tx.done;
}

function align(db: Database, after: string, bothWays: boolean): Promise<string | null> {
  const tx = db.transaction([...STORES], 'readwrite');
  return whole(tx, () => alignWithin(tx, after, bothWays));
}

const STORES = ['articles', 'marks', 'serverItems', 'counters', 'records'] as const;
type Aligning = Transaction<[...typeof STORES]>;

/** Looks at the rows behind an id; gives the last of them, or null where there are no more. */
async function alignWithin(tx: Aligning, after: string, bothWays: boolean): Promise<string | null> {
  const items = tx.objectStore('serverItems');
  const rows = await items.getAll(IDBKeyRange.lowerBound(after, true), AT_ONCE);
  const allRead = asAllRead(await tx.objectStore('records').get('allRead'));
  const reads = await Promise.all(rows.map((row) => readHere(tx, row, allRead)));
  let step = 0;
  for (const [at, row] of rows.entries()) {
    const read = reads[at] ?? null;
    if (read === null || read === row.read || !(read || bothWays)) continue;
    step ||= await nextStep(tx.objectStore('counters'));
    await items.put(withMarks(row, markHeld(row, 'read', read, step)));
  }
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
}

/** Whether a row's article is read here; null where it is not kept. */
async function readHere(tx: Aligning, { articleId }: ServerRow, allRead: AllRead): Promise<boolean | null> {
  const article = articleId === null ? undefined : await tx.objectStore('articles').get(articleId);
  if (!article) return null;
  const id = article.twinOf ?? article.id;
  return isRead(id, await tx.objectStore('marks').get(id), allRead);
}
