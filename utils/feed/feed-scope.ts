/** What a feed is of, as far as its address and name tell: the whole site, a section, comments. */
import type { FeedScope } from '../model/discovery.ts';
import { COMMENTS, FEED_PART, WHOLE_SITE } from './feed-paths.ts';

/**
 * What a feed is of.
 *
 * @param title as the page or the feed itself names it; may be empty
 * @param page address of the page that names it
 */
export function scopeOf(url: string, title: string, page: string): FeedScope {
  if (COMMENTS.test(url) || COMMENTS.test(title)) return 'comments';
  if (!isOfSite(url, page)) return 'site';
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '');
  const naming = parts.filter((part) => !FEED_PART.test(part));
  const others = naming.filter((part) => !WHOLE_SITE.test(part));
  // `/sport/feed` and `/rss/sport` are of a section; what stands alone (`/courier.xml`) is the name of the feed.
  return others.length > (naming.length < parts.length ? 0 : 1) ? 'section' : 'site';
}

/** Whether an address lies on the site of another: the same host, or one is a subdomain of the other. */
export function isOfSite(url: string, other: string): boolean {
  const [a, b] = [url, other].map((address) => `.${new URL(address).hostname.replace(/^www\./, '')}`);
  return a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a));
}
