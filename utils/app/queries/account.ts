/** The account on a feed server as options show it: without anything that lets anybody in. */
import { DIALECTS } from '../../account/dialect.ts';
import { countPending } from '../../account/marks.ts';
import type { AccountView } from '../../model/account.ts';
import { storedAccount, storedOrders } from '../../store/account.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { Database } from '../../store/schema.ts';

/** What options show of the account; null where there is none. */
export async function account(db: Database): Promise<AccountView | null> {
  const stored = await storedAccount(db);
  if (stored === null) return null;
  const { place, account: known } = stored;
  const [orders, feeds, waiting] = await Promise.all([
    storedOrders(db),
    allFeeds(db),
    db.getAllFromIndex('serverItems', 'byWaits'),
  ]);
  return {
    base: place.base,
    user: place.user,
    product: DIALECTS[place.dialect].product,
    // Where its record is missing, the database was lost, and the password with it.
    standing: known?.standing ?? 'signed-out',
    isSyncing: (known?.syncingSince ?? null) !== null,
    syncedAt: known?.syncedAt ?? null,
    nextSyncAt: known?.nextSyncAt ?? 0,
    problem: known?.problem ?? null,
    sources: feeds.filter((feed) => feed.account !== undefined).length,
    marksWaiting: countPending(waiting),
    changesWaiting: orders.waiting.length,
    refused: orders.refused,
    vanished: known?.vanished ?? 0,
    moving: known?.moving ?? null,
  };
}
