/** Removing a source with all that was stored of it. */
import { isRead } from '../model/article.ts';
import { addUnread } from './marks.ts';
import { asAllRead } from './records.ts';
import type { Database } from './schema.ts';

/** Deletes a source, its articles, their bodies and marks in one transaction; false where it was not there. */
export async function deleteFeed(db: Database, feedId: number): Promise<boolean> {
  const tx = db.transaction(['feeds', 'articles', 'bodies', 'marks', 'counters', 'records'], 'readwrite');
  const known = (await tx.objectStore('feeds').getKey(feedId)) !== undefined;
  const allRead = asAllRead(await tx.objectStore('records').get('allRead'));
  const ofFeed = IDBKeyRange.bound([feedId], [feedId, []]);
  let unread = 0;
  for (const id of await tx.objectStore('articles').index('byKey').getAllKeys(ofFeed)) {
    if (!isRead(id, await tx.objectStore('marks').get(id), allRead)) unread += 1;
    await tx.objectStore('articles').delete(id);
    await tx.objectStore('bodies').delete(id);
    await tx.objectStore('marks').delete(id);
  }
  await addUnread(tx.objectStore('counters'), -unread);
  await tx.objectStore('feeds').delete(feedId);
  await tx.done;
  return known;
}
