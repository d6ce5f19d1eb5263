/** Following a source by the address of its feed. */
import { newFeed } from '../../model/feed.ts';
import { fail, ok, type Problem, type Result } from '../../model/problem.ts';
import { feedByUrl, insertFeed, type NewFeed } from '../../store/feeds.ts';
import { purgeByUrl } from '../../store/removed.ts';
import { hostOf, webUrl } from '../../text/host.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { askAtOnce } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';
import { storeFinding } from './store-finding.ts';

/**
 * Asks the address and follows it, with what came. Where the answer shows that there is no feed, nothing is followed
 * and the problem is given; where it only failed for now, the source is followed and carries the problem.
 */
export async function addFeed(deps: Deps, address: string): Promise<Result<{ feedId: number }>> {
  const url = webUrl(address);
  if (url === null) return fail('bad-address');
  const db = await deps.database();
  if (await feedByUrl(db, url)) return fail('already-followed');
  const now = deps.now();
  const feed = { ...newFeed(url, hostOf(url), now), lastAttemptAt: now, unconditionalAt: now };
  const finding = deps.findings.take(url, now) ?? (await deps.stayAwake(() => askAtOnce(deps, feed)));
  if (finding.kind === 'failed' && isFinal(finding.problem)) return { ok: false, problem: finding.problem };
  return keepFeed(deps, feed, finding);
}

/** Follows a source with what its first check found; problem `already-followed` where its address is there. */
export async function keepFeed(
  deps: Deps,
  feed: NewFeed,
  finding: Finding,
): Promise<Result<{ feedId: number }>> {
  const db = await deps.database();
  await purgeByUrl(db, [feed.url]);
  const inserted = await insertFeed(db, feed);
  if (!inserted.ok) return inserted;
  await storeFinding(deps, { ...feed, id: inserted.value }, finding);
  await armNextPoll(deps);
  return ok({ feedId: inserted.value });
}

function isFinal(problem: Problem): boolean {
  if (problem.code === 'http') return problem.status === 404 || problem.status === 410;
  return problem.code === 'not-a-feed' || problem.code === 'unsupported' || problem.code === 'too-large';
}
