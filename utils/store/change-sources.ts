/** What the reader changes of his sources, of one or of many at once. */
import type { SourceOrder } from '../model/account.ts';
import { type Feed, feedName, isAtRest, NEVER, type SourceChange, type SourcePatch } from '../model/feed.ts';
import { orderWithin } from './orders.ts';
import { ALL_ARTICLES } from './records.ts';
import type { Database, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** What follows from the changes, beside the rows of the sources. */
export interface Changed {
  /** Sources that were found. */
  readonly count: number;
  /** Whether what is muted or not counted has to be found anew, and stories described anew. */
  readonly mutes: boolean;
  readonly leads: boolean;
  readonly intervals: boolean;
  /** Whether one that rested is due. */
  readonly wakes: boolean;
  /** Whether the account's server is to be told. */
  readonly orders: boolean;
}

type ChangeTransaction = Transaction<['feeds', 'records', 'articles', 'stories']>;

/** Changes sources in one transaction, with the stories whose lead may change; ids that are unknown are passed over. */
export function changeSources(db: Database, changes: readonly SourceChange[], now: number): Promise<Changed> {
  const tx = db.transaction(['feeds', 'records', 'articles', 'stories'], 'readwrite');
  return whole(tx, () => changeWithin(tx, changes, now));
}

async function changeWithin(
  tx: ChangeTransaction,
  changes: readonly SourceChange[],
  now: number,
): Promise<Changed> {
  const done = { count: 0, mutes: false, leads: false, intervals: false, wakes: false, orders: false };
  const orders: SourceOrder[] = [];
  for (const { feedId, patch } of changes) {
    const before = await tx.objectStore('feeds').get(feedId);
    if (!before || before.removedAt !== undefined) continue;
    const after = patched(before, patch, now);
    await tx.objectStore('feeds').put(after);
    done.count += 1;
    done.mutes ||= after.muted !== before.muted || after.uncounted !== before.uncounted;
    done.intervals ||= after.checkMinutes !== before.checkMinutes;
    done.wakes ||= after.nextCheckAt < before.nextCheckAt;
    if (isOtherThere(before, after)) orders.push({ kind: 'change', feedId });
    if ((after.preferred ?? false) === (before.preferred ?? false)) continue;
    done.leads = true;
    await describeAnew(tx, feedId);
  }
  if (done.mutes) await tx.objectStore('records').put(ALL_ARTICLES, 'muting');
  // In this transaction, so that no kill leaves a source called otherwise here than there.
  await orderWithin(tx.objectStore('records'), orders, now);
  return { ...done, orders: orders.length > 0 };
}

/** Whether a source of the account is to be called or filed otherwise on its server as well. */
function isOtherThere(before: Feed, after: Feed): boolean {
  if (before.account === undefined) return false;
  return (
    feedName(before) !== feedName(after) || JSON.stringify(before.folder) !== JSON.stringify(after.folder)
  );
}

function patched(feed: Feed, patch: SourcePatch, now: number): Feed {
  const { uncounted: before, ...plain } = feed;
  const { uncounted = before, ...rest } = patch;
  const stated = Object.entries(rest).filter(([, value]) => value !== undefined);
  const after: Feed = { ...plain, ...Object.fromEntries(stated), ...(uncounted && { uncounted }) };
  if (patch.paused === undefined || patch.paused === (feed.paused ?? false)) return after;
  return { ...after, nextCheckAt: isAtRest(after) ? NEVER : now };
}

/** Whoever tells stories describes anew those that the source tells. */
async function describeAnew(tx: ChangeTransaction, feedId: number): Promise<void> {
  const ofFeed = IDBKeyRange.bound([feedId], [feedId, []]);
  const articles = await tx.objectStore('articles').index('byFeed').getAll(ofFeed);
  for (const id of new Set(articles.map(({ story }) => story))) {
    const story = await tx.objectStore('stories').get(id);
    // A story that it tells alone has one lead whatever is preferred.
    if (story && new Set(story.feeds).size > 1) await tx.objectStore('stories').put({ ...story, stale: 1 });
  }
}
