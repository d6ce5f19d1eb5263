/** How the whole stands: unread total, sources and their faults. */
import type { Feed } from '../../model/feed.ts';
import type { Status } from '../../model/view.ts';
import { allFeeds } from '../../store/feeds.ts';
import { counter } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';

/** Totals for the frame around the lists. */
export async function status(db: Database): Promise<Status> {
  const [feeds, unread] = await Promise.all([allFeeds(db), counter(db, 'unread')]);
  const failing = feeds.filter((feed) => feed.problem !== null);
  return {
    unread,
    sources: feeds.length,
    failing: failing.length,
    offline: failing.some((feed) => feed.problem?.code === 'offline'),
    waitingHosts: [...new Set(failing.filter(isWaiting).map((feed) => hostOf(feed.url)))],
    lastSuccessAt: feeds.reduce<number | null>((latest, feed) => later(latest, feed.lastSuccessAt), null),
  };
}

function isWaiting(feed: Feed): boolean {
  return feed.problem?.code === 'no-permission';
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
