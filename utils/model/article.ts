/** An article as the lists need it. Its body lies in a store of its own, so that list rows stay near 0.8 kB. */

import type { Label } from './label.ts';

/** One stored article. `id`, `feedId`, `key` and `firstSeenAt` never change. */
export interface Article {
  readonly id: number;
  readonly feedId: number;
  /** Identity within the feed; see `utils/story/identity`. */
  readonly key: string;
  /** http(s) address of the publisher's page, trackers stripped, or null. */
  readonly url: string | null;
  /** The address in the one form that addresses are compared in (`utils/text/url`), or null. */
  readonly urlKey: string | null;
  /** Plain text, verbatim as published. */
  readonly title: string;
  /** Plain text, cut at a word; empty if the feed gave none. */
  readonly snippet: string;
  /** What marks in the headline and opinion sections say: video, live, opinion … The headline keeps them. */
  readonly labels: readonly Label[];
  readonly author: string | null;
  readonly language: string | null;
  /** Absolute address of the picture, or null. Never fetched unless the reader turned images on. */
  readonly image: string | null;
  /** Hash of headline and text, or null where there is no text: tells a re-keyed article from a new one. */
  readonly fingerprint: string | null;
  /** UTC ms as the publisher wrote it, or null. */
  readonly publishedAt: number | null;
  /** The publisher's offset from UTC in minutes, or null. */
  readonly publishedOffset: number | null;
  /** UTC ms at which Lede first stored it. */
  readonly firstSeenAt: number;
  /** Present where it came by the account's feed server: UTC ms at which that had it, never later than `firstSeenAt`. */
  readonly arrivedAt?: number;
  /**
   * The negated time lists sort by (`articleTime`): ascending order of the index is newest first, so that one
   * `getAll` reads a page of Latest. Null for a twin, which no list shows.
   */
  readonly newestFirst: number | null;
  /** The article of another feed of the same publisher that this one is as well, or null. */
  readonly twinOf: number | null;
  /** The story it is in; `NO_STORY` until it was put in one, which a twin never is. */
  readonly story: number;
  /** Whether its source held it at the first fetch: such an article is not news. */
  readonly isBacklog: boolean;
  /** UTC ms until which its source is known to have served it; `STILL_SERVED` while it does. */
  readonly servedUntil: number;
  /** Present where its stored text is clearly longer than the snippet, so that the reading page has more than a row. */
  readonly isLong?: true;
  /** Present where the reader muted its source or a word of it: no list shows it, no total counts it. */
  readonly muted?: true;
  /** Present where the reader wants its source neither counted nor set above the line of what is new. */
  readonly uncounted?: true;
  /** Present where the reader hid the story it tells: it is muted then, whatever else he mutes. */
  readonly hidden?: true;
}

/** An article that was not put into a story yet. A number, because IndexedDB has no key for null. */
export const NO_STORY = 0;
/** An article that is never put into one: another feed's row of it is. */
export const TWINS_STORY = -1;

/** An article stands in the last whole body of its feed. A number, because IndexedDB has no key for null. */
export const STILL_SERVED = 0;

/** What remains of an article that is not kept: enough to know it again, so that it does not come back as new. */
export interface Tombstone
  extends Pick<Article, 'feedId' | 'key' | 'urlKey' | 'fingerprint' | 'servedUntil'> {
  /** What it was stored as, with its time and place; null if it never was. */
  readonly was: Pick<Article, 'id' | 'firstSeenAt' | 'isBacklog'> | null;
}

/** Earlier wordings of a headline, oldest first. */
export interface TitleChange {
  readonly title: string;
  /** UTC ms until which it was the headline, i.e. when Lede saw the next one. */
  readonly until: number;
}

/** The text of an article and what else only its own page needs. */
export interface ArticleBody {
  readonly articleId: number;
  /** HTML as the feed gave it: hostile until sanitised. */
  readonly html: string;
  readonly categories: readonly string[];
  readonly history: readonly TitleChange[];
  /** The publisher's page of it, where the reader asked for the full text. */
  readonly page?: StoredPage;
}

/** A page as it came: hostile until its text is taken out of it and sanitised. */
export interface StoredPage {
  readonly html: string;
  /** The address that answered. */
  readonly url: string;
  /** UTC ms. */
  readonly at: number;
}

/** What the reader last did with an article. Lives apart from it, and outlives it. */
export interface Mark {
  readonly articleId: number;
  readonly read: boolean;
  /** Whether the reader saved it: a saved article is never dropped. Absent: no. */
  readonly saved?: boolean;
  /** UTC ms; later than every earlier mark and "mark all" even if the clock went back. */
  readonly at: number;
}

/** "Mark all as read", in one record whatever it covers: all articles up to an id, at a time. */
export interface AllRead {
  readonly upToId: number;
  /** UTC ms. */
  readonly at: number;
}

/** Whether an article is read: what the reader did last decides. */
export function isRead(articleId: number, mark: Mark | undefined, allRead: AllRead): boolean {
  if (mark && mark.at > allRead.at) return mark.read;
  return articleId <= allRead.upToId || (mark?.read ?? false);
}

/**
 * The time a list shows and sorts an article by, UTC ms: published, but never later than first seen; where that is not
 * known, when the account's server had it.
 */
export function articleTime({
  publishedAt,
  firstSeenAt,
  arrivedAt,
}: Pick<Article, 'publishedAt' | 'firstSeenAt' | 'arrivedAt'>): number {
  return Math.min(publishedAt ?? arrivedAt ?? firstSeenAt, firstSeenAt);
}
