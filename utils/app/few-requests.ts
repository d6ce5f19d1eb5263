/** Requests on a short leash, for looking around a site that nobody follows yet. */
import type { Problem } from '../model/problem.ts';
import type { FeedAnswer } from '../net/fetch-feed.ts';
import { waitUntil } from '../store/hosts.ts';
import { hostOf } from '../text/host.ts';
import { heedWait } from './asked-wait.ts';
import type { Deps } from './deps.ts';
import { mayAsk } from './may-ask.ts';

export interface FewRequests {
  /** The same effects, with requests that fail at once where they may not be made. */
  readonly deps: Deps;
  /** Requests that may still be made. */
  left(): number;
  /** Why a host is asked nothing more, or null where every one goes on answering. */
  refusal(): Problem | null;
}

/**
 * Effects that make at most `most` requests: none to a host that the reader has not allowed (`no-permission`; a
 * redirect may have led to a page elsewhere), none further to one that is too slow or asked to be left alone.
 */
export function fewRequests(deps: Deps, most: number): FewRequests {
  const closed = new Map<string, Extract<FeedAnswer, { kind: 'failed' }>>();
  let left = most;
  const fetchFeed: Deps['fetchFeed'] = async (request, now) => {
    const host = hostOf(request.url);
    const before = closed.get(host);
    if (before !== undefined) return before;
    const refusal = await mayAsk(deps, request.url);
    if (refusal) return failed(refusal);
    if ((await waitUntil(await deps.database(), host, now)) !== null)
      return failed({ code: 'asked-to-wait' });
    if (left <= 0) return failed({ code: 'no-feed', detail: `${most} requests were made` });
    left -= 1;
    const answer = await deps.lanes.run(host, () => deps.fetchFeed(request, now), true);
    await heedWait(deps, request.url, answer);
    if (answer.kind === 'failed' && closesHost(answer.problem)) closed.set(host, answer);
    return answer;
  };
  return {
    deps: { ...deps, fetchFeed },
    left: () => left,
    refusal: () => [...closed.values()][0]?.problem ?? null,
  };
}

function closesHost({ code, status }: Problem): boolean {
  return code === 'timeout' || status === 429 || status === 503;
}

function failed(problem: Problem): Extract<FeedAnswer, { kind: 'failed' }> {
  return { kind: 'failed', problem, retryAfterMs: null };
}
