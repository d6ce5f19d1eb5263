/**
 * What the background tells the scripts that it has in pages. A message to each tab, and no key in storage: nothing that
 * is stored is open to them.
 */
import { browser } from 'wxt/browser';

const CHANGED = 'panelChanged';

/** Tells them all that what is wanted of them may have changed. */
export async function announcePanelChange(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  // Nearly all have nobody who would hear it.
  await Promise.allSettled(tabs.map(({ id = -1 }) => browser.tabs.sendMessage(id, CHANGED, { frameId: 0 })));
}

/** Calls back after every such announcement; gives the function that stops it. */
export function onPanelChange(listener: () => void): () => void {
  const onMessage = (message: unknown): void => {
    if (message === CHANGED) listener();
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}
