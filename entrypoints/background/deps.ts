/** The real effects, for the one place that runs commands. */
import type { Deps } from '../../utils/app/deps.ts';
import { Findings } from '../../utils/app/findings.ts';
import { Lanes } from '../../utils/app/lanes.ts';
import { mayAsk } from '../../utils/app/may-ask.ts';
import { Refreshing } from '../../utils/app/refreshing.ts';
import { DEFAULT_PACE, type Pace } from '../../utils/feed/schedule.ts';
import { fetchFeed, isRedirected } from '../../utils/net/fetch-feed.ts';
import { showBadge } from '../../utils/platform/action.ts';
import { armAlarm } from '../../utils/platform/alarms.ts';
import { hasAccess } from '../../utils/platform/permissions.ts';
import { stayAwake } from '../../utils/platform/runtime.ts';
import { announceRevision, tellProgress } from '../../utils/platform/session.ts';
import { keepOpen } from '../../utils/store/connection.ts';
import { openForWriting } from '../../utils/store/open.ts';

/** Tests and the first run have seconds, not hours: a newsroom publishes while somebody watches. */
const TESTING_PACE: Pace = {
  intervalMs: 5_000,
  shortestMs: 5_000,
  longestMs: 5_000,
  retryMs: 2_000,
  minuteMs: 80,
};

/** The effects of the running extension. */
export function createDeps(): Deps {
  const deps: Deps = {
    now: () => Date.now(),
    random: () => Math.random(),
    database: keepOpen(openForWriting),
    fetchFeed: (request, now) => fetchFeed(request, now, (url) => mayAsk(deps, url)),
    isRedirected,
    hasAccess,
    online: () => navigator.onLine,
    showBadge,
    armAlarm,
    announce: () => announceRevision(crypto.randomUUID()),
    tellProgress,
    stayAwake,
    lanes: new Lanes(),
    refreshing: new Refreshing(),
    findings: new Findings(),
    pace: import.meta.env.MODE === 'testing' ? TESTING_PACE : DEFAULT_PACE,
  };
  return deps;
}
