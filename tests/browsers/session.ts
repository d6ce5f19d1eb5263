/**
 * Real browsers with the built extension, for end-to-end tests and `npm start`. A test is written once against
 * `Session` and `Page` and runs unchanged in Chromium (debugging pipe) and Firefox (Marionette).
 */
import type { Newsroom } from '../newsroom/index.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { Page } from './page.ts';

export type { Page } from './page.ts';
export { canInstallForReal } from './real-install.ts';

export type BrowserKind = 'chromium' | 'firefox';
export type Theme = 'light' | 'dark';
export type EnteredWhere = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** What opens and deletes databases, as `indexedDB` does. */
export type Databases = Pick<IDBFactory, 'open' | 'deleteDatabase'>;

/** A line under the address bar. */
export interface Suggested {
  readonly content: string;
  readonly description: string;
}

export interface LaunchOptions {
  kind: BrowserKind;
  /** Folder of the built extension. */
  extension: string;
  /**
   * How it gets in. `temporary` is quick, but every start of the browser is a new installation: alarms,
   * registered scripts and the startup event are not tested by it. `real` is what a reader has.
   */
  install: 'temporary' | 'real';
  /** The test press that stands for all of the network; without it the browser sees the real one. */
  newsroom?: Newsroom;
  /** A profile folder to go on with; without it a fresh one that is deleted on close. */
  profile?: string;
  /** Default true. */
  headless?: boolean;
  /** The browser's own language, such as `uk`. Default `en`. */
  language?: string;
  /** What pages see as the reader's colour scheme. Default light. */
  theme?: Theme;
  /** Device pixels a CSS pixel in screenshots. Default 1. */
  scale?: number;
  /** Path of the browser, where it is not the one that `findBrowser` finds. */
  executable?: string;
  /** More command-line arguments (Chromium) or preferences (Firefox). */
  chromiumArgs?: readonly string[];
  firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}

export interface Session {
  readonly kind: BrowserKind;
  /** What stands as host in the addresses of the extension's pages (in Firefox a UUID). */
  readonly extensionId: string;
  /** Folder of the profile. */
  readonly profile: string;
  /** Address of one of the extension's files. */
  extensionUrl(path: string): string;
  /** Opens one of the extension's pages (`reader.html`) or a whole address in a new tab, and waits for it. */
  open(path: string): Promise<Page>;
  /**
   * Opens the real popup as a click on the toolbar button does, and waits until its page no longer says that it is busy.
   * One that is open already is closed first.
   */
  openPopup(): Promise<Page>;
  /** Waits for the side panel (in Firefox the sidebar) that something else opened. */
  findSidePanel(): Promise<Page>;
  /** What is suggested under the address bar for what is typed behind the keyword. */
  suggest(typed: string): Promise<Suggested[]>;
  /** Enter in the address bar, behind the keyword: on the content of a suggestion, or on what was typed. */
  enter(entered: string, where: EnteredWhere): Promise<void>;
  /** Chooses Lede's entry in the menu over a selection. */
  searchSelection(selected: string): Promise<void>;
  /** `open` in a private window. Firefox alone shows extension pages there. */
  openPrivate(path: string): Promise<Page>;
  /** `open` in a container tab, which Firefox alone has. */
  openInContainer(path: string): Promise<Page>;
  /** Waits for a tab that something else opened and whose address contains `part`. */
  findTab(part: string, ms?: number): Promise<Page>;
  /**
   * Evaluates an expression in the service worker or event page, waking it first where it sleeps. In Chromium
   * the debugger then stays on the worker and keeps it awake until it is killed or the browser restarted.
   */
  inBackground<T>(expression: string): Promise<T>;
  /** Kills the background without warning, as the browser or the system may at any time. */
  killBackground(): Promise<void>;
  /** Stops the event page as Firefox does where it is idle. Chromium's worker can only be killed. */
  stopBackground(): Promise<void>;
  /**
   * Runs a function over the extension's databases, in a place that neither wakes the background nor dies with it. It uses
   * nothing but its arguments and the globals of any page; these and its result travel as JSON.
   */
  inDatabase<T, A extends readonly unknown[]>(
    look: (databases: Databases, ...args: A) => Promise<T>,
    ...args: A
  ): Promise<T>;
  /** The processes that run the extension: its background, and its pages while they are open. */
  extensionProcesses(): Promise<number[]>;
  /**
   * Has the background, which is woken where it sleeps, let go of what it needs no more: what is left is what it holds.
   * In Chromium the debugger stays on the worker, as with `inBackground`.
   */
  collectGarbage(): Promise<void>;
  /** Text of the badge on the toolbar button, '' where there is none. */
  badge(): Promise<string>;
  /** Sets the colour scheme of pages that are open and of those that will be. */
  setTheme(theme: Theme): Promise<void>;
  /**
   * Lets the next real click that asks for access to `pattern` have it without a dialog, as if the reader
   * agreed. Meant for the packaged manifest, which has no access of its own.
   */
  allowHost(pattern: string): Promise<void>;
  /**
   * Closes the browser politely and starts it again with the same profile, or with another build. `whileClosed` is run
   * in between, with the profile's folder in nobody's hands. `byDeath`: the browser is killed without warning instead.
   */
  restart(changes?: {
    extension?: string;
    whileClosed?: (profile: string) => Promise<void>;
    byDeath?: boolean;
  }): Promise<void>;
  /**
   * Takes another build in while the browser runs, as an update does: Firefox a packed one, Chromium the folder that it was
   * started with, whose files are others by now. Pages of the extension are closed by it.
   */
  update(extension: string): Promise<void>;
  screenshot(page: Page, file: string): Promise<void>;
  /** Resolves when the browser that runs now has ended, be it by its user. */
  untilClosed(): Promise<void>;
  /** Ends the browser and deletes what the session made. */
  close(): Promise<void>;
}

/** Starts a browser with the extension in it. Rejects with one sentence where that cannot be had. */
export function launch(options: LaunchOptions): Promise<Session> {
  return options.kind === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
