/** The background as the soak has it: real use cases, net layer and store over a virtual clock, in lives that end. */

import { Rounds } from '../../utils/app/carrying.ts';
import { poll } from '../../utils/app/commands/poll.ts';
import { refresh } from '../../utils/app/commands/refresh.ts';
import { startUp } from '../../utils/app/commands/wake.ts';
import type { Deps } from '../../utils/app/deps.ts';
import { Findings } from '../../utils/app/findings.ts';
import { Lanes } from '../../utils/app/lanes.ts';
import { mayAsk } from '../../utils/app/may-ask.ts';
import { OneAtATime } from '../../utils/app/one-at-a-time.ts';
import { openDatabase } from '../../utils/app/open-database.ts';
import { Refreshing } from '../../utils/app/refreshing.ts';
import { SnapshotDesk } from '../../utils/app/snapshot-desk.ts';
import { StoryDesk } from '../../utils/app/story-desk.ts';
import { DEFAULT_PACE } from '../../utils/feed/schedule.ts';
import { fetchFeed, isRedirected } from '../../utils/net/fetch-feed.ts';
import { keepConnection } from '../../utils/store/connection.ts';
import { allFeeds } from '../../utils/store/feeds.ts';
import { readStoryData } from '../tools/stories/knowledge.ts';
import { fakeLocal } from '../unit/support/local.ts';
import type { VirtualClock } from './clock.ts';
import type { Network } from './network.ts';

/** The days of the soak see no pages of the web. */
const NO_PANEL: Deps['panel'] = {
  granted: async () => [],
  registered: async () => null,
  register: async () => undefined,
  show: async () => false,
  ask: async () => false,
  announce: async () => undefined,
  openOptions: async () => undefined,
};

/** The soonest that a browser rings an alarm, in ms. */
const SOONEST_ALARM_MS = 30_000;
const SLACK_MS = 1_000;

/** Takes what a life is handed and gives it back with one thing changed, so that a rule is broken on purpose. */
export type Breaking = (deps: Deps, clock: VirtualClock) => Deps;

export class Background {
  readonly #clock: VirtualClock;
  readonly #network: Network;
  readonly #random: () => number;
  readonly #breaking: Breaking;
  readonly #local = fakeLocal();
  #life = 0;
  #deps: Deps;
  #alarm: { at: number; againMs: number; id: number } | null = null;
  /** Polls that have not ended. */
  #running = 0;
  /** Errors that ended a poll of a life that was not killed. */
  readonly faults: unknown[] = [];

  constructor(
    clock: VirtualClock,
    network: Network,
    random: () => number,
    breaking: Breaking = (deps) => deps,
  ) {
    this.#clock = clock;
    this.#network = network;
    this.#random = random;
    this.#breaking = breaking;
    this.#deps = this.#born();
  }

  get deps(): Deps {
    return this.#deps;
  }

  get isBusy(): boolean {
    return this.#running > 0;
  }

  /** Kills the background wherever it is; nothing of it acts any more. The next event begins a new life. */
  async kill(): Promise<void> {
    const dead = this.#deps;
    this.#network.kill(this.#life);
    this.#life += 1;
    this.#deps = this.#born();
    (await dead.database()).close();
  }

  /** The browser starts: what is due is asked. */
  start(): void {
    this.#run(startUp);
  }

  refresh(): void {
    this.#run(async (deps) => {
      const { leftOut } = await refresh(deps);
      const late = new Set(leftOut.flatMap(({ id, reason }) => (reason === 'later' ? [id] : [])));
      if (late.size === 0) return;
      const feeds = await allFeeds(await deps.database());
      for (const { id, url } of feeds) if (late.has(id)) this.#network.awaitedByReader.add(url);
    }, true);
  }

  /** Runs a use case in this life. A fault of a life that was killed meanwhile is no fault. */
  #run(work: (deps: Deps) => Promise<void>, isManual = false): void {
    const life = this.#life;
    this.#running += 1;
    const done = this.#network.asker.run({ life, isManual }, () => work(this.#deps));
    void done
      .catch((error: unknown) => life === this.#life && this.faults.push(error))
      .finally(() => {
        if (life === this.#life) this.#running -= 1;
      });
  }

  #born(): Deps {
    this.#running = 0;
    const life = this.#life;
    const opening = {
      local: this.#local,
      now: () => this.#clock.now,
      pause: async () => undefined,
      onRecovered: () => undefined,
      onNoRoom: () => undefined,
    };
    const deps: Deps = {
      now: opening.now,
      random: this.#random,
      ...keepConnection((onClosed) => openDatabase(opening, onClosed)),
      local: this.#local,
      snapshotDesk: new SnapshotDesk(),
      fetchFeed: (request, now) => fetchFeed(request, now, (url) => mayAsk(handed, url)),
      isRedirected,
      askServer: async () => ({ kind: 'failed', code: 'server-unreachable' }),
      accountStanding: async () => 'ready',
      syncs: new Rounds(),
      hasAccess: async () => true,
      online: () => this.#network.isOnline,
      showToolbar: async () => undefined,
      isLatestShown: async () => false,
      notify: async () => undefined,
      forgetNotice: async () => undefined,
      openTab: async () => undefined,
      forgetShown: async () => undefined,
      armAlarm: async (at, againMs) => {
        if (life === this.#life) this.#arm(at, againMs);
      },
      openWelcome: async () => undefined,
      announce: async () => undefined,
      readyFront: async () => undefined,
      tellNoRoom: async () => undefined,
      tellProgress: async () => undefined,
      stayAwake: (work) => work(),
      pace: DEFAULT_PACE,
      findings: new Findings(),
      lanes: new Lanes(),
      queued: new Set(),
      refreshing: new Refreshing(),
      toolbar: new OneAtATime(),
      onPages: new OneAtATime(),
      stories: new StoryDesk(),
      storyData: readStoryData,
      languages: () => ['en'],
      panel: NO_PANEL,
      // Nothing is carried in virtual days.
      armCarrying: async () => undefined,
      syncArea: { items: async () => ({}), change: async () => undefined },
      packFacts: async () => new Map(),
      rounds: new Rounds(),
    };
    const handed = this.#breaking(deps, this.#clock);
    return handed;
  }

  /** As `utils/platform/alarms` arms the browser's one alarm. */
  #arm(at: number, againMs: number): void {
    const { now } = this.#clock;
    if (this.#alarm) {
      const rings = this.#alarm.at <= at + SLACK_MS;
      if (rings && (this.#alarm.at >= at - SLACK_MS || at <= now + SLACK_MS)) return;
      this.#clock.cancel(this.#alarm.id);
    }
    this.#set(Math.max(at, now + SOONEST_ALARM_MS), againMs);
  }

  #set(at: number, againMs: number): void {
    const id = this.#clock.at(at, () => {
      this.#set(this.#clock.now + Math.max(againMs, SOONEST_ALARM_MS), againMs);
      this.#run(poll);
    });
    this.#alarm = { at, againMs, id };
  }
}
