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
  /** The publisher's title, or the host until the first answer; what the reader named it wins. */
  readonly title: string;
  readonly siteUrl: string | null;
  readonly language: string | null;
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

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };
