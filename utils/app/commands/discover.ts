/** Finding what can be followed at an address that a reader pasted: a feed, a page, a list of sources. */
import { decode } from '../../feed/decode.ts';
import { feedLinks, sitemapsOf } from '../../feed/discover.ts';
import { WELL_KNOWN_PATHS } from '../../feed/feed-paths.ts';
import { readOpml } from '../../feed/opml.ts';
import type { Discovery, FeedCandidate, FeedLink, FeedScope } from '../../model/discovery.ts';
import { NO_VALIDATORS } from '../../model/feed.ts';
import type { FeedDocument, ParsedFeed } from '../../model/parsed-feed.ts';
import { fail, ok, type Problem, type Result } from '../../model/problem.ts';
import type { FeedAnswer } from '../../net/fetch-feed.ts';
import { feedByUrl } from '../../store/feeds.ts';
import { webUrl } from '../../text/host.ts';
import { canonicalUrl } from '../../text/url.ts';
import { readFeed } from '../ask-feed.ts';
import type { Deps } from '../deps.ts';
import { candidateOf, isSameFeed, unseen } from '../feed-candidate.ts';
import { type FewRequests, fewRequests } from '../few-requests.ts';
import type { Finding } from '../finding.ts';

/** Requests that one look makes at most. */
const MOST_REQUESTS = 12;
/** Requests that are kept for robots.txt, a sitemap index and what it leads to. */
const KEPT_FOR_SITEMAPS = 4;
/** Feeds that a page names and that are looked at. */
const MOST_LOOKED_AT = 6;
/** Bytes of a robots.txt that are read. */
const MAX_ROBOTS = 200_000;
/** HTTP statuses that speak of a page and not of its site. */
const PAGE_ALONE: readonly number[] = [403, 404, 410];

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
  return deps.stayAwake(async () => ranked(await new Look(deps).candidates(links)));
}

const SCOPES: readonly FeedScope[] = ['site', 'section', 'comments'];

/** Feeds of whole sites first, comments last; what the feeds say of themselves may differ from what the page said. */
function ranked(candidates: readonly FeedCandidate[]): FeedCandidate[] {
  return [...candidates].sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope));
}

function hasNews(candidates: readonly FeedCandidate[]): boolean {
  return candidates.some(({ scope }) => scope !== 'comments');
}

/** One look, with what it has tried and seen. Requests are made one after the other. */
class Look {
  readonly #deps: Deps;
  readonly #requests: FewRequests;
  readonly #tried = new Set<string>();
  readonly #seen: ParsedFeed[] = [];

  constructor(deps: Deps) {
    this.#requests = fewRequests(deps, MOST_REQUESTS);
    this.#deps = this.#requests.deps;
  }

  async at(url: string): Promise<Result<Discovery>> {
    const answer = await this.#ask(url);
    if (answer.kind === 'failed') return this.#besides(url, answer.problem);
    if (answer.kind === 'unchanged') return fail('internal', { detail: '304 to an unconditional request' });
    const finding = await readFeed(this.#deps, answer, { bodyHash: null });
    if (finding.kind === 'feed') {
      const candidate = await this.#found({ url, title: '', scope: 'site' }, finding);
      return ok({ kind: 'feed', candidates: [candidate] });
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

  /** A page that is missing or closed to Lede says nothing of the feeds of its site. */
  async #besides(url: string, problem: Problem): Promise<Result<Discovery>> {
    if (problem.code !== 'http' || !PAGE_ALONE.includes(problem.status ?? 0)) return { ok: false, problem };
    const candidates = await this.#onSite(url, []);
    return candidates.length > 0 ? ok({ kind: 'page', candidates }) : { ok: false, problem };
  }

  async #onPage(document: FeedDocument): Promise<Result<Discovery>> {
    const candidates = await this.#onSite(document.url, await this.#namedOn(document));
    if (candidates.length > 0) return ok({ kind: 'page', candidates });
    return { ok: false, problem: this.#requests.refusal() ?? { code: 'no-feed' } };
  }

  /** What a page named, or else what its site's home page names, or else what lies in the usual places. */
  async #onSite(page: string, named: readonly FeedCandidate[]): Promise<FeedCandidate[]> {
    const candidates = [...named];
    const home = new URL('/', page).href;
    if (!hasNews(candidates) && home !== page) {
      const answer = await this.#ask(home);
      if (answer.kind === 'document') candidates.push(...(await this.#namedOn(answer.document)));
    }
    if (!hasNews(candidates)) candidates.push(...(await this.#guessed(home)));
    return ranked(candidates);
  }

  #namedOn(document: FeedDocument): Promise<FeedCandidate[]> {
    const text = decode(document.bytes, document.contentType);
    return this.candidates(text.ok ? feedLinks(text.value.text, document.url) : []);
  }

  /** The usual places, until one of them has a feed; then the sitemaps that robots.txt names. */
  async #guessed(home: string): Promise<FeedCandidate[]> {
    for (const path of WELL_KNOWN_PATHS) {
      if (this.#requests.left() <= KEPT_FOR_SITEMAPS) break;
      const guess = await this.#candidate({ url: new URL(path, home).href, title: '', scope: 'site' });
      if (guess?.state === 'found' || guess?.state === 'followed') return [guess];
    }
    const robots = await this.#ask(new URL('/robots.txt', home).href);
    if (robots.kind !== 'document') return [];
    const text = new TextDecoder().decode(robots.document.bytes.subarray(0, MAX_ROBOTS));
    for (const url of sitemapsOf(text, home)) {
      const sitemap = await this.#candidate({ url, title: '', scope: 'site' });
      if (sitemap !== null) return [sitemap];
    }
    return [];
  }

  /** A link with a look at it; null where there is no feed, or one that was seen under another address. */
  async #candidate(link: FeedLink): Promise<FeedCandidate | null> {
    const key = canonicalUrl(link.url);
    if (this.#tried.has(key)) return null;
    this.#tried.add(key);
    if (await feedByUrl(await this.#deps.database(), link.url)) return unseen(link, 'followed');
    if (!(await this.#deps.hasAccess(link.url))) return unseen(link, 'needs-permission');
    const answer = await this.#ask(link.url);
    if (answer.kind !== 'document') return null;
    const finding = await readFeed(this.#deps, answer, { bodyHash: null });
    if (finding.kind !== 'feed' || this.#seen.some((seen) => isSameFeed(seen, finding.parsed))) return null;
    return this.#found(link, finding);
  }

  async #found(link: FeedLink, finding: Extract<Finding, { kind: 'feed' }>): Promise<FeedCandidate> {
    const isFollowed = await feedByUrl(await this.#deps.database(), link.url);
    this.#seen.push(finding.parsed);
    this.#deps.findings.keep(link.url, finding, this.#deps.now());
    return candidateOf(link, finding.parsed, isFollowed ? 'followed' : 'found');
  }

  #ask(url: string): Promise<FeedAnswer> {
    return this.#deps.fetchFeed({ url, validators: NO_VALIDATORS }, this.#deps.now());
  }
}
