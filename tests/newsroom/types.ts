/** What the test press is made of: outlets, the stories they report, and the articles they have published. */

export type Language = 'en' | 'uk';
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';

export const topics = [
  'world',
  'energy',
  'economy',
  'europe',
  'weather',
  'technology',
  'science',
  'culture',
  'sport',
  'city',
] as const;
export type Topic = (typeof topics)[number];

export type DesignName = 'broadsheet' | 'wire' | 'tabloid' | 'magazine' | 'local' | 'sport' | 'legacy';

/** How an article page tells machines what it is. */
export type Metadata = 'json-ld' | 'json-ld-graph' | 'microdata' | 'open-graph';

/** The shape of an outlet's article addresses: `/2026/11/25/slug`, `/news/slug-123456.html` and so on. */
export type AddressStyle = 'dated' | 'numbered' | 'section' | 'query' | 'short' | 'html';

/** The ways in which real feeds of one format differ from each other. */
export interface Dialect {
  /** Titles as plain text, in CDATA, or with HTML entities inside the XML text. */
  title?: 'plain' | 'cdata' | 'entities' | 'html';
  summary?: 'text' | 'html' | 'cdata';
  /** The whole text travels in the feed (content:encoded, atom:content, content_html). */
  content?: boolean;
  author?: 'dc' | 'plain';
  image?: 'media-content' | 'media-thumbnail' | 'enclosure';
  opaqueIds?: boolean;
  /** Minutes, as RSS `ttl`. */
  ttl?: number;
  /** Campaign parameters that the feed's links carry and the canonical address does not. */
  tracker?: string;
  /** Links are relative to xml:base. */
  relative?: boolean;
  /** RFC 822 dates without the day of the week and the seconds. */
  shortDates?: boolean;
}

export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly tagline: string;
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly language: Language;
  readonly format: FeedFormat;
  /** Of the feed, and of the pages. */
  readonly encoding: 'utf-8' | 'windows-1251';
  readonly owner: string;
  readonly siteUrl: string;
  /** The address to follow: the feed, or the news sitemap of an outlet that has no feed. */
  readonly feedUrl: string;
  readonly feedHosts: readonly string[];
  readonly articleHosts: readonly string[];
  /** As written in the feed's dates. */
  readonly zone: 'GMT' | 'EST' | '+0100' | '+0200';
  readonly design: DesignName;
  readonly metadata: Metadata;
  readonly addresses: AddressStyle;
  readonly dialect: Dialect;
  /** The colour of the masthead, #rrggbb. */
  readonly colour: string;
}

/** One outlet's article about a story, as it stands in the data files. */
export interface Report {
  outlet: string;
  /** Age at the start in minutes; 0 and below: held back, published in the order 0, -1, -2 … */
  minutesAgo: number;
  slug: string;
  title: string;
  lead: string;
  body: readonly string[];
  author?: string;
  /** The caption of its picture; without one the article has no picture. */
  picture?: string;
  /** The outlet whose words these are, where it is not the outlet's own text. */
  copiedFrom?: string;
}

/** One event and everybody who reports it. */
export interface Story {
  id: string;
  topic: Topic;
  reports: readonly Report[];
}

/** An article that stands on an outlet's site and in its feed: the truth that tests compare with. */
export interface PublishedArticle {
  readonly id: string;
  /** The story it reports; null for an article that a test wrote itself. */
  readonly story: string | null;
  readonly outlet: string;
  readonly language: Language;
  /** The canonical address. */
  readonly url: string;
  /** The address as the feed writes it, made absolute: it may carry campaign parameters. */
  readonly feedLink: string;
  readonly guid: string;
  readonly title: string;
  readonly lead: string;
  readonly body: readonly string[];
  readonly author: string | null;
  readonly topic: Topic;
  readonly category: string;
  /** Absolute address of the picture, and its caption. */
  readonly image: string | null;
  readonly caption: string | null;
  readonly copiedFrom: string | null;
  /** Milliseconds since 1970, whole seconds. */
  readonly publishedAt: number;
  readonly updatedAt: number;
}
