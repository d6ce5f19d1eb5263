/** Access to hosts: what the reader granted, and asking for more. */
import { browser } from 'wxt/browser';

/** Whether Lede may read answers from this address. */
export async function hasAccess(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  return pattern !== null && browser.permissions.contains({ origins: [pattern] });
}

/**
 * Asks the reader for access to the hosts of these addresses, at once what is missing; true where all is granted.
 * Must be called straight from a click, before anything is awaited.
 */
export async function requestAccess(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.map(hostPattern).filter((pattern) => pattern !== null))];
  return origins.length > 0 && browser.permissions.request({ origins });
}

/** Calls back after the reader granted something, also in the browser's own settings. */
export function onAccessGranted(listener: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(listener);
}

function hostPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : null;
}
