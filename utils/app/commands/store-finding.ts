/** Storing what a check found: the source's new row and its articles, in one transaction. */
import type { Feed } from '../../model/feed.ts';
import { type CheckResult, commitCheck } from '../../store/commit-check.ts';
import { commitFeed, type NextCheck } from '../../store/commit-feed.ts';
import { waitUntil } from '../../store/hosts.ts';
import { loadSettings } from '../../store/records.ts';
import { normalise } from '../../story/normalise.ts';
import { hostOf } from '../../text/host.ts';
import { afterFinding, isWhole } from '../after-finding.ts';
import { askedWait, hostsToWaitFor } from '../asked-wait.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';
import { tellStories } from './tell-stories.ts';

/** Stores a finding of a source and tells everyone; gives the ids of the articles that are news. */
export async function storeFinding(deps: Deps, seen: Feed, finding: Finding): Promise<number[]> {
  const now = deps.now();
  const wait = askedWait(finding, seen.failures + 1, deps.pace, now);
  const added =
    finding.kind === 'feed' || wait !== null
      ? await storeArticles(deps, seen, finding, { now, wait })
      : await storeFeed(deps, seen, finding, now);
  // The articles are stored whatever becomes of this: without a story they wait for the next time.
  if (finding.kind === 'feed') await tellStories(deps);
  if (isSeen(seen, finding)) await changed(deps);
  return added;
}

/** What most checks find: nothing new. */
async function storeFeed(deps: Deps, { id }: Feed, finding: Finding, now: number): Promise<number[]> {
  const known = { now, random: deps.random(), pace: deps.pace, added: 0 };
  const after = (feed: Feed, next: NextCheck): Feed => afterFinding(feed, finding, { ...known, ...next });
  await commitFeed(await deps.database(), id, after, now);
  return [];
}

async function storeArticles(
  deps: Deps,
  seen: Feed,
  finding: Finding,
  { now, wait }: { readonly now: number; readonly wait: number | null },
): Promise<number[]> {
  const db = await deps.database();
  const { checkMinutes, keepPerSource } = await loadSettings(db);
  const hostUntil = wait ?? (await waitUntil(db, hostOf(seen.url), now));
  const known = { now, random: deps.random(), pace: deps.pace, checkMinutes, hostUntil };
  const result: CheckResult = {
    feedId: seen.id,
    feed: (stored, count) => afterFinding(stored, finding, { ...known, added: count }),
    articles: finding.kind === 'feed' ? normalise(finding.parsed) : [],
    isAll: finding.kind === 'feed' && isWhole(seen, finding, now),
    waits: wait === null ? [] : hostsToWaitFor(seen.url, finding).map((host) => ({ host, until: wait })),
    most: keepPerSource,
  };
  return commitCheck(db, result, now);
}

/** Whether a page could show the difference: a check that found nothing new and went as before is no news to anyone. */
function isSeen(before: Feed, finding: Finding): boolean {
  if (finding.kind === 'feed') return true;
  return (finding.kind === 'failed' ? finding.problem.code : undefined) !== before.problem?.code;
}
