/** Asking one address for a feed and reading the answer; nothing is stored here. */
import { bodyHash } from '../feed/body-hash.ts';
import { unpack } from '../feed/unpack.ts';
import { type Feed, NO_VALIDATORS } from '../model/feed.ts';
import type { FeedDocument, ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { FeedAnswer } from '../net/fetch-feed.ts';
import { waitUntil } from '../store/hosts.ts';
import { hostOf } from '../text/host.ts';
import { heedWait } from './asked-wait.ts';
import type { Deps } from './deps.ts';
import type { Finding } from './finding.ts';
import { mayAsk } from './may-ask.ts';

type DocumentAnswer = Extract<FeedAnswer, { kind: 'document' }>;

/** What is asked for: an address, and what is known of its last answer. */
export type Asked = Pick<Feed, 'url' | 'validators' | 'bodyHash'>;

/**
 * Asks, unless the address may not be asked. Never rejects. What the browser says of being offline only explains a
 * failure: it is wrong on machines that reach their sources by other ways, so it never prevents a request.
 */
export async function askFeed(deps: Deps, asked: Asked): Promise<Finding> {
  const refusal = await mayAsk(deps, asked.url);
  if (refusal) return failed(refusal);
  const answer = await deps.fetchFeed({ url: asked.url, validators: asked.validators }, deps.now());
  if (answer.kind === 'failed') return explained(deps, asked, answer);
  return answer.kind === 'unchanged'
    ? { kind: 'unchanged', validators: null, exchange: answer.exchange }
    : readFeed(deps, answer, asked);
}

/**
 * Asks for a reader who waits: before what is due, but like it one a host at a time, and not where the host asked to be
 * left alone (`asked-to-wait`).
 */
export async function askAtOnce(deps: Deps, asked: Asked): Promise<Finding> {
  const host = hostOf(asked.url);
  const until = await waitUntil(await deps.database(), host, deps.now());
  if (until !== null) return { ...failed({ code: 'asked-to-wait' }), retryAfterMs: until - deps.now() };
  const finding = await deps.lanes.run(host, () => askFeed(deps, asked), true);
  // Whether or not it is followed now: a source that is not leaves no row that could remember it.
  await heedWait(deps, asked.url, finding);
  return finding;
}

/** Nobody answered: because there is no network, or because the answer lies where the reader did not let Lede go. */
async function explained(
  deps: Deps,
  { url, validators }: Asked,
  answer: Extract<FeedAnswer, { kind: 'failed' }>,
): Promise<Finding> {
  if (answer.problem.code !== 'unreachable') return answer;
  if (!deps.online()) return failed({ code: 'offline' });
  if (!(await deps.isRedirected({ url, validators }))) return answer;
  const requests = (answer.exchange?.requests ?? 1) + 1;
  return {
    ...failed({ code: 'redirected' }),
    exchange: { finalUrl: null, bytes: 0, freshMs: null, ...answer.exchange, requests },
  };
}

/** Reads an answer, beside what is known of the one before. */
export async function readFeed(
  deps: Deps,
  answer: DocumentAnswer,
  asked: Pick<Asked, 'bodyHash'>,
): Promise<Finding> {
  const { document, validators, whole, isTooLarge, exchange } = answer;
  const hash = await bodyHash(document.bytes);
  if ((whole || isTooLarge) && hash === asked.bodyHash) return { kind: 'unchanged', validators, exchange };
  const parsed = await parse(document);
  if (!parsed.ok) return { ...failed(parsed.problem), exchange };
  if (isIndex(parsed.value)) return readIndex(deps, parsed.value, asked.bodyHash);
  const complete = whole && parsed.value.complete;
  const ending = isTooLarge ? 'too-large' : complete ? 'whole' : 'cut';
  return { kind: 'feed', parsed: parsed.value, validators, hash, ending, exchange };
}

/** Reads a document, unpacked where it is packed as a file. */
async function parse(document: FeedDocument): Promise<Result<ParsedFeed>> {
  const bytes = await unpack(document.bytes);
  if (!bytes.ok) return bytes;
  const { parseFeed } = await import('../feed/index.ts');
  return parseFeed({ ...document, bytes: bytes.value });
}

function isIndex({ items, sitemaps }: ParsedFeed): boolean {
  return items.length === 0 && (sitemaps?.length ?? 0) > 0;
}

/**
 * A sitemap index has no articles of its own: the newest sitemap of news that it leads to is asked in its place. No
 * validators are remembered of the index, behind whose 304 a changed sitemap would be missed.
 *
 * @param knownHash of the sitemap's body that was read the last time, or null
 */
async function readIndex(deps: Deps, index: ParsedFeed, knownHash: string | null): Promise<Finding> {
  for (const url of newsSitemaps(index.sitemaps ?? [])) {
    const refusal = await mayAsk(deps, url);
    if (refusal) return failed(refusal);
    const answer = await deps.fetchFeed({ url, validators: NO_VALIDATORS }, deps.now());
    if (answer.kind === 'failed' && !isMissing(answer.problem)) return answer;
    if (answer.kind !== 'document') continue;
    const hash = await bodyHash(answer.document.bytes);
    if (answer.whole && hash === knownHash) return { kind: 'unchanged', validators: null };
    const parsed = await parse(answer.document);
    if (!parsed.ok || parsed.value.items.length === 0) continue;
    const ending = answer.whole && parsed.value.complete ? 'whole' : 'cut';
    return { kind: 'feed', parsed: parsed.value, validators: null, hash, ending };
  }
  return failed({ code: 'not-a-feed', detail: 'an index without a sitemap of news' });
}

function isMissing({ code, status }: Problem): boolean {
  return code === 'http' && (status === 404 || status === 410);
}

/** The sitemaps of an index that may hold news, likeliest first; three are tried at most. */
function newsSitemaps(sitemaps: readonly string[]): string[] {
  const isNews = (url: string): boolean => /news|latest|article/i.test(url);
  return [...sitemaps.filter(isNews), ...sitemaps.filter((url) => !isNews(url))].slice(0, 3);
}

function failed(problem: Problem): Extract<Finding, { kind: 'failed' }> {
  return { kind: 'failed', problem, retryAfterMs: null };
}
