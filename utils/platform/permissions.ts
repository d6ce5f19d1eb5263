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

/**
 * Asks the reader for access to a site: the host of this address and its subdomains, which feeds often lie on. Must be
 * called straight from a click, before anything is awaited.
 */
export async function requestSite(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  return pattern !== null && browser.permissions.request({ origins: [pattern] });
}

/** Calls back after the reader granted something, also in the browser's own settings. */
export function onAccessGranted(listener: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(listener);
}

/** Calls back after access was taken away, also in the browser's own settings. */
export function onAccessRemoved(listener: () => Promise<void>): void {
  browser.permissions.onRemoved.addListener(listener);
}

/** `www.` is dropped, since the pattern covers it; an IP address has no subdomains. */
function sitePattern(url: string): string | null {
  const own = hostPattern(url);
  const isAddress = /^\*:\/\/(?:[\d.]+|\[.*\])\//.test(own ?? '');
  return isAddress ? own : (own?.replace(/^\*:\/\/(?:www\.)?/, '*://*.') ?? null);
}

function hostPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `*://${hostname}/*` : null;
}
