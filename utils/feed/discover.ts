/**
 * Finding the feeds that a page names: in `<link rel=alternate>` of every dialect, in links that look like feeds, and
 * in robots.txt. Pure: pages come as text, nothing is asked.
 */
import type { FeedLink, FeedScope } from '../model/discovery.ts';
import { attributesOf } from '../text/attributes.ts';
import { plainText } from '../text/html.ts';
import { nextTag, type Tag } from '../text/tags.ts';
import { canonicalUrl, resolveUrl } from '../text/url.ts';
import { COMMENTS, FEED_TYPES, FEED_WORDS, LOOKS_LIKE_FEED, LOOKS_LIKE_NO_FEED } from './feed-paths.ts';

/** UTF-16 units of a page that are looked through, and links that are taken from it. */
const MAX_PAGE = 3_000_000;
const MAX_LINKS = 40;

type Named = FeedLink & { readonly rank: number };

/**
 * The feeds that a page names, the likeliest first: those of `<link>` before those of plain links, the whole site
 * before its sections, comments last; of one feed in several forms each stands where it was named.
 *
 * @param html the page, of any quality
 * @param url its absolute address
 */
export function feedLinks(html: string, url: string): FeedLink[] {
  const found = new Map<string, Named>();
  let base = url;
  const page = html.slice(0, MAX_PAGE);
  for (let tag = nextTag(page, 0); tag !== null && found.size < MAX_LINKS; tag = nextTag(page, tag.end)) {
    if (tag.closing) continue;
    if (tag.name === 'base') base = resolveUrl(attributesOf(page, tag).get('href') ?? '', url) ?? base;
    const named =
      tag.name === 'link'
        ? namedByLink(page, tag, base)
        : tag.name === 'a'
          ? namedByAnchor(page, tag, base)
          : null;
    if (named === null) continue;
    const key = canonicalUrl(named.url);
    const known = found.get(key);
    if (!known || named.rank < known.rank) found.set(key, named);
  }
  return ranked([...found.values()], url);
}

function ranked(links: readonly Named[], page: string): FeedLink[] {
  const weight = (link: Named): number => SCOPES.indexOf(link.scope) * 2 + link.rank;
  return links
    .filter((link) => canonicalUrl(link.url) !== canonicalUrl(page))
    .map((link, index) => ({ link, index }))
    .sort((a, b) => weight(a.link) - weight(b.link) || a.index - b.index)
    .map(({ link: { url, title, scope } }) => ({ url, title, scope }));
}

const SCOPES: readonly FeedScope[] = ['site', 'section', 'comments'];

function namedByLink(page: string, tag: Tag, base: string): Named | null {
  const attributes = attributesOf(page, tag);
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  const href = attributes.get('href') ?? '';
  const isFeed = relations.includes('feed') || (relations.includes('alternate') && isFeedType(type, href));
  if (!isFeed) return null;
  return named(href, attributes.get('title') ?? '', base, 0);
}

/** A type without doubt, or a vague or missing one at an address that looks like a feed's. */
function isFeedType(type: string, href: string): boolean {
  if (/^application\/(?:rss|atom|rdf|feed)\b/.test(type) || /^application\/x[.-]atom/.test(type)) return true;
  if (type !== '' && !FEED_TYPES.includes(type)) return false;
  return LOOKS_LIKE_FEED.test(href);
}

function namedByAnchor(page: string, tag: Tag, base: string): Named | null {
  const href = attributesOf(page, tag).get('href') ?? '';
  if (href === '' || href.startsWith('#') || LOOKS_LIKE_NO_FEED.test(href)) return null;
  const close = page.indexOf('</a', tag.end);
  const text = plainText(page.slice(tag.end, close < 0 ? tag.end : Math.min(close, tag.end + 300)));
  if (!LOOKS_LIKE_FEED.test(href) && !FEED_WORDS.test(text)) return null;
  return named(href, FEED_WORDS.test(text) ? '' : text, base, 1);
}

function named(href: string, title: string, base: string, rank: number): Named | null {
  const url = resolveUrl(href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:'), base);
  if (url === null || LOOKS_LIKE_NO_FEED.test(url)) return null;
  const name = plainText(title).slice(0, 200);
  return { url, title: name, scope: scopeOf(url, name, base), rank };
}

function scopeOf(url: string, title: string, page: string): FeedScope {
  if (COMMENTS.test(url) || COMMENTS.test(title)) return 'comments';
  const { pathname, hostname } = new URL(url);
  const parts = pathname.split('/').filter((part) => part !== '' && !LOOKS_LIKE_FEED.test(`/${part}/`));
  const isElsewhere = hostname.replace(/^www\./, '') !== new URL(page).hostname.replace(/^www\./, '');
  return parts.length > 1 && !isElsewhere ? 'section' : 'site';
}

/** The sitemaps that a robots.txt names, those that look like news first. */
export function sitemapsOf(robots: string, base: string): string[] {
  const urls = [...robots.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)]
    .map(([, address = '']) => resolveUrl(address, base))
    .filter((address) => address !== null);
  const isNews = (address: string): boolean => /news|latest/i.test(address);
  return [...urls.filter(isNews), ...urls.filter((address) => !isNews(address))];
}
