/**
 * `utils/feed` turns the bytes of a feed, in any format and encoding, into the one model of `ParsedFeed`. Pure: no
 * DOM, no network, no clock but the one that stops hostile documents. Bytes are decoded, the format is sniffed, its
 * loader reads it; nothing downstream knows which one it was.
 */
import type { FeedDocument, FeedFormat, ParsedFeed } from '../model/parsed-feed.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import { readAtom } from './atom.ts';
import { decode } from './decode.ts';
import type { FeedSource } from './format.ts';
import { readJsonFeed } from './json-feed.ts';
import { MAX_BYTES } from './limits.ts';
import { readNewsSitemap } from './news-sitemap.ts';
import { readRdf, readRss } from './rss.ts';
import { sniff } from './sniff.ts';

/** Reads a document of one format; null for one that only looks like it. */
const LOADERS = {
  rss: readRss,
  rdf: readRdf,
  atom: readAtom,
  json: readJsonFeed,
  sitemap: readNewsSitemap,
} satisfies Record<FeedFormat, (source: FeedSource) => ParsedFeed | null>;

/**
 * Reads a feed. Never throws; of the content type only the charset is believed.
 *
 * @returns the feed, with the items before the place where a broken document breaks off; `not-a-feed` for HTML and
 *   other documents, `damaged` where nothing of a feed can be read, `unsupported` for EBCDIC
 */
export function parseFeed(doc: FeedDocument): Result<ParsedFeed> {
  const bytes = doc.bytes.length > MAX_BYTES ? doc.bytes.subarray(0, MAX_BYTES) : doc.bytes;
  const decoded = decode(bytes, doc.contentType);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const sniffed = sniff(text);
  if (!sniffed.ok) return sniffed;
  const { format, prolog } = sniffed.value;
  const feed = LOADERS[format]({ text, prolog, url: doc.url });
  if (feed === null) return fail('not-a-feed', { detail: format });
  const isNothing = feed.items.length === 0 && feed.title === '' && !feed.complete;
  return isNothing ? fail('damaged', { detail: 'no items' }) : ok(feed);
}
