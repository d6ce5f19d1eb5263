/** The object store `feeds`: followed sources, and when each is to be asked next. */
import { type Feed, NEVER } from '../model/feed.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';
import { Writes } from './writes.ts';

export type NewFeed = Omit<Feed, 'id'>;

/** Stores a new source and gives its id; problem `already-followed` if its address is there. */
export async function insertFeed(db: Database, feed: NewFeed): Promise<Result<number>> {
  const tx = db.transaction('feeds', 'readwrite');
  if (await tx.store.index('byUrl').getKey(feed.url)) return fail('already-followed');
  // The store gives the id; its type has no way to say "not yet".
  const id = await tx.store.add(feed as Feed);
  await tx.done;
  return ok(id);
}

/** Stores all sources whose address is not there yet, in one transaction; gives how many these were. */
export function insertFeeds(db: Database, feeds: readonly NewFeed[]): Promise<number> {
  const tx = db.transaction('feeds', 'readwrite');
  return whole(tx, async () => {
    const added = new Map(feeds.map((feed) => [feed.url, feed]));
    for (const { url } of await tx.store.getAll()) added.delete(url);
    const writes = new Writes();
    for (const feed of added.values()) await writes.add(tx.store.add(feed as Feed));
    await writes.settle();
    return added.size;
  });
}

/** All sources that are followed, in the order in which they were added. */
export async function allFeeds(db: Database): Promise<Feed[]> {
  return (await db.getAll('feeds')).filter(isFollowed);
}

function isFollowed({ removedAt }: Feed): boolean {
  return removedAt === undefined;
}

/** The source with this address, if it is followed. */
export async function feedByUrl(db: Database, url: string): Promise<Feed | undefined> {
  const feed = await db.getFromIndex('feeds', 'byUrl', url);
  return feed && isFollowed(feed) ? feed : undefined;
}

/** The sources whose check is due at `now` (UTC ms), the longest overdue first. */
export function dueFeeds(db: Database, now: number): Promise<Feed[]> {
  return db.getAllFromIndex('feeds', 'byNextCheck', IDBKeyRange.upperBound(now));
}

/** UTC ms of the earliest check that is due, or null where there is nothing to ask. */
export async function earliestCheck(db: Database): Promise<number | null> {
  const cursor = await db.transaction('feeds').store.index('byNextCheck').openKeyCursor();
  return cursor && cursor.key < NEVER ? cursor.key : null;
}

/** Changes every row for which `change` gives one, in one transaction. */
export async function changeFeeds(db: Database, change: (feed: Feed) => Feed | null): Promise<void> {
  const tx = db.transaction('feeds', 'readwrite');
  for (const feed of await tx.store.getAll()) {
    const changed = isFollowed(feed) ? change(feed) : null;
    if (changed) await tx.store.put(changed);
  }
  await tx.done;
}

/** Whether there are sources that the reader removed by `before` (UTC ms), which are to be deleted. */
export async function hasRemoved(db: Database, before: number): Promise<boolean> {
  return (await db.getAll('feeds')).some(({ removedAt }) => removedAt !== undefined && removedAt <= before);
}
