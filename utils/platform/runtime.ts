/** The life of the background. */
import { browser } from 'wxt/browser';

/** How often a call keeps Chromium's worker awake, in ms: it dies 30 s after the last one, fetches do not count. */
const KEEP_AWAKE_MS = 20_000;

/** Keeps the background alive while `work` runs, and gives what it gives. */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_AWAKE_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** The address of one of the extension's own pages; without a path, what all of them begin with. */
export function ownUrl(path = ''): string {
  return browser.runtime.getURL(`/${path}`);
}

/** The extension's version. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

/** The extension's id, which its own messages carry. */
export function ownId(): string {
  return browser.runtime.id;
}

/** Calls back when the browser starts with the extension installed. Register synchronously. */
export function onBrowserStart(listener: () => Promise<void>): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Calls back after installation (`isNew`) and updates of it or of the browser. Register synchronously. */
export function onInstalled(listener: (isNew: boolean) => Promise<void>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void listener(reason === 'install'));
}
