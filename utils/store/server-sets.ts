/** Sets of ids of the account's server beside what is known here. */
import { NOTHING_PENDING } from '../account/marks.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';
import { Writes } from './writes.ts';

/** The number of this browser's last step: answers to what is asked from now on are later than it. */
export async function lastStep(db: Database): Promise<number> {
  return (await db.get('counters', 'accountStep')) ?? 0;
}

/** Saved articles that are known and not kept: they are fetched all the same, once. */
export async function savedAndDropped(db: Database, saved: ReadonlySet<string>): Promise<string[]> {
  const dropped: string[] = [];
  for (const id of saved) {
    const row = await db.get('serverItems', id);
    if (row && row.articleId === null && !row.saved) dropped.push(id);
  }
  return dropped;
}

/** Remembers ids whose articles are not fetched, since there is no room for them. */
export async function rememberItems(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('serverItems', 'readwrite');
  await whole(tx, async () => {
    const writes = new Writes();
    const row = { feedId: 0, articleId: null, read: true, saved: false, pending: NOTHING_PENDING };
    for (const id of ids) await writes.add(tx.store.put({ id, ...row }));
    await writes.settle();
  });
}

/** Of these ids those whose articles are kept and came within a time, UTC ms. */
export async function keptSince(db: Database, ids: readonly string[], since: number): Promise<string[]> {
  const kept: string[] = [];
  for (const id of ids) {
    const row = await db.get('serverItems', id);
    const article = typeof row?.articleId === 'number' ? await db.get('articles', row.articleId) : undefined;
    if (article && (article.arrivedAt ?? article.firstSeenAt) > since) kept.push(id);
  }
  return kept;
}
