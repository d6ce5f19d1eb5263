/**
 * What a surface (popup, reading page, options) can see and do, as one interface: components are handed it and
 * know nothing of the database, of messages or of the browser.
 */

import type { AccountEntry, AccountFound, AccountView } from '../model/account.ts';
import type { AlertState } from '../model/alert.ts';
import type { ArticleView, GoneView, SourceView } from '../model/article-view.ts';
import type { BackupSummary, Restored, RestoreMode } from '../model/backup-format.ts';
import type { CarryView } from '../model/carrying.ts';
import type { Discovery, FeedCandidate, FeedLink } from '../model/discovery.ts';
import type { SourceChange } from '../model/feed.ts';
import type { Licence } from '../model/licence.ts';
import type { OpmlList, OpmlSource } from '../model/opml.ts';
import type { PackEntry, Packs } from '../model/pack.ts';
import type { Result } from '../model/problem.ts';
import type { SearchPage } from '../model/search.ts';
import type { Settings, SettingsPatch } from '../model/settings.ts';
import type { SnapshotInfo } from '../model/snapshot.ts';
import type { Theme } from '../model/toolbar.ts';
import type {
  AlertRow,
  BreakingView,
  ImportResult,
  LatestCursor,
  LatestPage,
  LatestRow,
  Narrowing,
  RankedPage,
  RankedRow,
  RefreshProgress,
  RefreshResult,
  SourceRow,
  Status,
  StoryView,
} from '../model/view.ts';

/** How following one source of a pack ended. */
export interface Followed {
  readonly entry: PackEntry;
  readonly result: Result<{ readonly feedId: number }>;
}

/** In bytes; null where the browser does not say. */
export interface StorageUse {
  readonly used: number | null;
  /** All that the browser lets Lede take: in Chromium what is free on the disk, in Firefox a share of it. */
  readonly allowed: number | null;
}

/** A command of the browser's with its key. */
export interface BrowserKey {
  /** As in the manifest; `_execute_action` is the click on Lede's icon. */
  readonly name: string;
  /** Empty where none is set. */
  readonly key: string;
}

export interface Surface {
  /**
   * A page of Latest, newest first; `limit` rows at most, and on the first page what arrived since `since` (UTC ms;
   * absent: the last visit; null: nothing) before them. `narrowing`: of these only what fits it.
   */
  latest(
    after: LatestCursor | null,
    limit: number,
    since?: number | null,
    narrowing?: Narrowing,
  ): Promise<Result<LatestPage>>;
  /** Latest was shown with what had arrived by `upTo` (UTC ms): what arrives later is new at the next visit. */
  visitLatest(upTo: number): Promise<Result<null>>;
  /** Latest is on the screen, or no longer: while it is, nothing is new. */
  showLatest(isShown: boolean): Promise<void>;
  /** A story with all that is told of it; null where it is gone. */
  story(storyId: number): Promise<Result<StoryView | null>>;
  /** 'Not the same story': gives the number by which that is taken back. */
  splitStory(articleIds: readonly number[]): Promise<Result<{ readonly bindingId: number }>>;
  /** 'Same story': the same. */
  joinStories(storyIds: readonly [number, number]): Promise<Result<{ readonly bindingId: number }>>;
  undoCorrection(bindingId: number): Promise<Result<null>>;
  /** The stories that most independent sources tell now. */
  top(limit: number): Promise<Result<RankedPage>>;
  /** Those that they told over a period. */
  popular(limit: number, hours: number): Promise<Result<RankedPage>>;
  /** Unread stories that broke in the last hour. */
  breaking(): Promise<Result<readonly LatestRow[]>>;
  /** What a threshold would have raised in the last week (`sources` null: as many as fit that week). */
  breakingPast(threshold: {
    readonly sources: number | null;
    readonly minutes: number;
  }): Promise<Result<BreakingView>>;
  /** Articles in which something that is watched for was found in the last hour, unread. */
  watched(): Promise<Result<readonly LatestRow[]>>;
  /** The alerts that are remembered, the newest first. */
  alerts(): Promise<Result<readonly AlertRow[]>>;
  /**
   * Articles that hold what was typed, the best first. `after`: where the page before it ended, null for the first.
   * `leads`: false looks at headlines, authors and sources alone, which is sooner.
   */
  search(
    typed: string,
    options: { readonly after: number | null; readonly limit: number; readonly leads: boolean },
  ): Promise<Result<SearchPage>>;
  /** Loads what searching needs: the first query is then as fast as the others. */
  prepareSearch(): Promise<void>;
  status(): Promise<Result<Status>>;
  sources(): Promise<Result<readonly SourceRow[]>>;
  settings(): Promise<Result<Settings>>;
  /** Calls back after every change of the database; gives the function that stops it. */
  onChange(listener: () => void): () => void;

