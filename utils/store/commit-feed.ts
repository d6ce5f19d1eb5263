/**
 * What a check that brought no articles says of its source: most checks do. One transaction over the few stores that it needs,
 * so that a poll in which nothing changed keeps nobody from the articles.
 */
import type { Feed } from '../model/feed.ts';
import { readSettings } from '../model/settings.ts';
import { hostOf } from '../text/host.ts';
import { asWait } from './hosts.ts';
import type { Database, FeedStore } from './schema.ts';
import { whole } from './whole.ts';

/** What the next check depends on besides the source. */
export interface NextCheck {
  /** The reader's interval for all sources in minutes, or null. */
  readonly checkMinutes: number | null;
  /** UTC ms before which the host asked not to come, or null. */
  readonly hostUntil: number | null;
}

/**
 * Stores the source's new row, from the one stored at that moment; nothing where it was removed meanwhile. Running it twice
 * does no harm.
 */
export function commitFeed(
  db: Database,
  feedId: number,
  change: (feed: Feed, known: NextCheck) => Feed,
  now: number,
): Promise<void> {
  const tx = db.transaction(['feeds', 'hosts', 'records'], 'readwrite');
  return whole(tx, async () => {
    const feeds = tx.objectStore('feeds');
    const feed = await feeds.get(feedId);
    if (!feed) return;
    const [host, settings] = await Promise.all([
      tx.objectStore('hosts').get(hostOf(feed.url)),
      tx.objectStore('records').get('settings'),
    ]);
    const { checkMinutes } = readSettings(settings);
    await putChecked(feeds, feed, change(feed, { checkMinutes, hostUntil: asWait(host?.waitUntil, now) }));
  });
}

/** Writes the row of a source after a check. An address that another source has is not taken over. */
export async function putChecked(feeds: FeedStore, before: Feed, changed: Feed): Promise<void> {
  const isTaken =
    changed.url !== before.url && (await feeds.index('byUrl').getKey(changed.url)) !== undefined;
  await feeds.put(isTaken ? { ...changed, url: before.url } : changed);
}
