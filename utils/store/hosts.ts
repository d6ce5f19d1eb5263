/** The store `hosts`: hosts that asked to be left alone for a while, and private ones that the reader confirmed. */
import { LONGEST_WAIT_MS } from '../feed/schedule.ts';
import { hostOf } from '../text/host.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

/**
 * UTC ms before which a host asked not to be asked, or null where it did not or that time is over. A time further
 * away than any wait that is granted comes from a clock that was wrong.
 */
export async function waitUntil(db: Database, host: string, now: number): Promise<number | null> {
  return asWait((await db.get('hosts', host))?.waitUntil, now);
}

/** What a stored waiting time means at `now`; see `waitUntil`. */
export function asWait(until: number | null | undefined, now: number): number | null {
  return until && until > now && until <= now + LONGEST_WAIT_MS ? until : null;
}

/** Keeps all sources of a host from being asked before `until` (UTC ms), within a transaction. */
export async function makeHostWait(tx: ArticleTransaction, host: string, until: number): Promise<void> {
  const hosts = tx.objectStore('hosts');
  const known = await hosts.get(host);
  await hosts.put({ host, isConfirmed: known?.isConfirmed ?? false, waitUntil: until });
  for (const feed of await tx.objectStore('feeds').getAll()) {
    if (hostOf(feed.url) !== host || feed.nextCheckAt >= until) continue;
    await tx.objectStore('feeds').put({ ...feed, nextCheckAt: until });
  }
}

/**
 * Ends a wait that was set at `setAt` or later `by` ms sooner; gives when it was to end (UTC ms), or null where the
 * host has none that was set then.
 */
export async function shortenHostWait(
  db: Database,
  host: string,
  { setAt, by }: { readonly setAt: number; readonly by: number },
): Promise<number | null> {
  const tx = db.transaction('hosts', 'readwrite');
  const known = await tx.store.get(host);
  const until = known?.waitUntil ?? null;
  if (!known || until === null || until <= setAt) return null;
  await tx.store.put({ ...known, waitUntil: until - by });
  await tx.done;
  return until;
}

/** Keeps all sources of these hosts from being asked before `until` (UTC ms). */
export async function rememberWaits(db: Database, hosts: readonly string[], until: number): Promise<void> {
  const tx = articleTransaction(db);
  await whole(tx, async () => {
    for (const host of hosts) await makeHostWait(tx, host, until);
  });
}

/** Whether the reader confirmed that Lede may ask this machine of their own network. */
export async function isConfirmedHost(db: Database, host: string): Promise<boolean> {
  return (await db.get('hosts', host))?.isConfirmed ?? false;
}

/** Remembers that Lede may ask this machine of the reader's own network. */
export async function confirmHost(db: Database, host: string): Promise<void> {
  const tx = db.transaction('hosts', 'readwrite');
  const known = await tx.store.get(host);
  await tx.store.put({ host, waitUntil: known?.waitUntil ?? null, isConfirmed: true });
  await tx.done;
}
