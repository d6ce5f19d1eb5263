/**
 * Addresses: made absolute, freed of trackers, and brought to one form for comparing. Only http(s) addresses ever
 * come out of here, so that whatever is stored may be put into a link.
 */
import { FEED_MARK_NAMES, FEED_MARK_VALUES, TRACKER_NAMES, TRACKER_PREFIXES } from './trackers.ts';

/** Longer ones are no addresses of pages (data smuggled into a link, or a broken document). */
export const MAX_URL_LENGTH = 4096;

/** An absolute address that needs no repair: kept letter by letter, as the publisher wrote it. */
const CLEAN_ABSOLUTE = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][\w\-.~!$&'()*+,;=:@%/?#[\]|]*)?$/i;

/**
 * Makes an address absolute.
 *
 * @param reference as written in the document; white space around and line breaks inside are dropped
 * @param base absolute address that relative references are resolved against
 * @returns an absolute http(s) address, or null where there is none to be had
 */
export function resolveUrl(reference: string, base: string): string | null {
  const trimmed = reference.trim();
  if (trimmed === '' || trimmed.length > MAX_URL_LENGTH) return null;
  if (CLEAN_ABSOLUTE.test(trimmed) && URL.canParse(trimmed)) return trimmed;
  const url = URL.parse(trimmed, base) ?? URL.parse(trimmed);
  return url !== null && isWeb(url) ? url.href : null;
}

/** Address of a page to read: as `resolveUrl`, with trackers stripped. */
export function pageUrl(reference: string, base: string): string | null {
  const url = resolveUrl(reference, base);
  return url === null ? null : stripTrackers(url);
}

/**
 * What relative addresses in a feed are relative to where the feed does not say it itself. A feed that another host
 * serves than that of its site (a proxy, a file) means the site.
 *
 * @param url address of the feed; empty where it is not known
 * @param site address of its site as written
 */
export function feedBase(url: string, site: string): string {
  const parsed = /^https?:/i.test(site.trim()) ? URL.parse(site) : null;
  return parsed === null || parsed.host === URL.parse(url)?.host ? url : parsed.href;
}

/** Removes parameters that only say where a click came from; everything else stays letter by letter. */
export function stripTrackers(url: string): string {
  if (!/[?#]/.test(url)) return url;
  const hash = url.indexOf('#');
  const beforeHash = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? '' : url.slice(hash);
  const mark = beforeHash.indexOf('?');
  const query = mark < 0 ? '' : withoutTrackers(beforeHash.slice(mark + 1), '?');
  return (mark < 0 ? beforeHash : beforeHash.slice(0, mark) + query) + cleanFragment(fragment);
}

/**
 * One form for comparing addresses of articles: without scheme, 'www.', default port, trackers, fragment and
 * trailing slash, parameters in order. Applying it twice changes nothing. Not for opening.
 *
 * @param url absolute address
 * @returns e.g. `example.com/news/1?page=2`; what is no web address comes back trimmed
 */
export function canonicalUrl(url: string): string {
  const parsed = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(url.trim()) ? url : `https://${url.trim()}`);
  if (parsed === null || !isWeb(parsed)) return url.trim();
  const host = parsed.host.replace(/^(?:www\.)+(?=[^.]+\.[^.])/, '').replace(/:(?:80|443)$/, '');
  const path = parsed.pathname.replace(/\/+$/, '');
  const kept = withoutTrackers(parsed.search.slice(1), '')
    .split('&')
    .filter((pair) => pair !== '');
  const query = kept.sort().join('&');
  const hashbang = parsed.hash.startsWith('#!') ? parsed.hash : '';
  return `${host}${path}${query === '' ? '' : `?${query}`}${hashbang}`;
}

function isWeb(url: URL): boolean {
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
}

/** The query without its trackers, led by `prefix` if anything is left. */
function withoutTrackers(query: string, prefix: string): string {
  const kept = query
    .split('&')
    .filter((pair) => !isTracker(pair))
    .join('&');
  return kept === '' ? '' : prefix + kept;
}

/** Fragments are part of an address (an anchor, a hashbang) unless they hold nothing but trackers. */
function cleanFragment(fragment: string): string {
  const inner = fragment.slice(1);
  if (!inner.includes('=')) return inner === '' ? '' : fragment;
  return inner.split('&').every(isTracker) ? '' : fragment;
}

function isTracker(pair: string): boolean {
  const equals = pair.indexOf('=');
  // Broken escaping leaves 'amp;utm_source'; the name is what stands behind it.
  const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase().replace(/^(?:amp;)+/, '');
  if (TRACKER_NAMES.has(name) || TRACKER_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return FEED_MARK_NAMES.has(name) && FEED_MARK_VALUES.has(pair.slice(equals + 1).toLowerCase());
}
