/**
 * Finding the feeds that a page names: in `<link rel=alternate>` of every dialect, in links that look like feeds, and
 * in robots.txt. Pure: pages come as text, nothing is asked.
 */
import type { FeedLink, FeedScope } from '../model/discovery.ts';
import { attributesOf } from '../text/attributes.ts';
import { endOfUnread, plainText } from '../text/html.ts';
import { nextTag, type Tag } from '../text/tags.ts';
import { canonicalUrl, resolveUrl } from '../text/url.ts';
import {
  FEED_TYPES,
  FEED_WORDS,
  IS_FEED_ELSEWHERE,
  LOOKS_LIKE_FEED,
  LOOKS_LIKE_NO_FEED,
  READER_HOSTS,
} from './feed-paths.ts';
import { isOfSite, scopeOf } from './feed-scope.ts';
import { type NamedFeed, withoutOtherFormats } from './same-feed.ts';

/** UTF-16 units of a page that are looked through, plain links among them, and links that are taken. */
const MAX_PAGE = 3_000_000;
const MAX_ANCHORS = 5_000;
const MAX_LINKS = 40;
/** UTF-16 units behind a link's tag in which its words are looked for. */
const MAX_WORDS = 300;

/** Elements whose content no browser reads as markup. */
const NO_MARKUP: ReadonlySet<string> = new Set(['script', 'style', 'template', 'textarea']);

type Named = FeedLink & NamedFeed & { readonly rank: number };

/**
 * The feeds that a page names, the likeliest first: those of `<link>` before those of plain links, the whole site
 * before its sections, comments last; a feed in several formats once, in the one that is named first.
 *
 * @param html the page, of any quality
 * @param url its absolute address
 */
export function feedLinks(html: string, url: string): FeedLink[] {
  const found = new Map<string, Named>();
  let base = url;
  let anchors = 0;
  const page = html.slice(0, MAX_PAGE);
  for (let tag = nextTag(page, 0); tag !== null && found.size < MAX_LINKS; tag = nextTag(page, behind(tag))) {
    if (tag.closing) continue;
    if (tag.name === 'base') base = resolveUrl(attributesOf(page, tag).get('href') ?? '', url) ?? base;
    if (tag.name === 'a') anchors += 1;
    const named = anchors <= MAX_ANCHORS || tag.name === 'link' ? namedBy(page, tag, base, url) : null;
    if (named === null) continue;
    const key = canonicalUrl(named.url);
    const known = found.get(key);
    if (!known || named.rank < known.rank) found.set(key, named);
  }
  return ranked([...found.values()], url);

  function behind(tag: Tag): number {
    return NO_MARKUP.has(tag.name) && !tag.closing ? endOfUnread(page, tag) : tag.end;
  }
}

function namedBy(page: string, tag: Tag, base: string, url: string): Named | null {
  if (tag.name === 'link') return namedByLink(page, tag, base);
  return tag.name === 'a' ? namedByAnchor(page, tag, base, url) : null;
}

function ranked(links: readonly Named[], page: string): FeedLink[] {
  const weight = (link: Named): number => SCOPES.indexOf(link.scope) * 2 + link.rank;
  const sorted = links
    .filter((link) => canonicalUrl(link.url) !== canonicalUrl(page))
    .sort((a, b) => weight(a) - weight(b));
  return withoutOtherFormats(sorted).map(({ url, title, scope }) => ({ url, title, scope }));
}

const SCOPES: readonly FeedScope[] = ['site', 'section', 'comments'];

function namedByLink(page: string, tag: Tag, base: string): Named | null {
  const attributes = attributesOf(page, tag);
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  const href = attributes.get('href') ?? '';
  const isFeed = relations.includes('feed') || (relations.includes('alternate') && isFeedType(type, href));
  if (!isFeed) return null;
  return named({ href, title: attributes.get('title') ?? '', type, base, rank: 0 });
}

/** A type without doubt, or a vague or missing one at an address that looks like a feed's. */
function isFeedType(type: string, href: string): boolean {
  if (/^application\/(?:rss|atom|rdf|feed)\b/.test(type) || /^application\/x[.-]atom/.test(type)) return true;
  if (type !== '' && !FEED_TYPES.includes(type)) return false;
  return LOOKS_LIKE_FEED.test(href);
}

function namedByAnchor(page: string, tag: Tag, base: string, url: string): Named | null {
  const attributes = attributesOf(page, tag);
  const href = fromReader(attributes.get('href') ?? '', base);
  if (href === '' || href.startsWith('#') || LOOKS_LIKE_NO_FEED.test(href)) return null;
  const words = wordsOf(page, tag, attributes);
  const saysFeed = FEED_WORDS.test(words);
  if (!saysFeed && !LOOKS_LIKE_FEED.test(href)) return null;
  const link = named({ href, title: saysFeed ? '' : words, type: '', base, rank: 1 });
  if (link === null) return null;
  // 'Feed' on another site is mostly what that site calls its list of posts.
  return isOfSite(link.url, url) || IS_FEED_ELSEWHERE.test(link.url) ? link : null;
}

/** What a link says: its words, or what it says in their place to those who do not see its picture. */
function wordsOf(page: string, tag: Tag, attributes: ReadonlyMap<string, string>): string {
  const behind = page.slice(tag.end, tag.end + MAX_WORDS);
  const close = behind.search(/<\/a\b/i);
  const inside = close < 0 ? behind : behind.slice(0, close);
  const words = plainText(inside);
  if (words !== '') return words;
  const picture = /<img\b[^>]*\balt\s*=\s*["']([^"'<>]*)/i.exec(inside)?.[1];
  return plainText(attributes.get('title') ?? attributes.get('aria-label') ?? picture ?? '');
}

/** The address of a feed in a link to a site that would read it; any other link as it is. */
function fromReader(href: string, base: string): string {
  const url = URL.parse(href, base);
  if (url === null || !READER_HOSTS.some((host) => isOfSite(url.href, `https://${host}/`))) return href;
  const carried = /https?(?::|%3a)(?:\/|%2f){2}.+$/i.exec(url.pathname + url.search)?.[0] ?? '';
  try {
    return carried.includes('://') ? carried : decodeURIComponent(carried);
  } catch {
    return '';
  }
}

interface Written {
  readonly href: string;
  readonly title: string;
  readonly type: string;
  readonly base: string;
  readonly rank: number;
}

function named({ href, title, type, base, rank }: Written): Named | null {
  if (href.trim() === '') return null;
  const url = resolveUrl(href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:'), base);
  if (url === null || LOOKS_LIKE_NO_FEED.test(url)) return null;
  const name = plainText(title).slice(0, 200);
  return { url, title: name, type, scope: scopeOf(url, name, base), rank };
}

/** The sitemaps that a robots.txt names, those that look like news first. */
export function sitemapsOf(robots: string, base: string): string[] {
  const urls = [...robots.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)]
    .map(([, address = '']) => resolveUrl(address, base))
    .filter((address) => address !== null);
  const isNews = (address: string): boolean => /news|latest/i.test(address);
  return [...urls.filter(isNews), ...urls.filter((address) => !isNews(address))];
}
