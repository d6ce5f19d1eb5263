/** Checking one source: claim it, ask, store. A fault is stored on the source and costs nothing that was there. */
import { afterSkipped } from '../../feed/skipped-times.ts';
import { type Feed, isAtRest, NEVER, NO_VALIDATORS } from '../../model/feed.ts';
import type { LeftOutReason } from '../../model/view.ts';
import { asWait } from '../../store/hosts.ts';
import { isNoRoom } from '../../store/room.ts';
import type { Transaction } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';
import { VALIDATORS_LAST_MS } from '../after-finding.ts';
import { askFeed } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';
import { storeFinding } from './store-finding.ts';

/** Who wants a check: the schedule, or the reader, who may come before a source is due. */
export type Wanted = 'due' | 'by-reader';

/** A source is asked at most once in this time, also for a reader who presses the button again, in ms. */
export const SOONEST_MS = 5 * 60_000;

type NotAsked = Exclude<LeftOutReason, 'cancelled' | 'later'>;

/** What came of a check. `gone`: it was removed, another check of it runs, or its feed does not want to be read now. */
export type Checked =
  | { readonly kind: 'asked'; readonly finding: Finding; readonly news: readonly number[] }
  | { readonly kind: 'left-out'; readonly reason: NotAsked }
  | { readonly kind: 'gone' };

/** Checks a source, unless it may not be asked now. */
export async function checkFeed(deps: Deps, seen: Feed, wanted: Wanted = 'due'): Promise<Checked> {
  const claim = await claimFeed(deps, seen, wanted);
  if (claim.kind !== 'claimed') return claim;
  return { kind: 'asked', ...(await stored(deps, claim.feed, await askFeed(deps, claim.asked))) };
}

/** Stores a finding. Where there is no room for what was found, that is what is stored: it takes none. */
async function stored(
  deps: Deps,
  feed: Feed,
  finding: Finding,
): Promise<Pick<Extract<Checked, { kind: 'asked' }>, 'finding' | 'news'>> {
  try {
    return { finding, news: await storeFinding(deps, feed, finding) };
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    const { exchange } = finding;
    const failed: Finding = { kind: 'failed', problem: { code: 'disk-full' }, retryAfterMs: null, exchange };
    return { finding: failed, news: await storeFinding(deps, feed, failed) };
  }
}

type Claim =
  | { readonly kind: 'claimed'; readonly feed: Feed; readonly asked: Feed }
  | Exclude<Checked, { kind: 'asked' }>;

/**
 * Writes the attempt before the request: if the background dies while it waits, the source is neither lost nor asked
 * again at every wake-up.
 */
async function claimFeed(deps: Deps, seen: Feed, wantedNow: Wanted): Promise<Claim> {
  const now = deps.now();
  const tx = (await deps.database()).transaction(['feeds', 'hosts'], 'readwrite');
  const feed = await tx.objectStore('feeds').get(seen.id);
  if (!feed || feed.removedAt !== undefined || feed.lastAttemptAt !== seen.lastAttemptAt)
    return { kind: 'gone' };
  // The account's server asks it.
  if (feed.account !== undefined) return { kind: 'gone' };
  const wanted = feed.readerWaits ? 'by-reader' : wantedNow;
  const until = asWait((await tx.objectStore('hosts').get(hostOf(feed.url)))?.waitUntil, now);
  const reason = reasonToLeaveOut(feed, until, wanted, now);
  if (reason !== null) {
    await putOff(tx, feed, isAtRest(feed) ? NEVER : (until ?? feed.nextCheckAt));
    return { kind: 'left-out', reason };
  }
  // It was due before its skipped hours; but the browser was closed, or the alarm late.
  const wished = wanted === 'due' ? afterSkipped(now, feed.pace, deps.random()) : now;
  if (wished > now) {
    await putOff(tx, feed, wished);
    return { kind: 'gone' };
  }
  const asked = withoutOldValidators(feed, wanted, now);
  const claimed = {
    ...feed,
    readerWaits: false,
    lastAttemptAt: now,
    // A reader who comes before it is due brings nothing forward, should this attempt come to nothing.
    nextCheckAt: Math.max(feed.nextCheckAt, now + deps.pace.retryMs),
    unconditionalAt: isConditional(asked) ? feed.unconditionalAt : now,
  };
  await tx.objectStore('feeds').put(claimed);
  await tx.done;
  return { kind: 'claimed', feed: claimed, asked };
}

/** Ends a claim that asks nobody: the source is not due before `at` (UTC ms). */
async function putOff(tx: Transaction<['feeds', 'hosts']>, feed: Feed, at: number): Promise<void> {
  if (feed.nextCheckAt < at) await tx.objectStore('feeds').put({ ...feed, nextCheckAt: Math.round(at) });
  await tx.done;
}

function reasonToLeaveOut(
  feed: Feed,
  hostUntil: number | null,
  wanted: Wanted,
  now: number,
): NotAsked | null {
  if (feed.stopped) return 'stopped';
  if (feed.paused) return 'paused';
  if (hostUntil !== null) return 'asked-to-wait';
  // Where the last attempt asked nobody, nobody is asked too soon.
  if (feed.problem?.code === 'no-permission' || feed.problem?.code === 'private-address') return null;
  const since = now - (feed.lastAttemptAt ?? Number.NEGATIVE_INFINITY);
  return wanted === 'by-reader' && since >= 0 && since < SOONEST_MS ? 'asked-just-now' : null;
}

/** Once in eight days a feed is asked as if for the first time, in case its server says 304 whatever happens. */
function withoutOldValidators(feed: Feed, wanted: Wanted, now: number): Feed {
  const isOld = now - (feed.unconditionalAt ?? 0) >= VALIDATORS_LAST_MS;
  return wanted === 'due' && isOld ? { ...feed, validators: NO_VALIDATORS } : feed;
}

function isConditional({ validators }: Feed): boolean {
  return validators.etag !== null || validators.lastModified !== null;
}
