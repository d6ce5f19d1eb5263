/** Finding what can be followed at an address that a reader pasted: a feed, a page, a list of sources. */
import { decode } from '../../feed/decode.ts';
import { feedLinks, sitemapsOf } from '../../feed/discover.ts';
import { WELL_KNOWN_PATHS } from '../../feed/feed-paths.ts';
import { readOpml } from '../../feed/opml.ts';
import type { Discovery, FeedCandidate, FeedLink } from '../../model/discovery.ts';
import { NO_VALIDATORS } from '../../model/feed.ts';
import type { FeedDocument } from '../../model/parsed-feed.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { feedByUrl } from '../../store/feeds.ts';
import { webUrl } from '../../text/host.ts';
import { readFeed } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import { candidateOf, unseen } from '../feed-candidate.ts';
import type { Finding } from '../finding.ts';

/** Requests that one look makes at most. */
const MOST_REQUESTS = 12;
/** Feeds that a page names and that are looked at. */
const MOST_LOOKED_AT = 6;

/**
 * Looks an address up. No host is asked that the reader has not allowed: a feed elsewhere is named and waits.
 * Problem `no-feed` where neither the page nor the usual places have one.
 */
export function discover(deps: Deps, address: string): Promise<Result<Discovery>> {
  const url = webUrl(address);
  return url === null ? Promise.resolve(fail('bad-address')) : deps.stayAwake(() => new Look(deps).at(url));
}

/** The feeds that the reader's own page names, each looked at where its host is allowed. */
export async function lookAtLinks(deps: Deps, links: readonly FeedLink[]): Promise<FeedCandidate[]> {
  return deps.stayAwake(() => new Look(deps).candidates(links));
}

/** One look, with the requests it has left. */
class Look {
  readonly #deps: Deps;
  #left = MOST_REQUESTS;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async at(url: string): Promise<Result<Discovery>> {
    if (!(await this.#deps.hasAccess(url))) return fail('no-permission');
    const answer = await this.#ask(url);
    if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
    if (answer.kind === 'unchanged') return fail('internal', { detail: '304 to an unconditional request' });
    const finding = await readFeed(this.#deps, answer, { validators: NO_VALIDATORS, bodyHash: null });
    if (finding.kind === 'feed') {
      return ok({
        kind: 'feed',
        candidates: [await this.#found({ url, title: '', scope: 'site' }, finding)],
      });
    }
    const list = readOpml(answer.document.bytes);
    if (list.ok && list.value.sources.length > 0) return ok({ kind: 'list', list: list.value });
    return this.#onPage(answer.document);
  }

  async candidates(links: readonly FeedLink[]): Promise<FeedCandidate[]> {
    const candidates: FeedCandidate[] = [];
    for (const link of links.slice(0, MOST_LOOKED_AT)) {
      const candidate = await this.#candidate(link);
      if (candidate) candidates.push(candidate);
    }
    return candidates;
  }

  async #onPage(document: FeedDocument): Promise<Result<Discovery>> {
    const text = decode(document.bytes, document.contentType);
    const links = text.ok ? feedLinks(text.value.text, document.url) : [];
    const named = await this.candidates(links);
    const candidates = named.length > 0 ? named : await this.#guessed(document.url);
    return candidates.length > 0 ? ok({ kind: 'page', candidates }) : fail('no-feed');
  }

  /** The usual places, until one of them has a feed; then the sitemaps that robots.txt names. */
  async #guessed(page: string): Promise<FeedCandidate[]> {
    for (const path of WELL_KNOWN_PATHS) {
      const guess = await this.#candidate({ url: new URL(path, page).href, title: '', scope: 'site' });
      if (guess?.state === 'found' || guess?.state === 'followed') return [guess];
    }
    const robots = await this.#ask(new URL('/robots.txt', page).href);
    if (robots.kind !== 'document') return [];
    const text = new TextDecoder().decode(robots.document.bytes.subarray(0, 200_000));
    const sitemaps = sitemapsOf(text, page).slice(0, 3);
    return this.candidates(sitemaps.map((url) => ({ url, title: '', scope: 'site' })));
  }

  /** A link with a look at it; null where there is no feed. */
  async #candidate(link: FeedLink): Promise<FeedCandidate | null> {
    if (await feedByUrl(await this.#deps.database(), link.url)) return unseen(link, 'followed');
    if (!(await this.#deps.hasAccess(link.url))) return unseen(link, 'needs-permission');
    const answer = await this.#ask(link.url);
    if (answer.kind !== 'document') return null;
    const finding = await readFeed(this.#deps, answer, { validators: NO_VALIDATORS, bodyHash: null });
    return finding.kind === 'feed' ? this.#found(link, finding) : null;
  }

  async #found(link: FeedLink, finding: Extract<Finding, { kind: 'feed' }>): Promise<FeedCandidate> {
    const isFollowed = await feedByUrl(await this.#deps.database(), link.url);
    this.#deps.findings.keep(link.url, finding, this.#deps.now());
    return candidateOf(link, finding.parsed, isFollowed ? 'followed' : 'found');
  }

  #ask(url: string): ReturnType<Deps['fetchFeed']> {
    this.#left -= 1;
    if (this.#left >= 0) return this.#deps.fetchFeed({ url, validators: NO_VALIDATORS }, this.#deps.now());
    return Promise.resolve({ kind: 'failed', problem: { code: 'no-feed' }, retryAfterMs: null });
  }
}
