/** What surfaces show: the answers of the queries, shaped for drawing. */
import type { Feed } from './feed.ts';
import type { Problem } from './problem.ts';

/** One row of Latest. */
export interface LatestRow {
  readonly id: number;
  /** Plain text; may be empty. */
  readonly title: string;
  /** Plain text; may be empty. */
  readonly snippet: string;
  /** Address of the publisher's page, or null. */
  readonly url: string | null;
  /** BCP 47 tag, or null. */
  readonly language: string | null;
  /** UTC ms the row shows and is sorted by. */
  readonly at: number;
  readonly unread: boolean;
  readonly source: { readonly id: number; readonly name: string; readonly host: string };
}

/** Where a page of Latest ended: ask with it for the rows after. */
export type LatestCursor = readonly [newestFirst: number, id: number];

export interface LatestPage {
  readonly rows: readonly LatestRow[];
  /** Null where there is nothing more. */
  readonly next: LatestCursor | null;
}

/** How the whole stands: what the frame around the lists shows. */
export interface Status {
  /** Unread articles; the number on the Latest tab and the badge. */
  readonly unread: number;
  readonly sources: number;
  /** Sources whose last check failed. */
  readonly failing: number;
  /** Whether checks failed because the browser has no network. */
  readonly offline: boolean;
  /** Sources that wait for the reader's permission, by host. */
  readonly waitingHosts: readonly string[];
  /** UTC ms of the newest successful check of any source, or null. */
  readonly lastSuccessAt: number | null;
}

/** What came of a list of sources. */
export interface ImportResult {
  readonly added: number;
  /** Those that were followed before. */
  readonly known: number;
}

/** One source as options lists it. */
export interface SourceRow extends Pick<Feed, 'id' | 'url' | 'folder' | 'lastSuccessAt' | 'nextCheckAt'> {
  /** The name it is shown by. */
  readonly title: string;
  readonly host: string;
  readonly problem: Problem | null;
}
