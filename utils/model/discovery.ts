/** What Lede finds where a reader pastes an address. */
import type { OpmlList } from './opml.ts';
import type { FeedFormat } from './parsed-feed.ts';

/** What a feed is of: the whole site, a part of it, or what readers say below its articles. */
export type FeedScope = 'site' | 'section' | 'comments';

/** A feed that a page names or that may lie beside it; not asked yet. */
export interface FeedLink {
  /** Absolute http(s) address. */
  readonly url: string;
  /** As the page names it; empty if it does not. */
  readonly title: string;
  readonly scope: FeedScope;
}

/** A feed that can be followed, with a first look at it. */
export interface FeedCandidate extends FeedLink {
  /** Null where it was not asked. */
  readonly format: FeedFormat | null;
  /** Up to three of its newest headlines. */
  readonly headlines: readonly string[];
  /** Articles a day over what it holds, or null where that cannot be told. */
  readonly perDay: number | null;
  readonly language: string | null;
  /** `needs-permission`: it lies on a host that the reader has not allowed, and was not asked. */
  readonly state: 'found' | 'needs-permission' | 'followed';
}

/** What an address turned out to be. */
export type Discovery =
  /** The address is a feed itself. */
  | { readonly kind: 'feed'; readonly candidates: readonly FeedCandidate[] }
  /** The address is a page; the likeliest feed stands first. */
  | { readonly kind: 'page'; readonly candidates: readonly FeedCandidate[] }
  /** The address is a list of sources. */
  | { readonly kind: 'list'; readonly list: OpmlList };
