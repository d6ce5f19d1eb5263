/** The test of the test: each rule broken on purpose, in what the background is handed, never in its own code. */
import type { Deps } from '../../utils/app/deps.ts';
import { Lanes } from '../../utils/app/lanes.ts';
import { NO_VALIDATORS, type Validators } from '../../utils/model/feed.ts';
import { changeFeeds } from '../../utils/store/feeds.ts';
import type { Breaking } from './background.ts';
import type { Criterion } from './judge.ts';

/** How one rule is broken. */
export interface Broken {
  readonly breaking?: Breaking;
  /** Changes what the product tells fetch, before the press sees it. */
  readonly fetch?: (url: string, init: RequestInit) => readonly [url: string, init: RequestInit];
  /** What happens to the stored rows now and then. */
  readonly tamper?: (deps: Deps) => Promise<void>;
}

/** Asks with other validators than the ones that were handed in. */
function withValidators(change: (validators: Validators, url: string) => Validators): Breaking {
  return (deps) => ({
    ...deps,
    fetchFeed: (request, now) =>
      deps.fetchFeed({ ...request, validators: change(request.validators, request.url) }, now),
  });
}

/** Lanes that keep nobody waiting. */
class NoLanes extends Lanes {
  override run<T>(_host: string, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

const SOME = 5;
let count = 0;
const isOneOfSome = (): boolean => count++ % SOME === 0;
const earlier = new Map<string, Validators>();

export const BROKEN: Readonly<Record<Criterion, Broken>> = {
  'invented-validators': {
    breaking: withValidators((validators) =>
      isOneOfSome() ? { etag: '"made-up"', lastModified: null } : validators,
    ),
  },
  'out-of-sequence': {
    breaking: withValidators((validators, url) => {
      const before = earlier.get(url);
      if (validators.etag !== null && before?.etag !== validators.etag) earlier.set(url, validators);
      return before ?? validators;
    }),
  },
  unconditional: { breaking: withValidators((validators) => (isOneOfSome() ? NO_VALIDATORS : validators)) },
  early: { breaking: (deps) => ({ ...deps, pace: { ...deps.pace, shortestMs: 60_000, minuteMs: 600 } }) },
  'retry-after': {
    breaking: (deps) => ({
      ...deps,
      fetchFeed: async (request, now) => {
        const answer = await deps.fetchFeed(request, now);
        if (answer.kind !== 'failed') return answer;
        return { ...answer, retryAfterMs: null, problem: { code: 'http', status: 500 } };
      },
    }),
  },
  cookies: { fetch: (url, init) => [url, { ...init, credentials: 'include' }] },
  referrers: { fetch: (url, init) => [url, { ...init, referrerPolicy: 'origin' }] },
  query: { fetch: (url, init) => [`${url}${url.includes('?') ? '&' : '?'}t=1`, init] },
  'after-410': {
    tamper: async (deps) => {
      const now = deps.now();
      await changeFeeds(await deps.database(), (feed) =>
        feed.stopped ? { ...feed, stopped: false, nextCheckAt: now } : null,
      );
    },
  },
  connections: { breaking: (deps) => ({ ...deps, lanes: new NoLanes() }) },
  manual: {
    tamper: async (deps) => {
      await changeFeeds(await deps.database(), (feed) => ({ ...feed, lastAttemptAt: 0 }));
    },
  },
};
