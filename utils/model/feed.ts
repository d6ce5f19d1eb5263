import type { PublisherFacts } from './pack.ts';
import type { Problem } from './problem.ts';

/** HTTP validators of a feed's last whole answer, verbatim as the server sent them. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A followed source: what the reader chose and how its polling stands. */
export interface Feed {
  readonly id: number;
  /** The address that is asked. Unique. */
  readonly url: string;
  /** The publisher's title, or the host until the first answer. */
  readonly title: string;
  /** What the reader named it, or null. */
  readonly ownTitle: string | null;
  /** Names of the folders it lies in, the outermost first; empty at the top. */
  readonly folder: readonly string[];
  readonly siteUrl: string | null;
  readonly language: string | null;
  /** Where the publisher asks for support, as its feed or the pack names it, or null. */
  readonly supportUrl: string | null;
  /** What the pack that it came from says of the publisher, or null. */
  readonly facts: PublisherFacts | null;
  /** UTC ms. */
  readonly addedAt: number;
  /** UTC ms at which the next check is due. A row, not a timer: it outlives the worker. */
  readonly nextCheckAt: number;
  /** UTC ms of the last request, answered or not; null before the first. */
  readonly lastAttemptAt: number | null;
  /** UTC ms of the last answer that could be used (200 or 304); null before the first. */
  readonly lastSuccessAt: number | null;
  /** Why the last check failed; null if it did not. */
  readonly problem: Problem | null;
  /** Checks that failed in a row. */
  readonly failures: number;
  readonly validators: Validators;
  /** Hash of the last whole body that was stored; an equal one is not parsed again. */
  readonly bodyHash: string | null;
}

/** A source that was never asked. */
export function newFeed(url: string, title: string, now: number): Omit<Feed, 'id'> {
  return {
    url,
    title,
    ownTitle: null,
    folder: [],
    siteUrl: null,
    language: null,
    supportUrl: null,
    facts: null,
    addedAt: now,
    // Due at once: a background that dies before its first articles are stored asks again.
    nextCheckAt: now,
    lastAttemptAt: null,
    lastSuccessAt: null,
    problem: null,
    failures: 0,
    validators: NO_VALIDATORS,
    bodyHash: null,
  };
}

/** The name a source is shown by. */
export function feedName(feed: Pick<Feed, 'title' | 'ownTitle'>): string {
  return feed.ownTitle ?? feed.title;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
