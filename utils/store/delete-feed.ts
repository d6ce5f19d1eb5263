/** Removing a source with all that was stored of it. */
import { feedName } from '../model/feed.ts';
import { ArticleWriter } from './article-writer.ts';
import { orderWithin } from './orders.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

/**
 * Deletes a source, its articles, their bodies and marks in one transaction; false where it was not there. What
 * another source carries as well is then shown as that one's.
 */
export function deleteFeed(db: Database, feedId: number): Promise<boolean> {
  const tx = articleTransaction(db);
  return whole(tx, () => deleteWithin(tx, feedId));
}

/**
 * The same for a source that was removed before `before` (UTC ms), if it still is. One of the account is then to go from
 * its server as well: not sooner, since until then the reader can have it back.
 */
export function purgeFeed(db: Database, feedId: number, before: number): Promise<boolean> {
  const tx = articleTransaction(db);
  return whole(tx, async () => {
    const feed = await tx.objectStore('feeds').get(feedId);
    if (feed?.removedAt === undefined || feed.removedAt > before) return false;
    if (feed.account && !feed.account.isGone) {
      const { streamId } = feed.account;
      const order = { kind: 'remove', streamId, name: feedName(feed), url: feed.url } as const;
      await orderWithin(tx.objectStore('records'), [order], feed.removedAt);
    }
    return deleteWithin(tx, feedId);
  });
}

async function deleteWithin(tx: ArticleTransaction, feedId: number): Promise<boolean> {
  const known = (await tx.objectStore('feeds').getKey(feedId)) !== undefined;
  const ofFeed = IDBKeyRange.bound([feedId], [feedId, []]);
  const writer = await ArticleWriter.within(tx);
  for (const article of await tx.objectStore('articles').index('byKey').getAll(ofFeed)) {
    await writer.remove(article);
    await tx.objectStore('marks').delete(article.id);
  }
  for (const { was } of await tx.objectStore('tombstones').getAll(ofFeed)) {
    if (was) await tx.objectStore('marks').delete(was.id);
  }
  await tx.objectStore('tombstones').delete(ofFeed);
  const items = tx.objectStore('serverItems');
  for (const id of await items.index('byFeed').getAllKeys(feedId)) await items.delete(id);
  await writer.finish();
  await tx.objectStore('feeds').delete(feedId);
  return known;
}
