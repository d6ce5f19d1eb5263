/** A list of sources as readers carry it from one program to another (OPML). */

export interface OpmlSource {
  /** Absolute http(s) address of the feed. */
  readonly url: string;
  /** What the reader called it; empty if it had no name. */
  readonly title: string;
  /** Absolute address of the site, or null. */
  readonly siteUrl: string | null;
  /** Names of the folders it lies in, the outermost first; empty at the top. */
  readonly folder: readonly string[];
}

/** Why an outline is not followed. */
export type SkipReason = 'no-address' | 'bad-address' | 'duplicate' | 'include' | 'limit';

export interface SkippedOutline {
  readonly title: string;
  readonly address: string;
  readonly reason: SkipReason;
}

export interface OpmlList {
  readonly sources: readonly OpmlSource[];
  readonly skipped: readonly SkippedOutline[];
  /** False where the document breaks off. */
  readonly complete: boolean;
}

/** Bytes of a list that are read; what lies behind counts as broken off. Ten thousand sources take 2 MB. */
export const MAX_OPML_BYTES = 16 * 1024 * 1024;
/** The most sources that one list brings. */
export const MAX_OPML_SOURCES = 20_000;
/** The deepest nesting of folders that is kept; what lies deeper comes into the deepest. */
export const MAX_FOLDER_DEPTH = 8;
/** The longest name of a source or folder that is kept, in UTF-16 units. */
export const MAX_NAME_LENGTH = 300;
