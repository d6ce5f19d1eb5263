/** Asking one address for a feed and reading the answer; nothing is stored here. */
import { bodyHash } from '../feed/body-hash.ts';
import { parseFeed } from '../feed/index.ts';
import { type Feed, NO_VALIDATORS, type Validators } from '../model/feed.ts';
import type { ParsedFeed } from '../model/parsed-feed.ts';
import type { Problem } from '../model/problem.ts';
import type { FeedAnswer } from '../net/fetch-feed.ts';
import type { Deps } from './deps.ts';

/** What one request found out. */
export type Finding =
  | {
      readonly kind: 'feed';
      readonly parsed: ParsedFeed;
      readonly known: Pick<Feed, 'validators' | 'bodyHash'>;
    }
  | { readonly kind: 'unchanged'; readonly validators: Validators | null }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retryAfterMs: number | null };

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
  return answer.kind === 'unchanged' ? { kind: 'unchanged', validators: null } : read(answer, asked);
}

async function read(
  { document, validators, whole }: Extract<FeedAnswer, { kind: 'document' }>,
  asked: Asked,
): Promise<Finding> {
  const hash = whole ? await bodyHash(document.bytes) : null;
  if (hash !== null && hash === asked.bodyHash) return { kind: 'unchanged', validators };
  const parsed = parseFeed(document);
  if (!parsed.ok) return failed(parsed.problem);
  // What did not arrive whole must be asked for again, so that nothing of it is missed behind a 304.
  const complete = whole && parsed.value.complete;
  return {
    kind: 'feed',
    parsed: parsed.value,
    known: complete ? { validators, bodyHash: hash } : { validators: NO_VALIDATORS, bodyHash: null },
  };
}

function failed(problem: Problem): Finding {
  return { kind: 'failed', problem, retryAfterMs: null };
}
