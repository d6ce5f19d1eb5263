/** Sources that the reader removed: hidden at once, and deleted only when he no longer wants them back. */
import { type Feed, isAtRest, NEVER } from '../model/feed.ts';
import { purgeFeed } from './delete-feed.ts';
import { ALL_ARTICLES } from './records.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';

/** Hides sources; what is stored of them follows by `muteSome`. Gives how many were followed. */
export function hideFeeds(db: Database, ids: readonly number[], now: number): Promise<number> {
  return changeSome(db, ids, (feed) =>
    feed.removedAt === undefined ? { ...feed, removedAt: now, nextCheckAt: NEVER } : null,
  );
}

/** Takes that back, as far as they are still there; they are due at once. Gives how many came back. */
export function showFeeds(db: Database, ids: readonly number[], now: number): Promise<number> {
  return changeSome(db, ids, ({ removedAt, ...feed }) =>
    removedAt === undefined ? null : { ...feed, nextCheckAt: isAtRest(feed) ? NEVER : now },
  );
}

async function changeSome(
  db: Database,
  ids: readonly number[],
  change: (feed: Feed) => Feed | null,
): Promise<number> {
  const tx = db.transaction(['feeds', 'records'], 'readwrite');
  return whole(tx, async () => {
    let count = 0;
    for (const id of new Set(ids)) {
      const feed = await tx.objectStore('feeds').get(id);
      const changed = feed ? change(feed) : null;
      if (!changed) continue;
      await tx.objectStore('feeds').put(changed);
      count += 1;
    }
    if (count > 0) await tx.objectStore('records').put(ALL_ARTICLES, 'muting');
    return count;
  });
}

/** Deletes what was removed before `before` (UTC ms), a source a transaction; gives how many. */
export async function purgeRemoved(db: Database, before: number): Promise<number> {
  return purge(db, before, () => true);
}

/** Deletes what was removed of these addresses: who follows one anew begins anew. */
export async function purgeByUrl(db: Database, urls: readonly string[]): Promise<void> {
  const wanted = new Set(urls);
  await purge(db, Number.POSITIVE_INFINITY, ({ url }) => wanted.has(url));
}

async function purge(db: Database, before: number, isMeant: (feed: Feed) => boolean): Promise<number> {
  let count = 0;
  for (const feed of await db.getAll('feeds')) {
    if (feed.removedAt === undefined || !isMeant(feed)) continue;
    if (await purgeFeed(db, feed.id, before)) count += 1;
  }
  return count;
}
