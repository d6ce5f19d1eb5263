/** Forgetting an account with all that is stored of it. */
import { dueAsItStands, type Feed, FIRST_CHECKS_APART_MS, NEVER } from '../model/feed.ts';
import { ALL_ARTICLES } from './records.ts';
import type { Database } from './schema.ts';
import { whole } from './whole.ts';

/**
 * Forgets the account, its password first of all. Its sources are local ones from then on, due one after another, or are
 * removed, as if the reader had removed each.
 */
export function forgetAccount(db: Database, keep: boolean, now: number): Promise<void> {
  const tx = db.transaction(['feeds', 'records', 'serverItems'], 'readwrite');
  return whole(tx, async () => {
    const records = tx.objectStore('records');
    for (const name of ['account', 'accountPlace', 'orders', 'markAllOrder'] as const) {
      await records.delete(name);
    }
    await tx.objectStore('serverItems').clear();
    let due = now;
    for (const feed of await tx.objectStore('feeds').getAll()) {
      if (feed.account === undefined) continue;
      await tx.objectStore('feeds').put(keep ? asLocal(feed, due) : removed(feed, now));
      due += FIRST_CHECKS_APART_MS;
    }
    if (!keep) await records.put(ALL_ARTICLES, 'muting');
  });
}

function asLocal({ account: _, ...feed }: Feed, due: number): Feed {
  return dueAsItStands(feed, due);
}

function removed({ account: _, removedAt, ...feed }: Feed, now: number): Feed {
  return { ...feed, removedAt: removedAt ?? now, nextCheckAt: NEVER };
}