  /**
   * Opens an article and marks it read: in front on the reading page where that holds more than the row
   * (`utils/model/opening`), else the publisher's page; `background` leaves the present tab in front of the publisher's.
   */
  openArticle(row: LatestRow, where: 'tab' | 'background' | 'site'): Promise<void>;
  markRead(articleIds: readonly number[], read: boolean): Promise<Result<null>>;
  /** Gives the time by which it is taken back. */
  markAllRead(): Promise<Result<{ readonly markedAt: number }>>;
  undoMarkAll(markedAt: number): Promise<Result<null>>;
  /** Shows nothing of a story, nor of what is told of it later; or all of it again. */
  hideStory(storyId: number, hidden: boolean): Promise<Result<null>>;
  saveArticles(articleIds: readonly number[], saved: boolean): Promise<Result<null>>;
  /** Checks all sources now (or those given); resolves once every one was asked. */
  refresh(feedIds?: readonly number[]): Promise<Result<RefreshResult>>;
  /** Ends the refresh that runs, whoever began it. */
  cancelRefresh(): Promise<Result<null>>;
  /** Calls back with how far a refresh is, at once and with every news of it; gives the function that stops it. */
  onProgress(listener: (progress: RefreshProgress | null) => void): () => void;
  /** The reader has been told that these sources have been failing for days. */
  knowFailures(feedIds: readonly number[]): Promise<Result<null>>;
  /** Alerts that were raised by `upTo` (UTC ms) were seen. */
  seeAlerts(upTo: number): Promise<Result<null>>;
  /** Opens the article of an alert. */
  openAlert(alertId: number): Promise<Result<null>>;
  /** Keeps an alert for later, or is done with it. */
  answerAlert(alertId: number, state: AlertState): Promise<Result<null>>;
  /** Asks the browser whether Lede may notify. Must be called straight from a click. */
  askToNotify(): Promise<boolean>;
  /** Whether it may. */
  mayNotify(): Promise<boolean>;
  /** Tells the background which colours the browser has: only pages see them. */
  reportTheme(theme: Theme): Promise<Result<null>>;
  /** How carrying by the browser's own sync stands. */
  carrying(): Promise<Result<CarryView>>;
  setCarrying(on: boolean): Promise<Result<null>>;
  carryNow(): Promise<Result<null>>;
  /** Erases what the browser carries; all browsers keep what they have. */
  eraseCarried(): Promise<Result<null>>;
  /** Whether sources that may have been removed elsewhere are sent back, or removed here. */
  answerAway(keep: boolean): Promise<Result<null>>;
  /** The account on a feed server; null where there is none. */
  account(): Promise<Result<AccountView | null>>;
  /**
   * Tries an address, user and password, and says what answers there. Must be called straight from a click: it asks the
   * browser for access to that host alone, and for consent where the browser wants it.
   */
  testAccount(entry: AccountEntry): Promise<Result<AccountFound>>;
  /** The same for a machine of the reader's own network, once the reader has said that it may be asked. */
  testConfirmed(entry: AccountEntry): Promise<Result<AccountFound>>;
  /** Adds the account and begins its first sync; asks for nothing, `testAccount` did. */
  addAccount(entry: AccountEntry): Promise<Result<null>>;
  syncAccount(): Promise<Result<null>>;
  /** Forgets the account; its articles stay, or go. */
  leaveAccount(keep: boolean): Promise<Result<null>>;
  /** What becomes of sources that the server suddenly lists no longer. */
  answerVanished(remove: boolean): Promise<Result<null>>;
  signInAgain(password: string): Promise<Result<null>>;
  /** Asks again for access to the server, and for consent. Must be called straight from a click. */
  allowAccount(base: string): Promise<Result<null>>;
  /** Has the server follow all sources that are fetched here. */
  moveSources(): Promise<Result<null>>;
  /** The reader knows what the server refused. */
  knowRefused(): Promise<Result<null>>;
  /** Lets Lede ask a machine of the reader's own network. */
  confirmHost(host: string): Promise<Result<null>>;
  /** Opens a source's address in a tab, to see where it leads; see `hopInFront`. */
  openHop(feedId: number, url: string): Promise<void>;
  /** Where the address of a source that was opened so has led, if its tab is in front; else null. */
  hopInFront(): Promise<{ readonly feedId: number; readonly host: string } | null>;
  /** What Lede takes on this machine, as far as the browser tells. */
  storageUse(): Promise<StorageUse>;
  /**
   * Looks up what can be followed at an address: a feed, a page with feeds, a list. Must be called straight from a
   * click: it asks the browser for access to the site.
   */
  find(address: string): Promise<Result<Discovery>>;
  /**
   * The same for an address that `find` did not ask, because it is of the reader's own network: the reader has now said
   * that it may be. `host` is where it leads, or null for its own. Asks for no access; `find` did.
   */
  findConfirmed(address: string, host: string | null): Promise<Result<Discovery>>;
  /** Looks at feeds that a page named, as far as their hosts are allowed; asks for no access. */
  lookAt(links: readonly FeedLink[]): Promise<Result<readonly FeedCandidate[]>>;
  /**
   * Follows a feed that was found on an allowed host, or any feed on the account's server (`there`), which then fetches it;
   * asks for no access.
   */
  followFound(url: string, there?: boolean): Promise<Result<{ readonly feedId: number }>>;
  /** Whether the tab in front shows a page of the web, and so may name feeds. */
  hasPageInFront(): Promise<boolean>;
  /** Has the page in the tab in front looked at, and shows there what is related to it, if only that nothing is. */
  relatedToThisTab(): Promise<Result<null>>;
  /** Has the panel come to the articles of a site. Must be called straight from a click: it asks for access to it. */
  panelOn(address: string): Promise<Result<null>>;
  /** Finds the feeds of the page in the tab in front, and shows them in options. */
  followThisTab(): Promise<Result<null>>;
  /**
   * Follows a feed address. Must be called straight from a click: it asks the browser for access to the host.
   */
  follow(url: string): Promise<Result<{ readonly feedId: number }>>;
  /** Reads a list of sources that another reader exported; nothing is followed yet. */
  readList(bytes: Uint8Array): Promise<Result<OpmlList>>;
  /** Follows the sources of a list. Must be called straight from a click: it asks for access to all their hosts. */
  followList(sources: readonly OpmlSource[]): Promise<Result<ImportResult>>;
  /** The followed sources as an OPML document. */
  exportList(): Promise<Result<string>>;
  /** The starter packs, from the package. */
  packs(): Promise<Result<Packs>>;
  /**
   * Follows sources of packs, and calls back as each ends. Must be called straight from a click: it asks the browser
   * once for access to exactly the hosts of their feeds and articles, and follows nothing where that is refused.
   */
  followEntries(
    entries: readonly PackEntry[],
    onFollowed: (followed: Followed) => void,
  ): Promise<Result<null>>;
  /** Changes what the reader can change of sources, of many at once. */
  changeSources(changes: readonly SourceChange[]): Promise<Result<null>>;
  /** Follows sources no longer; for ten minutes they can be had back with all that was theirs. */
  unfollow(feedIds: readonly number[]): Promise<Result<null>>;
  restoreSources(feedIds: readonly number[]): Promise<Result<null>>;
  /** Asks for access to hosts that wait for it; straight from a click. */
  allowWaiting(hosts: readonly string[]): Promise<Result<null>>;
  changeSettings(patch: SettingsPatch): Promise<Result<null>>;

