import type { PublisherFacts } from './pack.ts';
import { type FeedPace, NO_PACE } from './parsed-feed.ts';
import type { Problem } from './problem.ts';

/** HTTP validators of a feed's last whole answer, verbatim as the server sent them. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Requests made and bytes received (as they arrive, unpacked) on one day, for a source's row. */
export interface DayUse {
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly requests: number;
  readonly bytes: number;
}

/** Where a source's address leads by redirect, as long as it leads to the same place. */
export interface Redirect {
  readonly url: string;
  /** UTC ms of the first of the checks in a row that ended there. */
  readonly since: number;
}

/** What a source is to the feed server that it is followed on. */
export interface AccountSource {
  /** As the server names it: `feed/12`. */
  readonly streamId: string;
  /** Present where it was removed here since the server follows it no longer: should it do so again, it comes back. */
  readonly isGone?: true;
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
  /** Whether the reader wants to see nothing of it; it is asked all the same. */
  readonly muted: boolean;
  /** Present where the reader wants it neither counted by the badge nor set above the line of what is new. */
  readonly uncounted?: true;
  /** Whether it rests: nothing is asked of it until the reader says so. Absent: it does not. */
  readonly paused?: boolean;
  /** Whether its headline leads where several are good. Absent: no more than others. */
  readonly preferred?: boolean;
  /** Present where it is a source of the reader's account on a feed server, which asks it in Lede's place. */
  readonly account?: AccountSource;
  /** UTC ms at which the reader removed it: nothing is shown of it, and soon it is deleted. Absent while it is followed. */
  readonly removedAt?: number;
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
  /** Whether the next check is one that the reader asked for, and a refresh had no time for. */
  readonly readerWaits: boolean;
  /** UTC ms of the last request, answered or not; null before the first. */
  readonly lastAttemptAt: number | null;
  /** UTC ms of the last answer that could be used (200 or 304); null before the first. */
  readonly lastSuccessAt: number | null;
  /** Why the last check failed; null if it did not. */
  readonly problem: Problem | null;
  /** Checks that failed in a row. */
  readonly failures: number;
  /** UTC ms of the first of these; null while it works. */
  readonly failingSince: number | null;
  /** Whether the reader was told that it has been failing for days; see `LONG_FAILURE_MS`. */
  readonly failureTold: boolean;
  /** Its server said that it is gone for good (410): it is not asked again. */
  readonly stopped: boolean;
  readonly validators: Validators;
  /** Hash of the last whole body that was stored; an equal one is not parsed again. */
  readonly bodyHash: string | null;
  /** UTC ms of the last request without validators; null before the first. */
  readonly unconditionalAt: number | null;
  /** Hash of a body that was not closed: the same bytes again are how this feed is. */
  readonly cutHash: string | null;
  /** UTC ms of the checks whose body was cut, of the last eight days. */
  readonly cutAt: readonly number[];
  /** Whether its body is larger than Lede reads, so that only its beginning is read. */
  readonly isPartlyRead: boolean;
  readonly redirect: Redirect | null;
  /** The reader's own interval for it in minutes, or null for that of all sources. */
  readonly checkMinutes: number | null;
  /** What its last body said about how often to ask. */
  readonly pace: FeedPace;
  /** How long its last answer stays fresh by its headers, in ms, or null. */
  readonly freshMs: number | null;
  /** When its latest articles appeared, UTC ms, the newest first; at most `MOST_RECENT`. */
  readonly recentAt: readonly number[];
  /** Of the last eight days, the oldest first. */
  readonly use: readonly DayUse[];
  /** Articles of it that are stored. */
  readonly stored: number;
}

/** `bodyHash` of a source whose next body is read whatever it is: not null, since a whole one was read before. */
export const READ_AGAIN = '';
/** `nextCheckAt` of a source that is not asked any more. */
export const NEVER = Number.MAX_SAFE_INTEGER;
/** How long a source has been failing when the reader is told, once: three days in ms. */
export const LONG_FAILURE_MS = 3 * 24 * 3_600_000;
/** How long a removed source can be had back, in ms. */
export const REMOVED_FOR_MS = 10 * 60_000;
/** Publication times that a source's row remembers. */
export const MOST_RECENT = 20;

/** What a source's row holds of its polling before it was ever asked. */
export const NEVER_POLLED = {
  readerWaits: false,
  failingSince: null,
  failureTold: false,
  stopped: false,
  unconditionalAt: null,
  cutHash: null,
  cutAt: [],
  isPartlyRead: false,
  redirect: null,
  checkMinutes: null,
  pace: NO_PACE,
  freshMs: null,
  recentAt: [],
  use: [],
  stored: 0,
} as const;

/** A source that was never asked. */
export function newFeed(url: string, title: string, now: number): Omit<Feed, 'id'> {
  return {
    url,
    title,
    ownTitle: null,
    folder: [],
    muted: false,
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
    ...NEVER_POLLED,
  };
}

/** What of a source says whether anything is asked of it. */
type Standing = Pick<Feed, 'stopped' | 'paused' | 'removedAt' | 'account'>;

/** Whether nothing is asked of it: it is gone for good, rests, was removed, or a feed server asks it. */
export function isAtRest({ stopped, paused, removedAt, account }: Standing): boolean {
  return stopped || paused === true || removedAt !== undefined || account !== undefined;
}

/** The source with a next check that fits whether anything is asked of it: none, or one at once where there was none. */
export function dueAsItStands<F extends Standing & Pick<Feed, 'nextCheckAt'>>(feed: F, now: number): F {
  if (isAtRest(feed)) return { ...feed, nextCheckAt: NEVER };
  return feed.nextCheckAt === NEVER ? { ...feed, nextCheckAt: now } : feed;
}

/** Time between the first checks of sources that come together, in ms, so that thousands of them are no stampede. */
export const FIRST_CHECKS_APART_MS = 200;

/** What the reader can change of a source. */
export interface SourcePatch {
  readonly ownTitle?: string | null | undefined;
  readonly folder?: readonly string[] | undefined;
  readonly muted?: boolean | undefined;
  readonly paused?: boolean | undefined;
  readonly preferred?: boolean | undefined;
  /** Whether it counts neither on the badge nor above the line of what is new. */
  readonly uncounted?: boolean | undefined;
  /** Minutes; null: as all sources. */
  readonly checkMinutes?: number | null | undefined;
}

/** The changes of one source. */
export interface SourceChange {
  readonly feedId: number;
  readonly patch: SourcePatch;
}

/** The name a source is shown by. */
export function feedName(feed: Pick<Feed, 'title' | 'ownTitle'>): string {
  return feed.ownTitle ?? feed.title;
}

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
