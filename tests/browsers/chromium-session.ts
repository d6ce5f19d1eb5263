/** What a test does with a running Chromium. */
import type { Browser, Page as PuppeteerPage } from 'puppeteer-core';
import * as extension from './chromium-extension.ts';
import { chromiumPage, emulateTheme } from './chromium-page.ts';
import { descendants } from './memory.ts';
import { type Page, settled, until } from './page.ts';
import type { Databases, Session, Theme } from './session.ts';

export interface State {
  /** A restart brings a new one. */
  browser: Browser;
  /** The extension's id, the same over restarts. */
  id: string;
  theme: Theme;
}

/** All of a session but its beginning and end. */
export function surfaces(state: State): Omit<Session, 'profile' | 'update' | 'restart' | 'close'> {
  return {
    kind: 'chromium',
    extensionId: state.id,
    extensionUrl: (path) => extension.extensionUrl(state.id, path),
    ...pages(state),
    ...background(state),
    untilClosed: () =>
      new Promise((resolve) => {
        if (!state.browser.connected) resolve();
        state.browser.once('disconnected', () => resolve());
      }),
  };
}

type Pages = Pick<
  Session,
  | 'open'
  | 'openPopup'
  | 'findSidePanel'
  | 'openPrivate'
  | 'openInContainer'
  | 'findTab'
  | 'setTheme'
  | 'screenshot'
>;

function pages(state: State): Pages {
  const shown = async (page: PuppeteerPage): Promise<Page> => {
    await emulateTheme(page, state.theme);
    return chromiumPage(page);
  };
  return {
    open: async (path) => {
      const url = path.includes('://') ? path : extension.extensionUrl(state.id, path);
      return shown(await extension.openTab(state.browser, url));
    },
    openPopup: async () => settled(await shown(await extension.openPopup(state.browser, state.id))),
    findSidePanel: async () => shown(await extension.findSidePanel(state.browser, state.id)),
    openPrivate: () => Promise.reject(new Error('Chromium shows no extension pages in private windows')),
    openInContainer: () => Promise.reject(new Error('Chromium has no container tabs')),
    findTab: async (part, ms = 10_000) => shown(await findTab(state.browser, part, ms)),
    setTheme: async (theme) => {
      state.theme = theme;
      for (const page of await state.browser.pages()) await emulateTheme(page, theme);
    },
    screenshot: (page, file) => page.screenshot(file),
  };
}

function findTab(browser: Browser, part: string, ms: number): Promise<PuppeteerPage> {
  return until(
    async () => (await browser.pages()).find((page) => page.url().includes(part)),
    ms,
    async () =>
      `a tab with ${part}; there are ${(await browser.pages()).map((page) => page.url()).join(', ')}`,
  );
}

type Background = Pick<
  Session,
  | 'inBackground'
  | 'killBackground'
  | 'stopBackground'
  | 'inDatabase'
  | 'extensionProcesses'
  | 'collectGarbage'
  | 'badge'
  | 'allowHost'
  | 'suggest'
  | 'enter'
  | 'searchSelection'
>;

function background(state: State): Background {
  const inBackground = async <T>(expression: string): Promise<T> =>
    // Only the caller knows the shape of what its expression gives.
    (await extension.inWorker(state.browser, state.id, expression)) as T;
  /** Dispatches an event of the browser's; `more` are expressions. */
  const dispatch = (event: string, values: readonly unknown[], ...more: string[]): string =>
    `chrome.${event}.dispatch(${[...values.map((value) => JSON.stringify(value)), ...more].join(', ')})`;
  return {
    inBackground,
    suggest: (typed) =>
      inBackground(`new Promise((resolve) => ${dispatch('omnibox.onInputChanged', [typed], 'resolve')})`),
    enter: (entered, where) => inBackground(`void ${dispatch('omnibox.onInputEntered', [entered, where])}`),
    searchSelection: (selectionText) =>
      inBackground(
        `void ${dispatch('contextMenus.onClicked', [{ menuItemId: 'search-selection', selectionText }])}`,
      ),
    killBackground: () => extension.killWorker(state.browser, state.id),
    stopBackground: () => Promise.reject(new Error('Chromium stops no worker politely')),
    inDatabase: async <T, A extends readonly unknown[]>(
      look: (databases: Databases, ...rest: A) => Promise<T>,
      ...args: A
    ) =>
      // Only the caller knows the shape of what its function gives.
      (await extension.besideCode(
        state.browser,
        state.id,
        `(${look.toString()})(indexedDB, ...${JSON.stringify(args)})`,
      )) as T,
    extensionProcesses: () => descendants(state.browser.process()?.pid ?? 0, '--extension-process'),
    collectGarbage: () => extension.collectGarbage(state.browser, state.id),
    badge: () => extension.badgeText(state.browser, state.id),
    allowHost: (pattern) => extension.allowHost(state.browser, state.id, pattern),
  };
}
