/** What a search answers. */
import type { LatestRow } from './view.ts';

/** A part of a text that was searched for, as UTF-16 offsets: `end` is the first that does not belong to it. */
export interface SearchHighlight {
  readonly start: number;
  readonly end: number;
}

/** An article that was found. */
export interface SearchHit {
  /** One article: `story` is null. */
  readonly row: LatestRow;
  /** Of the row's title and snippet; in order, none overlaps another. */
  readonly highlights: {
    readonly title: readonly SearchHighlight[];
    readonly snippet: readonly SearchHighlight[];
  };
}

/** A part of the query that was passed over, and why. */
export interface SearchNote {
  readonly code: 'bad-date' | 'bad-language' | 'too-long' | 'unknown-source';
  /** That part as it was typed. */
  readonly text: string;
}

export interface SearchPage {
  /** The best first. */
  readonly hits: readonly SearchHit[];
  /** All articles that were found. */
  readonly total: number;
  /** False while what is stored is not all made searchable yet: there may be more. */
  readonly complete: boolean;
  /** Where to ask for the hits after these, or null where there are none. */
  readonly next: number | null;
  readonly notes: readonly SearchNote[];
}
