/**
 * `utils/app` holds the use cases, one verb a file: `commands` change something and are run by the background alone,
 * `queries` only read. Every effect a command has goes through this one argument, so that tests can hand in others.
 */
import type { Send } from '../account/wire.ts';
import type { Pace } from '../feed/schedule.ts';
import type { AccountStanding } from '../model/account.ts';
import type { PackFacts } from '../model/pack.ts';
import type { PanelView } from '../model/panel.ts';
import type { Toolbar } from '../model/toolbar.ts';
import type { RefreshProgress } from '../model/view.ts';
import type { FeedAnswer, FeedRequest } from '../net/fetch-feed.ts';
import type { LocalStore } from '../platform/local.ts';
import type { Database } from '../store/schema.ts';
import type { Rounds, SyncArea } from './carrying.ts';
import type { Findings } from './findings.ts';
import type { Lanes } from './lanes.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { Refreshing } from './refreshing.ts';
import type { SnapshotDesk } from './snapshot-desk.ts';
import type { StoryData } from './story-data.ts';
import type { StoryDesk } from './story-desk.ts';

/** A notification. */
export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** What 'Open' and 'Later' say. */
  readonly buttons: readonly [open: string, later: string];
}

export interface Deps {
  /** UTC ms. */
  now(): number;
  /** 0 to 1, for spreading checks. */
  random(): number;
  /** The open database; opens it where it is not. Rejects if it cannot be opened. */
  database(): Promise<Database>;
  /** Closes it; the next use opens it anew. */
  closeDatabase(): Promise<void>;
  fetchFeed(request: FeedRequest, now: number): Promise<FeedAnswer>;
  /** Whether an address that nobody answered at sends its askers elsewhere; one request that follows no redirect. */
  isRedirected(request: FeedRequest): Promise<boolean>;
  /** Whether the reader allowed Lede to read answers from this address. */
  hasAccess(url: string): Promise<boolean>;
  /** Asks the account's feed server; whoever calls sees to it that it may be asked (`utils/app/may-ask`). */
  readonly askServer: Send;
  /** Whether it may be asked at this address, as far as the browser and its reader have a say in it. */
  accountStanding(url: string): Promise<Exclude<AccountStanding, 'signed-out'>>;
  /** Syncs with that server, one after another. */
  readonly syncs: Rounds;
  online(): boolean;
  /** Shows the toolbar button like this. */
  showToolbar(toolbar: Toolbar): Promise<void>;
  /** Whether some page has Latest on a screen. */
  isLatestShown(): Promise<boolean>;
  /** Shows a notification, or another in the place of one with the same number. Rejects where it may not. */
  notify(notice: Notice): Promise<void>;
  /** Takes a notification away. */
  forgetNotice(id: number): Promise<void>;
  /** Opens an address in a new tab in front. */
  openTab(url: string): Promise<unknown>;
  /** A page, by its id, has it no longer. */
  forgetShown(view: string): Promise<void>;
  /** Has a round of carrying begun at `at` (UTC ms). */
  armCarrying(at: number): Promise<void>;
  /** What the packs say of publishers, by the addresses of their feeds. */
  packFacts(): Promise<ReadonlyMap<string, PackFacts>>;
  /** What the browser's own sync carries. */
  readonly syncArea: SyncArea;
  /** Has the background woken at `at` (UTC ms), and every `againMs` after it until the alarm is armed anew. */
  armAlarm(at: number, againMs: number): Promise<void>;
  /** Opens the page for new readers in a tab. */
  openWelcome(): Promise<void>;
  /** Tells all pages that the database changed. */
  announce(): Promise<void>;
  /** Tells all pages whether there is room to store what comes: where there is none, the database cannot say so. */
  tellNoRoom(isFull: boolean): Promise<void>;
  /** Has the first rows of Latest lie ready for the popup, if they do not yet. */
  readyFront(): Promise<void>;
  /** Tells all pages how far a refresh is; null where none runs. */
  tellProgress(progress: RefreshProgress | null): Promise<void>;
  /** Keeps the background alive while `work` runs. */
  stayAwake<T>(work: () => Promise<T>): Promise<T>;
  readonly pace: Pace;
  /** Looks at feeds that may be followed right after. */
  readonly findings: Findings;
  /** The story engine in memory. */
  readonly stories: StoryDesk;
  /** What the package knows of words, names and places. Rejects if it cannot be read. */
  storyData(): Promise<StoryData>;
  /** The reader's languages as BCP 47 tags without regions, the best first. */
  languages(): readonly string[];
  /** What all requests share, so that together they crowd nobody. */
  readonly lanes: Lanes;
  /** Sources that a poll of this background is about to check: the next poll leaves them to it. */
  readonly queued: Set<number>;
  /** Rounds of carrying, one after another. */
  readonly rounds: Rounds;
  /** The refresh that runs in this background, if one does. */
  readonly refreshing: Refreshing;
  /** What is kept outside the database: snapshots, and where the database lies. */
  readonly local: LocalStore;
  readonly snapshotDesk: SnapshotDesk;
  /** The button as it is being shown. */
  readonly toolbar: OneAtATime;
  /** Registering what runs in pages. */
  readonly onPages: OneAtATime;
  readonly panel: PanelPort;
}

/** The scripts that the browser runs in pages by itself: one looks for articles, one draws the bar. */
export type PageScript = 'detector' | 'bar';

/** What panel and bar need of the browser. */
export interface PanelPort {
  /** The patterns of hosts that the reader granted. */
  granted(): Promise<readonly string[]>;
  /** The patterns of pages that a script is registered for; null where it is not. */
  registered(script: PageScript): Promise<readonly string[] | null>;
  /** Has a script run in pages of these patterns from now on; for none, in no page. */
  register(script: PageScript, patterns: readonly string[]): Promise<void>;
  /** Draws the panel in the top frame of a tab; false where the browser lets nobody in. */
  show(tabId: number, view: PanelView): Promise<boolean>;
  /** Has the detector look at the page in a tab, for a reader who asked: its facts, or null where the browser lets nobody in. */
  ask(tabId: number): Promise<unknown>;
  /** Tells all panels that what is wanted of them may have changed. */
  announce(): Promise<void>;
  /** Opens options in a tab; `fragment` says what in them. */
  openOptions(fragment: string): Promise<void>;
}
