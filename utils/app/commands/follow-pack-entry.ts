/** Following a source of a starter pack: of the addresses at which its feed may be, the first that works is kept. */

import type { PackEntry } from '../../model/pack.ts';
import { fail, type Result } from '../../model/problem.ts';
import type { NewFeed } from '../../store/feeds.ts';
import { feedByUrl } from '../../store/feeds.ts';
import { hostOf } from '../../text/host.ts';
import { askFeed, type Finding } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import { keepFeed, newFeed } from './add-feed.ts';

type Failed = Extract<Finding, { kind: 'failed' }>;

/**
 * Asks the entry's addresses in order, one at a time, and follows the first that answers with a feed. Where one of
 * them is followed already nothing is asked; where none works nothing is followed, and the last problem is given.
 */
export async function followPackEntry(deps: Deps, entry: PackEntry): Promise<Result<{ feedId: number }>> {
  const db = await deps.database();
  for (const url of entry.feeds) {
    if (await feedByUrl(db, url)) return fail('already-followed');
  }
  return deps.stayAwake(() => followFirst(deps, entry));
}

async function followFirst(deps: Deps, entry: PackEntry): Promise<Result<{ feedId: number }>> {
  let last: Result<never> = fail('no-feed');
  const closed = new Set<string>();
  for (const url of entry.feeds) {
    if (closed.has(hostOf(url))) continue;
    const feed = { ...newFeed(url, deps.now()), ...factsOf(entry) };
    const finding = await askFeed(deps, feed);
    if (finding.kind === 'feed') return keepFeed(deps, feed, finding);
    if (finding.kind === 'failed') last = { ok: false, problem: finding.problem };
    if (finding.kind === 'failed' && wantsPeace(finding)) closed.add(hostOf(url));
  }
  return last;
}

/** A host that asks to be left alone for now is not asked by its other addresses either. */
function wantsPeace({ problem, retryAfterMs }: Failed): boolean {
  return retryAfterMs !== null || problem.status === 429;
}

/** What a source's row keeps of the pack; what the feed says of itself wins. */
function factsOf(entry: PackEntry): Partial<NewFeed> {
  return { title: entry.name, siteUrl: entry.site, language: entry.language };
}
