/** Writing what an outlet offers to be followed, whatever its format. */
import type { FeedFormat, Outlet, PublishedArticle } from '../types.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json.ts';
import { rdf } from './rdf.ts';
import { rss } from './rss.ts';
import { newsSitemap } from './sitemap.ts';

type Writer = (outlet: Outlet, articles: readonly PublishedArticle[]) => string;

const writers: Record<FeedFormat, Writer> = { rss, atom, rdf, json: jsonFeed, sitemap: newsSitemap };

/** How many articles a feed lists, newest first, as real feeds cut their lists. */
const listed = 40;

/**
 * The type a feed is served with. The one in windows-1251 names its encoding in its XML declaration only, and is
 * sent as text/xml without a charset, as many old systems do.
 */
export function feedType(outlet: Outlet): string {
  if (outlet.encoding !== 'utf-8') return 'text/xml';
  const types: Record<FeedFormat, string> = {
    rss: 'application/rss+xml; charset=utf-8',
    atom: 'application/atom+xml; charset=utf-8',
    rdf: 'application/rdf+xml',
    json: 'application/feed+json',
    sitemap: 'application/xml; charset=utf-8',
  };
  return types[outlet.format];
}

/** The text of the outlet's feed over the given articles, which stand newest first. */
export const writeFeed: Writer = (outlet, articles) =>
  writers[outlet.format](outlet, articles.slice(0, listed));
