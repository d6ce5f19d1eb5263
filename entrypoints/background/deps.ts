/** The real effects, for the one place that runs commands. */

import { Rounds } from '../../utils/app/carrying.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { Findings } from '../../utils/app/findings.ts';
import { Lanes } from '../../utils/app/lanes.ts';
import { mayAsk } from '../../utils/app/may-ask.ts';
import { OneAtATime } from '../../utils/app/one-at-a-time.ts';
import { openDatabase } from '../../utils/app/open-database.ts';
import { Refreshing } from '../../utils/app/refreshing.ts';
import { SnapshotDesk } from '../../utils/app/snapshot-desk.ts';
import { StoryDesk } from '../../utils/app/story-desk.ts';
import { DEFAULT_PACE, type Pace } from '../../utils/feed/schedule.ts';
import { askServer } from '../../utils/net/ask-server.ts';
import { fetchFeed, isRedirected } from '../../utils/net/fetch-feed.ts';
import { showToolbar } from '../../utils/platform/action.ts';
import { armAlarm, armCarrying } from '../../utils/platform/alarms.ts';
import { createFrontKeeper } from '../../utils/platform/front.ts';
import { localStore } from '../../utils/platform/local.ts';
import { forgetNotice, notify } from '../../utils/platform/notifications.ts';
import {
  askInTab,
  grantedPatterns,
  registerScript,
  scriptPatterns,
  showPanel,
} from '../../utils/platform/panel.ts';
import { announcePanelChange } from '../../utils/platform/panel-news.ts';
import { accountStanding, hasAccess } from '../../utils/platform/permissions.ts';
import { stayAwake } from '../../utils/platform/runtime.ts';
import {
  announceRevision,
  forgetShown,
  isLatestShown,
  tellNoRoom,
  tellProgress,
} from '../../utils/platform/session.ts';
import { changeSyncItems, syncItems } from '../../utils/platform/sync-storage.ts';
import { openOwnPage, openTab } from '../../utils/platform/tabs.ts';
import { keepConnection } from '../../utils/store/connection.ts';
import { whereRoom } from '../../utils/store/room.ts';

/** Tests and the first run have seconds, not hours: a newsroom publishes while somebody watches. */
const TESTING_PACE: Pace = {
  intervalMs: 5_000,
  shortestMs: 5_000,
  longestMs: 5_000,
  retryMs: 2_000,
  eventMs: DEFAULT_PACE.eventMs,
  minuteMs: 80,
};

/** How much faster the clock of the soak build runs, which sees days in minutes. */
const SOAK_SPEED = 600;

/** An event lasts as long by the browser's clock, however fast Lede's own runs. */
const SOAK_PACE: Pace = { ...DEFAULT_PACE, eventMs: DEFAULT_PACE.eventMs * SOAK_SPEED };

const PACES: Readonly<Record<string, Pace>> = {
  testing: TESTING_PACE,
  broken: TESTING_PACE,
  soak: SOAK_PACE,
};

/** What tells the time and rings alarms by it: the browser's clock, or in the soak build a faster one. */
function createClock(): Pick<Deps, 'now' | 'armAlarm'> {
  if (import.meta.env.MODE !== 'soak') return { now: () => Date.now(), armAlarm };
  const epoch = Number(import.meta.env.WXT_SOAK_EPOCH);
  const now = (): number => epoch + (Date.now() - epoch) * SOAK_SPEED;
  return {
    now,
    armAlarm: (at, againMs) =>
      armAlarm(Date.now() + Math.max(0, at - now()) / SOAK_SPEED, againMs / SOAK_SPEED),
  };
}

/** A testing build follows what it is told to: a tab that opens by itself would be in its tests' way. */
async function openWelcome(): Promise<void> {
  if (import.meta.env.MODE === 'production') await openOwnPage('welcome.html');
}

/** The effects of the running extension. */
export function createDeps(): Deps {
  const clock = createClock();
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const opening = {
    local: localStore,
    now: clock.now,
    pause,
    onRecovered: () => void poll(deps),
    onNoRoom: () => void tellNoRoom(true),
  };
  const connection = keepConnection((onClosed) => openDatabase(opening, onClosed));
  const front = createFrontKeeper(async () => {
    const { front: firstRows } = await import('../../utils/app/queries/front.ts');
    return firstRows(await deps.database(), clock.now());
  });
  const deps: Deps = {
    ...clock,
    random: () => Math.random(),
    ...connection,
    database: whereRoom(connection.database, opening.onNoRoom),
    fetchFeed: (request, now) => fetchFeed(request, now, (url) => mayAsk(deps, url)),
    isRedirected,
    askServer: (request) => askServer(request, clock.now()),
    accountStanding,
    hasAccess,
    online: () => navigator.onLine,
    showToolbar,
    isLatestShown,
    forgetShown,
    notify,
    forgetNotice,
    openTab: (url) => openTab(url, true),
    openWelcome,
    announce: () => announceRevision(front.soon),
    readyFront: front.ensure,
    tellNoRoom,
    tellProgress,
    stayAwake,
    armCarrying,
    syncArea: { items: syncItems, change: changeSyncItems },
    packFacts: async () => (await import('../../utils/app/pack-facts.ts')).readPackFacts(),
    rounds: new Rounds(),
    syncs: new Rounds(),
    lanes: new Lanes(),
    queued: new Set(),
    refreshing: new Refreshing(),
    toolbar: new OneAtATime(),
    onPages: new OneAtATime(),
    findings: new Findings(),
    stories: new StoryDesk(),
    storyData: async () => (await import('../../utils/app/read-story-data.ts')).readStoryData(),
    languages: () => [...new Set(navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? tag))],
    local: localStore,
    snapshotDesk: new SnapshotDesk(),
    panel: {
      granted: grantedPatterns,
      registered: scriptPatterns,
      register: registerScript,
      show: showPanel,
      ask: askInTab,
      announce: announcePanelChange,
      openOptions: (fragment) => openOwnPage('options.html', fragment),
    },
    pace: PACES[import.meta.env.MODE] ?? DEFAULT_PACE,
  };
  return deps;
}
