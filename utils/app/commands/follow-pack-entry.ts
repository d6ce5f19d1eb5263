/** Following a source of a starter pack: of the addresses at which its feed may be, the first that works is kept. */
import { newFeed } from '../../model/feed.ts';
import type { PackFacts } from '../../model/pack.ts';
import { fail, type Result } from '../../model/problem.ts';
import { feedByUrl, type NewFeed } from '../../store/feeds.ts';
import { hostOf, webUrl } from '../../text/host.ts';
import { askAtOnce } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import type { Finding } from '../finding.ts';
import { keepFeed } from './add-feed.ts';
import { discover } from './discover.ts';

/**
 * Asks the addresses in order, one at a time, and follows the first that answers with a feed; without addresses, looks
 * the site through. Where one of them is followed already nothing is asked; where none works nothing is followed, and
 * the last problem is given.
 */
export async function followPackEntry(deps: Deps, facts: PackFacts): Promise<Result<{ feedId: number }>> {
  const db = await deps.database();
  const urls = facts.feeds.map(webUrl).filter((url) => url !== null);
  for (const url of urls) {
    if (await feedByUrl(db, url)) return fail('already-followed');
  }
  const known = rowOf(facts);
  return deps.stayAwake(() =>
    urls.length > 0 ? followFirst(deps, urls, known) : followSite(deps, facts.site, known),
  );
}

/** Follows the likeliest feed that is found on a site. */
async function followSite(
  deps: Deps,
  site: string,
  known: Partial<NewFeed>,
): Promise<Result<{ feedId: number }>> {
  const found = await discover(deps, site);
  if (!found.ok) return found;
  const candidates = found.value.kind === 'list' ? [] : found.value.candidates;
  if (candidates.some(({ state }) => state === 'followed')) return fail('already-followed');
  const feed = candidates.find(({ state, scope }) => state === 'found' && scope !== 'comments');
  return feed ? followFirst(deps, [feed.url], known) : fail('no-feed');
}

async function followFirst(
  deps: Deps,
  urls: readonly string[],
  known: Partial<NewFeed>,
): Promise<Result<{ feedId: number }>> {
  let last: Result<never> = fail('no-feed');
  const closed = new Set<string>();
  for (const url of urls) {
    if (closed.has(hostOf(url))) continue;
    const now = deps.now();
    const feed = { ...newFeed(url, hostOf(url), now), lastAttemptAt: now, unconditionalAt: now, ...known };
    const finding = deps.findings.take(url, now) ?? (await askAtOnce(deps, feed));
    if (finding.kind === 'feed') return keepFeed(deps, feed, finding);
    if (finding.kind === 'failed') last = { ok: false, problem: finding.problem };
    if (wantsPeace(finding)) closed.add(hostOf(url));
  }
  return last;
}

/** A host that asks to be left alone for now is not asked by its other addresses either. */
function wantsPeace(finding: Finding): boolean {
  return finding.kind === 'failed' && (finding.retryAfterMs !== null || finding.problem.status === 429);
}

/** What a source's row keeps of the pack; what the feed says of itself wins. */
function rowOf({ name, site, language, support, publisher }: PackFacts): Partial<NewFeed> {
  return { title: name, siteUrl: webUrl(site), language, supportUrl: support, facts: publisher };
}
