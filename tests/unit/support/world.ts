/**
 * A world for use cases: a fresh in-memory database, a clock that stands still until it is moved, sources that
 * answer what a test says, and a record of every effect.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Send, ServerRequest } from '../../../utils/account/wire.ts';
import { Rounds } from '../../../utils/app/carrying.ts';
import { changeSettings } from '../../../utils/app/commands/change-settings.ts';
import type { Deps, Notice, PanelPort } from '../../../utils/app/deps.ts';
import { Findings } from '../../../utils/app/findings.ts';
import { Lanes } from '../../../utils/app/lanes.ts';
import { OneAtATime } from '../../../utils/app/one-at-a-time.ts';
import { openDatabase } from '../../../utils/app/open-database.ts';
import { Refreshing } from '../../../utils/app/refreshing.ts';
import { SnapshotDesk } from '../../../utils/app/snapshot-desk.ts';
import { StoryDesk } from '../../../utils/app/story-desk.ts';
import { DEFAULT_PACE } from '../../../utils/feed/schedule.ts';
import type { PackFacts } from '../../../utils/model/pack.ts';
import type { PanelView } from '../../../utils/model/panel.ts';
import type { Toolbar } from '../../../utils/model/toolbar.ts';
import type { RefreshProgress } from '../../../utils/model/view.ts';
import { askServer } from '../../../utils/net/ask-server.ts';
import type { FeedAnswer, FeedRequest } from '../../../utils/net/fetch-feed.ts';
import { keepConnection } from '../../../utils/store/connection.ts';
import type { Database } from '../../../utils/store/schema.ts';
import { readStoryData } from '../../tools/stories/knowledge.ts';
import { type FakeLocal, fakeLocal } from './local.ts';

/** 2026-03-01 12:00 UTC. */
export const NOON = Date.UTC(2026, 2, 1, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

type Answering = (request: FeedRequest) => FeedAnswer | Promise<FeedAnswer>;

export interface World {
  readonly deps: Deps;
  database(): Promise<Database>;
  /** What is kept outside the database. */
  readonly local: FakeLocal;
  /** What the packs say of publishers, by the addresses of their feeds. */
  readonly packFacts: Map<string, PackFacts>;
  /** The browser's own sync area. */
  readonly syncItems: Record<string, unknown>;
  syncWrites: number;
  syncRefuses: boolean;
  readonly carryAlarms: number[];
  /** The clock, UTC ms. */
  time: number;
  /** What an address answers from now on; addresses without an answer are unreachable. */
  answer(url: string, answer: FeedAnswer | Answering): void;
  /** What was asked of feed servers of an account; and how it is asked: over the network, until a test says otherwise. */
  readonly serverRequests: ServerRequest[];
  askServer: Send;
  /** Whether the reader consented to what an account sends. */
  hasConsent: boolean;
  /** Hosts that the reader has not allowed. */
  readonly refused: Set<string>;
  isOnline: boolean;
  readonly requests: FeedRequest[];
  readonly badges: string[];
  readonly toolbars: Toolbar[];
  /** Notifications that were shown, numbers of those that were taken away, and addresses that were opened. */
  readonly notices: Notice[];
  readonly forgotten: number[];
  readonly tabs: string[];
  /** Whether a page has Latest on a screen. */
  isLatestShown: boolean;
  readonly alarms: number[];
  announcements: number;
  /** Whether pages were told that there is no room. */
  isFull: boolean;
  /** How often the page for new readers was opened. */
  welcomes: number;
  /** Addresses that send their askers to a host that cannot be told. */
  readonly redirecting: Set<string>;
  /** What was told of refreshes. */
  readonly progress: (RefreshProgress | null)[];
  /** Where the detector runs; null where it does not. */
  detector: readonly string[] | null;
  /** Where the bar's script runs. */
  bar: readonly string[] | null;
  /** Patterns of hosts that the reader granted. */
  granted: readonly string[];
  /** Panels that were drawn, with their tabs. */
  readonly panels: (PanelView & { readonly tabId: number })[];
  /** What the detector finds in a tab that the reader asks about; null where the browser lets nobody in. */
  pageFacts: unknown;
  /** What else was asked of the browser for panels. */
  readonly panelCalls: string[];
  /** A background that starts anew over the same database, as after a kill. */
  reborn(): Deps;
}

/** A new world at noon in which Latest has a row an article and the badge counts them: what tests of single articles look at. */
export async function createWorldOfArticles(): Promise<World> {
  const world = createWorld();
  await changeSettings(world.deps, { latest: 'articles', badge: 'unread' });
  world.badges.length = 0;
  world.announcements = 0;
  return world;
}

/** A new world at noon, with an empty database. */
export function createWorld(): World {
  globalThis.indexedDB = new IDBFactory();
  const answers = new Map<string, Answering>();
  const local = fakeLocal();
  const connect = () => {
    const opening = {
      local,
      now: () => world.time,
      pause: async () => undefined,
      onRecovered: () => undefined,
      onNoRoom: () => {
        world.isFull = true;
      },
    };
    return keepConnection((onClosed) => openDatabase(opening, onClosed));
  };
  const connection = connect();
  const deps: Deps = {
    now: () => world.time,
    packFacts: async () => world.packFacts,
    armCarrying: async (at) => void world.carryAlarms.push(at),
    syncArea: {
      items: async () => ({ ...world.syncItems }),
      async change(items, remove) {
        if (world.syncRefuses) throw new Error('QUOTA_BYTES quota exceeded');
        world.syncWrites += 1;
        Object.assign(world.syncItems, items);
        for (const name of remove) delete world.syncItems[name];
      },
    },
    random: () => 0.5,
    ...connection,
    local,
    async fetchFeed(request) {
      world.requests.push(request);
      const answering = answers.get(request.url);
      return answering ? answering(request) : failure('unreachable');
    },
    askServer: (request) => {
      world.serverRequests.push(request);
      return world.askServer(request);
    },
    accountStanding: async (url) => {
      if (world.refused.has(new URL(url).hostname)) return 'no-access';
      return world.hasConsent ? 'ready' : 'no-consent';
    },
    hasAccess: async (url) => !world.refused.has(new URL(url).hostname),
    online: () => world.isOnline,
    showToolbar: async (toolbar) => {
      world.badges.push(toolbar.text);
      world.toolbars.push(toolbar);
    },
    isLatestShown: async () => world.isLatestShown,
    notify: async (notice) => void world.notices.push(notice),
    forgetNotice: async (id) => void world.forgotten.push(id),
    openTab: async (url) => void world.tabs.push(url),
    forgetShown: async () => {
      world.isLatestShown = false;
    },
    armAlarm: async (at) => void world.alarms.push(at),
    openWelcome: async () => void world.welcomes++,
    announce: async () => void world.announcements++,
    readyFront: async () => undefined,
    tellNoRoom: async (isFull) => {
      world.isFull = isFull;
    },
    isRedirected: async ({ url }) => world.redirecting.has(url),
    tellProgress: async (progress) => void world.progress.push(progress),
    stayAwake: (work) => work(),
    storyData: readStoryData,
    languages: () => ['en'],
    pace: DEFAULT_PACE,
    panel: fakePanel(() => world),
    ...caches(),
  };
  const world: World = {
    deps,
    database: connection.database,
    local,
    time: NOON,
    packFacts: new Map(),
    syncItems: {},
    syncWrites: 0,
    syncRefuses: false,
    carryAlarms: [],
    answer: (url, answer) => void answers.set(url, typeof answer === 'function' ? answer : () => answer),
    refused: new Set(),
    hasConsent: true,
    serverRequests: [],
    askServer: (request) => askServer(request, world.time),
    isOnline: true,
    requests: [],
    badges: [],
    toolbars: [],
    notices: [],
    forgotten: [],
    tabs: [],
    isLatestShown: false,
    alarms: [],
    announcements: 0,
    isFull: false,
    welcomes: 0,
    redirecting: new Set(),
    progress: [],
    reborn: () => ({ ...deps, ...connect(), ...caches() }),
    detector: null,
    bar: null,
    granted: ['*://*/*'],
    panels: [],
    pageFacts: null,
    panelCalls: [],
  };
  return world;
}

function fakePanel(world: () => World): PanelPort {
  return {
    granted: async () => world().granted,
    registered: async (script) => world()[script],
    register: async (script, patterns) => {
      world()[script] = patterns.length === 0 ? null : patterns;
    },
    show: async (tabId, view) => world().panels.push({ ...view, tabId }) > 0,
    ask: async (tabId) => {
      world().panelCalls.push(`ask ${tabId}`);
      return world().pageFacts;
    },
    announce: async () => void world().panelCalls.push('announce'),
    openOptions: async (fragment) => void world().panelCalls.push(`options ${decodeURIComponent(fragment)}`),
  };
}

/** What a background holds in memory, as it is at its start. */
function caches(): Pick<
  Deps,
  | 'findings'
  | 'lanes'
  | 'rounds'
  | 'syncs'
  | 'queued'
  | 'refreshing'
  | 'snapshotDesk'
  | 'stories'
  | 'toolbar'
  | 'onPages'
> {
  return {
    findings: new Findings(),
    lanes: new Lanes(),
    rounds: new Rounds(),
    syncs: new Rounds(),
    queued: new Set(),
    refreshing: new Refreshing(),
    snapshotDesk: new SnapshotDesk(),
    stories: new StoryDesk(),
    toolbar: new OneAtATime(),
    onPages: new OneAtATime(),
  };
}

/** A request that failed. */
export function failure(code: 'unreachable' | 'timeout' | 'http' | 'offline', status?: number): FeedAnswer {
  const problem = status === undefined ? { code } : { code, status };
  return { kind: 'failed', problem, retryAfterMs: null };
}

export interface TestItem {
  readonly title: string;
  readonly guid?: string;
  readonly link?: string;
  readonly text?: string;
  /** UTC ms. */
  readonly at?: number;
}

/** An RSS 2.0 feed with these items, as its server would answer. */
export function rss(
  items: readonly TestItem[],
  more: {
    title?: string;
    etag?: string;
    whole?: boolean;
    tail?: string;
    site?: string;
    language?: string;
  } = {},
): FeedAnswer {
  const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>${more.title ?? 'Courier'}</title><link>${more.site ?? 'https://courier.example/'}</link>${more.language ? `<language>${more.language}</language>` : ''}${items.map(itemXml).join('')}${more.tail ?? '</channel></rss>'}`;
  return {
    kind: 'document',
    document: {
      bytes: new TextEncoder().encode(xml),
      url: 'https://courier.example/rss',
      contentType: 'text/xml',
    },
    validators: { etag: more.etag ?? null, lastModified: null },
    whole: more.whole ?? true,
  };
}

function itemXml({ title, guid, link, text, at }: TestItem): string {
  return [
    `<item><title>${title}</title>`,
    guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`,
    link === undefined ? '' : `<link>${link}</link>`,
    text === undefined ? '' : `<description>${text}</description>`,
    at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`,
    '</item>',
  ].join('');
}
