/** A page of Firefox: a tab, a tab of a private window or container, or the popup, by its `browserId`. */
import * as scripts from './firefox-scripts.ts';
import { toWebDriverKeys } from './keys.ts';
import type { Marionette } from './marionette.ts';
import { type Page, pageOver, until } from './page.ts';

/** The page with a `browserId`; `firefox` is asked at each call, since a restart brings a new one. */
export function firefoxPage(firefox: Marionette, browserId: number, scale: number): Page {
  const inBrowser = <T>(script: string, ...args: readonly unknown[]): Promise<T> =>
    firefox.chrome<T>(script, [browserId, ...args]);
  return pageOver({
    url: () => inBrowser(scripts.URL_OF),
    run: (expression) => inBrowser(scripts.EVALUATE, expression),
    click: (selector) => onceVisible(() => inBrowser(scripts.CLICK, selector)),
    clickAt: (x, y) => inBrowser(scripts.CLICK_AT, x, y),
    keys: (text) => onceVisible(() => inBrowser(scripts.KEYS, text)),
    press: (key) => onceVisible(() => inBrowser(scripts.KEYS, toWebDriverKeys(key))),
    resize: async (width, height) => {
      await inBrowser(scripts.RESIZE, width, height);
      await until(
        () => inBrowser<boolean>(scripts.EVALUATE, `innerWidth === ${width} && innerHeight === ${height}`),
        5_000,
        () => `a page of ${width} × ${height}`,
      );
    },
    capture: async () => Buffer.from(await inBrowser<string>(scripts.CAPTURE, scale), 'base64'),
    close: () => inBrowser(scripts.CLOSE),
  });
}

/**
 * Clicks or types once the element is laid out: one that was just drawn may not be, and is then refused before
 * anything happened. Every other failure is the test's.
 */
async function onceVisible(act: () => Promise<unknown>): Promise<void> {
  let failure: unknown;
  const tryIt = async (): Promise<boolean> => {
    try {
      await act();
    } catch (error) {
      if (/not visible|not reachable/i.test(String(error))) return false;
      failure = error;
    }
    return true;
  };
  await until(tryIt, 5_000, () => 'an element to be visible');
  if (failure !== undefined) throw failure;
}

/** Waits until a tab or popup has left the empty page it begins with and has loaded. */
export async function loaded(page: Page): Promise<Page> {
  await page.waitFor(() => document.readyState === 'complete' && location.href !== 'about:blank', 20_000);
  return page;
}
