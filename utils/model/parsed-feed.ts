/**
 * The one model that every feed format is turned into. Nothing downstream of `utils/feed` knows what RSS is.
 * All texts are as the publisher gave them, decoded exactly once; all addresses are absolute or null.
 */

/** The formats that the loader table knows. */
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

/** A moment as a publisher wrote it. */
export interface PublishedDate {
  /** Milliseconds since the epoch, UTC; not clamped. */
  readonly at: number;
  /** The publisher's own offset from UTC in minutes, or null where none was written. */
  readonly offset: number | null;
}

export interface ParsedItem {
  /** guid, id or null. Opaque; unique only if the document keeps it so. */
  readonly guid: string | null;
  /** Absolute http(s) address of the article with trackers stripped, or null. */
  readonly url: string | null;
  /** Plain text on one line; empty if the item has none. */
  readonly title: string;
  /** HTML as given, or null. */
  readonly summary: string | null;
  /** HTML as given, or null. */
  readonly content: string | null;
  /** Plain text, or null. */
  readonly author: string | null;
  /** pubDate, published, issued, created. */
  readonly published: PublishedDate | null;
  /** updated, modified, dc:date. */
  readonly updated: PublishedDate | null;
  /** Absolute http(s) address of the item's picture, or null. */
  readonly image: string | null;
  readonly categories: readonly string[];
  /** BCP 47 tag where the item itself states one, else null. */
  readonly language: string | null;
  /** How many comments readers left, where the feed counts them. */
  readonly comments?: number;
  /** Whom the picture is owed to, plain text, where the feed says so. */
  readonly imageCredit?: string;
}

/** What a feed says about how often to ask. */
export interface FeedPace {
  /** Minutes, from RSS `ttl`. */
  readonly ttl: number | null;
  /** Hours (0-23, GMT) in which not to ask. */
  readonly skipHours: readonly number[];
  /** Days (0 = Sunday) on which not to ask. */
  readonly skipDays: readonly number[];
  /** Minutes between updates as sy:updatePeriod and sy:updateFrequency say. */
  readonly updateMinutes: number | null;
}

/** A feed that says nothing of it. */
export const NO_PACE: FeedPace = { ttl: null, skipHours: [], skipDays: [], updateMinutes: null };

export interface ParsedFeed {
  readonly format: FeedFormat;
  /** Plain text; empty if there is none. */
  readonly title: string;
  /** Absolute address of the publisher's site, or null. */
  readonly siteUrl: string | null;
  readonly description: string;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
  readonly items: readonly ParsedItem[];
  readonly pace: FeedPace;
  /** False where the document broke off before its root element (or JSON value) was closed. */
  readonly complete: boolean;
  /** Absolute addresses of the sitemaps that a sitemap index leads to, newest first; absent elsewhere. */
  readonly sitemaps?: readonly string[];
  /** Absolute address at which the publisher asks for support, where the feed names one. */
  readonly supportUrl?: string;
}

/** The bytes of one HTTP answer (or file) with what is needed to read them. */
export interface FeedDocument {
  readonly bytes: Uint8Array;
  /** The address that the answer came from, after redirects; base of relative links. */
  readonly url: string;
  /** The Content-Type header as sent, or null. A hint only. */
  readonly contentType: string | null;
}
