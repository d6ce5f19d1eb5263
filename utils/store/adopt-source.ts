/** What becomes of a source's row here once the account's server has done as it was told. */
import type { Subscription } from '../account/wire.ts';
import { type Feed, feedName, NEVER } from '../model/feed.ts';
import { changeOrdersWithin, without } from './orders.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';

/** A source of the account is there as the reader wanted it: what it is called is the server's word from now on. */
export function settleChange(db: Database, id: number, feedId: number, title: string): Promise<void> {
  const tx = db.transaction(['feeds', 'records'], 'readwrite');
  return whole(tx, async () => {
    const feed = await tx.objectStore('feeds').get(feedId);
    // Named anew meanwhile: an order for that waits behind this one.
    if (feed?.account && feedName(feed) === title) {
      await tx.objectStore('feeds').put({ ...feed, title, ownTitle: null });
    }
    await changeOrdersWithin(tx.objectStore('records'), (orders) => without(orders, id));
  });
}

/**
 * The server lists a source that moves there: from now on it is fetched by the server alone. Its row stays, and with it
 * articles and marks.
 */
export function adoptSource(db: Database, id: number, feedId: number, listed: Subscription): Promise<void> {
  const tx = db.transaction(['feeds', 'records'], 'readwrite');
  return whole(tx, async () => {
    const feed = await tx.objectStore('feeds').get(feedId);
    if (feed && feed.account === undefined) await tx.objectStore('feeds').put(adopted(feed, listed));
    await changeOrdersWithin(tx.objectStore('records'), (orders) => without(orders, id));
  });
}

function adopted(feed: Feed, { id, title, folder }: Subscription): Feed {
  return {
    ...feed,
    account: { streamId: id },
    title: title || feedName(feed),
    ownTitle: null,
    folder: folder === null ? [] : [folder],
    nextCheckAt: NEVER,
    problem: null,
    failures: 0,
    failingSince: null,
  };
}
