/** What the tests of this folder share: texts into feeds, and the failure to find one as a failure of the test. */
import { parseFeed } from '../../../utils/feed/index.ts';
import type { ParsedFeed, ParsedItem } from '../../../utils/model/parsed-feed.ts';
import type { Problem } from '../../../utils/model/problem.ts';

export const FEED_URL = 'https://press.example/feeds/all.xml';

/** Reads a document that is expected to be a feed. */
export function read(
  document: string | Uint8Array,
  url = FEED_URL,
  contentType: string | null = null,
): ParsedFeed {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const result = parseFeed({ bytes, url, contentType });
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** Reads a document that is expected to be none. */
export function problemOf(document: string | Uint8Array): Problem {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const result = parseFeed({ bytes, url: FEED_URL, contentType: 'application/rss+xml' });
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.problem;
}

/** The first item of a document. */
export function firstItem(document: string | Uint8Array, url = FEED_URL): ParsedItem {
  const item = read(document, url).items[0];
  if (item === undefined) throw new Error('no item');
  return item;
}

/** An RSS document around items. */
export function rss(items: string, attributes = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>Press</title>${items}</channel></rss>`;
}

/** An Atom document around entries. */
export function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>Press</title>${entries}</feed>`;
}

/** An RDF document around items. */
export function rdf(items: string): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Press</title></channel>${items}</rdf:RDF>`;
}

/** A news sitemap around addresses. */
export function sitemap(urls: string): string {
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${urls}</urlset>`;
}
