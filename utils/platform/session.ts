/**
 * The revision: a number in the browser's session storage that changes after every write, seen by every page of
 * every window and container, which then asks again.
 */
import { browser } from 'wxt/browser';

const KEY = 'revision';

/** Tells all pages that something changed; `revision` differs from the one before. */
export async function announceRevision(revision: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: revision });
}

/** Calls back after every announcement; gives the function that stops it. */
export function onRevision(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (KEY in changes) listener();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}
