/** Access to hosts: what the reader granted, and asking for more. */
import { browser } from 'wxt/browser';
import type { AccountStanding } from '../model/account.ts';
import { ACCOUNT_DATA } from './account-data.ts';

/** With Firefox's question about what is sent, which other browsers do not know. */
interface Asked {
  readonly origins?: string[];
  readonly data_collection?: string[];
}

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

/**
 * Asks the reader for what an account on a feed server needs, in one question: access to the server's host alone, and
 * where the browser asks for it consent to what is sent there. Must be called straight from a click.
 */
export async function requestAccount(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === null) return false;
  const asked: Asked = { origins: [pattern], ...consent() };
  return browser.permissions.request(asked);
}

/** Whether a feed server may be asked, as far as the browser and its reader have a say in it. */
export async function accountStanding(url: string): Promise<Exclude<AccountStanding, 'signed-out'>> {
  if (!(await hasAccess(url))) return 'no-access';
  const data = consent();
  return data === null || (await browser.permissions.contains(data)) ? 'ready' : 'no-consent';
}

function consent(): Asked | null {
  return import.meta.env.FIREFOX ? { data_collection: [...ACCOUNT_DATA] } : null;
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
