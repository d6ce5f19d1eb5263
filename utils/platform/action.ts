/**
 * `utils/platform` holds every call to the browser but fetch, IndexedDB and messages, one file an area, so that the
 * rest can run without a browser. This file: the toolbar button.
 */
import { browser } from 'wxt/browser';

/** Grounds of the number in the light theme; dark has no API in the background. */
const COUNT_COLOUR = '#45494F';

/** What this background showed last; another start of it shows anew. */
let shown: string | null = null;

/** Shows a text on the toolbar button; empty removes it. */
export async function showBadge(text: string): Promise<void> {
  if (text === shown) return;
  shown = text;
  await browser.action.setBadgeBackgroundColor({ color: COUNT_COLOUR });
  await browser.action.setBadgeText({ text });
}
