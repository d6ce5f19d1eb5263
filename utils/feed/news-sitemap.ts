/**
 * News sitemaps (the Google News sitemap protocol): what a site without a feed can be followed by. Only addresses
 * that are marked as news count; a plain sitemap lists every page of a site. An index leads to more sitemaps.
 */
import { NO_PACE, type ParsedFeed, type ParsedItem } from '../model/parsed-feed.ts';
import { oneLine } from '../text/space.ts';
import { resolveUrl } from '../text/url.ts';
import { listed, tidyCategories } from './categories.ts';
import { parseDate } from './date.ts';
import type { FeedSource } from './format.ts';
import { SITEMAP_GRAMMAR } from './grammar.ts';
import { finishItem } from './item.ts';
import { languageTag } from './language.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import { readXml } from './xml.ts';
import { child, type XmlElement } from './xml-element.ts';

/** Reads a sitemap or a sitemap index; null for a sitemap that lists pages but no news. */
export function readNewsSitemap({ text, prolog, url }: FeedSource): ParsedFeed | null {
  const sitemaps: Sitemap[] = [];
  let pages = 0;
  let publication: XmlElement | undefined;
  const { items, complete } = readXml(text, prolog, SITEMAP_GRAMMAR, url, (entry, cut) => {
    const address = textOf(entry, 'loc');
    if (entry.name === 'sitemap') {
      const sitemap = resolveUrl(address, url);
      if (sitemap !== null) sitemaps.push({ url: sitemap, at: changeOf(entry, sitemap) });
      return null;
    }
    pages += 1;
    const news = child(entry, 'news:news');
    if (news === undefined) return null;
    publication ??= child(news, 'news:publication');
    return newsItem(entry, news, address, url, cut);
  });
  if (pages > 0 && items.length === 0) return null;
  return {
    format: 'sitemap',
    title: publication === undefined ? '' : textOf(publication, 'news:name'),
    siteUrl: originOf(items[0]?.url ?? url),
    description: '',
    language: publication === undefined ? null : languageTag(textOf(publication, 'news:language')),
    items,
    pace: NO_PACE,
    complete,
    ...(sitemaps.length > 0 ? { sitemaps: newestFirst(sitemaps) } : {}),
  };
}

interface Sitemap {
  readonly url: string;
  /** UTC ms; before everything where it is not known. */
  readonly at: number;
}

/** Sites that cut their sitemaps by day or month name them so. */
const DATE_IN_ADDRESS = /(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])(?:[-_/]?(0[1-9]|[12]\d|3[01]))?(?!\d)/;

/** When a sitemap last changed, as the index says, else by the date in its address. */
function changeOf(entry: XmlElement, url: string): number {
  const stated = parseDate(textOf(entry, 'lastmod'));
  if (stated !== null) return stated.at;
  const [, year, month, day] = DATE_IN_ADDRESS.exec(url) ?? [];
  return year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
}

/** Those of one time keep the order of the index. */
function newestFirst(sitemaps: readonly Sitemap[]): string[] {
  return [...sitemaps].sort((a, b) => b.at - a.at).map(({ url }) => url);
}

function newsItem(
  entry: XmlElement,
  news: XmlElement,
  address: string,
  url: string,
  cut: boolean,
): ParsedItem | null {
  const publication = child(news, 'news:publication');
  const image = child(entry, 'image:image');
  return finishItem(
    {
      guid: null,
      link: address,
      linkBase: url,
      base: url,
      title: textOf(news, 'news:title'),
      summary: null,
      content: null,
      author: null,
      published: parseDate(textOf(news, 'news:publication_date')),
      updated: parseDate(textOf(entry, 'lastmod')),
      image: image === undefined ? null : resolveUrl(textOf(image, 'image:loc'), url),
      categories: tidyCategories([
        ...listed(textOf(news, 'news:keywords')),
        ...listed(textOf(news, 'news:genres')),
      ]),
      language: publication === undefined ? null : languageTag(textOf(publication, 'news:language')),
    },
    cut,
  );
}

function textOf(holder: XmlElement, name: string): string {
  return oneLine(child(holder, name)?.text.slice(0, MAX_LINE_LENGTH) ?? '');
}

function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed === null ? null : resolveUrl('/', parsed.href);
}