  /** Everything in one file, made from the database; tells how far it is, 0 to 1. */
  writeBackup(onProgress: (done: number) => void): Promise<Result<Blob>>;
  /** What a backup holds; nothing is changed by it. */
  readBackup(file: Blob, onProgress: (done: number) => void): Promise<Result<BackupSummary>>;
  /** Restores a backup, all of it or nothing. */
  restoreBackup(file: Blob, mode: RestoreMode, onProgress: (done: number) => void): Promise<Result<Restored>>;
  /** The daily snapshots of sources and settings, newest first. */
  snapshots(): Promise<readonly SnapshotInfo[]>;
  /** Puts the snapshot of that time back; gives how many sources came back. */
  restoreSnapshot(at: number): Promise<Result<{ readonly sources: number }>>;
  /** The reader knows that sources and settings were put back after the database was lost. */
  knowRecovery(): Promise<Result<null>>;
  /** Erases all that is kept on this machine, snapshots too. */
  eraseEverything(): Promise<Result<null>>;

  /** Opens a page of Lede's own in a tab. */
  openPage(page: 'reader' | 'options', fragment?: string): Promise<void>;
  /** Whether the browser is Firefox, which words its questions in another way. */
  readonly isFirefox: boolean;
  /** Version of the extension. */
  readonly version: string;
  /** The packages of others that are part of it. */
  licences(): Promise<Result<readonly Licence[]>>;
  /** The keys that open Lede, as they are set in the browser. */
  browserKeys(): Promise<readonly BrowserKey[]>;
  /** Opens the browser's own page on which these keys are set. */
  openKeySettings(): Promise<void>;
  /** Opens the side panel of this window; straight from a click. */
  openSidePanel(): Promise<void>;

  /** One article with its text and its story, or what is known of one that is not kept. */
  article(articleId: number): Promise<Result<ArticleView | GoneView>>;
  /** A source with a page of its articles; null where it is not followed. */
  source(feedId: number, after: LatestCursor | null, limit: number): Promise<Result<SourceView | null>>;
  /** What the reader saved, last first. */
  saved(): Promise<Result<readonly LatestRow[]>>;
  /** The ten stories that most sources told since the visit before (UTC ms), if that is long ago. */
  away(since: number | null): Promise<Result<readonly RankedRow[]>>;
  /** Has the publisher's page fetched. Must be called straight from a click: it asks for access to the host. */
  fetchFullText(articleId: number, url: string): Promise<Result<null>>;
  /** Opens an address in a tab in front. */
  openSite(url: string): Promise<void>;
  /**
   * Whether the browser may ask for the pictures of articles itself (without cookies); where it may not, `picture` asks.
   */
  readonly showsPictures: boolean;
  /** A picture as an address of this page's own (to be revoked), from a host that Lede may read; else null. */
  picture(url: string): Promise<string | null>;

  /** UTC ms. */
  now(): number;
  /** Whether the browser says that it is online. */
  online(): boolean;
}
