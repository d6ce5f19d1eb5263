/** A page of Chromium on top of puppeteer: a tab or the popup. */
import type { KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import { combination } from './keys.ts';
import { type Page, type PageDriver, pageOver } from './page.ts';
import type { Theme } from './session.ts';

/** Wraps a page of puppeteer's. */
export function chromiumPage(page: PuppeteerPage): Page {
  return pageOver(driver(page));
}

/** Sets what the page sees as the reader's colour scheme. */
export function emulateTheme(page: PuppeteerPage, theme: Theme): Promise<void> {
  return page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
}

/** How long an element may take until it can be clicked, in ms. */
const CLICK_MS = 10_000;

function driver(page: PuppeteerPage): PageDriver {
  return {
    url: () => page.evaluate('location.href').then(String),
    run: (expression) => page.evaluate(expression),
    // A locator waits until the element stands still and can be hit, and tries again where it was drawn anew.
    click: (selector) => unlessItCloses(page, page.locator(selector).setTimeout(CLICK_MS).click()),
    clickAt: (x, y) => unlessItCloses(page, page.mouse.click(x, y)),
    keys: (text) => page.keyboard.type(text),
    press: (key) => unlessItCloses(page, press(page, key)),
    resize: (width, height) => page.setViewport({ width, height, deviceScaleFactor: 0 }),
    capture: () => page.screenshot({ type: 'png' }),
    close: () => unlessItCloses(page, page.close()),
  };
}

/** A popup may close itself at a click or key, before the browser has confirmed it. */
async function unlessItCloses(page: PuppeteerPage, action: Promise<void>): Promise<void> {
  await action.catch((error: unknown) => {
    if (!page.isClosed() && !/closed|detached/i.test(String(error))) throw error;
  });
}

async function press(page: PuppeteerPage, key: string): Promise<void> {
  // A combination ends in the key itself; what stands before it is held meanwhile.
  const keys = combination(key) as KeyInput[];
  for (const held of keys.slice(0, -1)) await page.keyboard.down(held);
  await page.keyboard.press(keys.at(-1) as KeyInput);
  for (const held of keys.slice(0, -1).reverse()) await page.keyboard.up(held);
}
