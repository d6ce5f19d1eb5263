/** Storing what a check found: the source's new row and its articles, in one transaction. */
import { backedOff, LONGEST_WAIT_MS } from '../../feed/schedule.ts';
import type { Feed } from '../../model/feed.ts';
import { commitCheck } from '../../store/commit-check.ts';
import { waitUntil } from '../../store/hosts.ts';
import { loadSettings } from '../../store/records.ts';
import { normalise } from '../../story/normalise.ts';
import { hostOf } from '../../text/host.ts';
import { afterFinding, isWhole } from '../after-finding.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';

/** How long a host is left alone that asks for it without saying how long, in ms; doubled each time. */
const UNSAID_WAIT_MS = 15 * 60_000;

/** Stores a finding of a source and tells everyone; gives the ids of the articles that are news. */
export async function storeFinding(deps: Deps, seen: Feed, finding: Finding): Promise<number[]> {
  const db = await deps.database();
  const { checkMinutes, keepPerSource } = await loadSettings(db);
  const now = deps.now();
  const wait = waitOf(deps, seen, finding, now);
  const hostUntil = wait ?? (await waitUntil(db, hostOf(seen.url), now));
  const known = { now, random: deps.random(), pace: deps.pace, checkMinutes, hostUntil };
  const added = await commitCheck(
    db,
    {
      feedId: seen.id,
      feed: (stored, count) => afterFinding(stored, finding, { ...known, added: count }),
      articles: finding.kind === 'feed' ? normalise(finding.parsed) : [],
      isAll: finding.kind === 'feed' && isWhole(seen, finding, now),
      waits: wait === null ? [] : hostsOf(seen, finding).map((host) => ({ host, until: wait })),
      most: keepPerSource,
    },
    now,
  );
  if (isSeen(seen, finding)) await changed(deps);
  return added;
}

/** UTC ms until which the host is to be left alone, or null where it did not ask for that. */
function waitOf({ pace }: Deps, feed: Feed, finding: Finding, now: number): number | null {
  if (finding.kind !== 'failed') return null;
  const { problem, retryAfterMs } = finding;
  if (retryAfterMs !== null) return now + Math.min(retryAfterMs, LONGEST_WAIT_MS);
  if (problem.status !== 429 && problem.status !== 503) return null;
  return now + backedOff(UNSAID_WAIT_MS, feed.failures + 1, pace);
}

/** The host that was asked, and the one that answered. */
function hostsOf(feed: Feed, { exchange }: Finding): string[] {
  const hosts = [hostOf(feed.url), hostOf(exchange?.finalUrl ?? feed.url)];
  return [...new Set(hosts)].filter((host) => host !== '');
}

/** Whether a page could show the difference: a check that found nothing new and went as before is no news to anyone. */
function isSeen(before: Feed, finding: Finding): boolean {
  if (finding.kind === 'feed') return true;
  return (finding.kind === 'failed' ? finding.problem.code : undefined) !== before.problem?.code;
}
