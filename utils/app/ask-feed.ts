/** Asking one address for a feed and reading the answer; nothing is stored here. */
import { bodyHash } from '../feed/body-hash.ts';
import { parseFeed } from '../feed/index.ts';
import { unpack } from '../feed/unpack.ts';
import { type Feed, NO_VALIDATORS } from '../model/feed.ts';
import type { FeedDocument, ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { FeedAnswer } from '../net/fetch-feed.ts';
import type { Deps } from './deps.ts';
import type { Finding } from './finding.ts';

type DocumentAnswer = Extract<FeedAnswer, { kind: 'document' }>;

/** What is asked for: an address, and what is known of its last answer. */
export type Asked = Pick<Feed, 'url' | 'validators' | 'bodyHash'>;

/**
 * Asks, unless the reader has not allowed the host. Never rejects. What the browser says of being offline only
 * explains a failure: it is wrong on machines that reach their sources by other ways, so it never prevents a request.
 */
export async function askFeed(deps: Deps, asked: Asked): Promise<Finding> {
  if (!(await deps.hasAccess(asked.url))) return failed({ code: 'no-permission' });
  const answer = await deps.fetchFeed({ url: asked.url, validators: asked.validators }, deps.now());
  if (answer.kind === 'failed') {
    const offline = answer.problem.code === 'unreachable' && !deps.online();
    return offline ? failed({ code: 'offline' }) : answer;
  }
  return answer.kind === 'unchanged'
    ? { kind: 'unchanged', validators: null }
    : readFeed(deps, answer, asked);
}

/** Reads an answer, beside what is known of the one before. */
export async function readFeed(
  deps: Deps,
  answer: DocumentAnswer,
  asked: Pick<Asked, 'validators' | 'bodyHash'>,
): Promise<Finding> {
  const { document, validators, whole } = answer;
  const hash = whole ? await bodyHash(document.bytes) : null;
  if (hash !== null && hash === asked.bodyHash) return { kind: 'unchanged', validators };
  const parsed = await parse(document);
  if (!parsed.ok) return failed(parsed.problem);
  if (isIndex(parsed.value)) return readIndex(deps, parsed.value, asked.bodyHash);
  // What did not arrive whole must be asked for again, so that nothing of it is missed behind a 304.
  const complete = whole && parsed.value.complete;
  return {
    kind: 'feed',
    parsed: parsed.value,
    known: complete ? { validators, bodyHash: hash } : { validators: NO_VALIDATORS, bodyHash: null },
  };
}

/** Reads a document, unpacked where it is packed as a file. */
async function parse(document: FeedDocument): Promise<Result<ParsedFeed>> {
  const bytes = await unpack(document.bytes);
  return bytes.ok ? parseFeed({ ...document, bytes: bytes.value }) : bytes;
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
    if (!(await deps.hasAccess(url))) return failed({ code: 'no-permission' });
    const answer = await deps.fetchFeed({ url, validators: NO_VALIDATORS }, deps.now());
    if (answer.kind === 'failed' && !isMissing(answer.problem)) return answer;
    if (answer.kind !== 'document') continue;
    const hash = answer.whole ? await bodyHash(answer.document.bytes) : null;
    if (hash !== null && hash === knownHash) return { kind: 'unchanged', validators: null };
    const parsed = await parse(answer.document);
    if (!parsed.ok || parsed.value.items.length === 0) continue;
    const known = { validators: NO_VALIDATORS, bodyHash: parsed.value.complete ? hash : null };
    return { kind: 'feed', parsed: parsed.value, known };
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

function failed(problem: Problem): Finding {
  return { kind: 'failed', problem, retryAfterMs: null };
}
