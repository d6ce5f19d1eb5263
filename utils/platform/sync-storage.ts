/** The browser's own sync, between the browsers of one account; without an account, an area of this browser alone. */
import { browser } from 'wxt/browser';

/** Everything that lies in the area, by name. */
export function syncItems(): Promise<Record<string, unknown>> {
  return browser.storage.sync.get(null);
}

/** Writes items and removes others. Rejects where the browser's limits do not allow it, or it takes nothing now. */
export async function changeSyncItems(
  items: Readonly<Record<string, string>>,
  remove: readonly string[],
): Promise<void> {
  if (Object.keys(items).length > 0) await browser.storage.sync.set({ ...items });
  if (remove.length > 0) await browser.storage.sync.remove([...remove]);
}

/** Calls back after every change of the area, also by this browser. Must be called at the top of the background. */
export function onSyncItems(listener: () => Promise<void>): void {
  browser.storage.sync.onChanged.addListener(() => void listener());
}
