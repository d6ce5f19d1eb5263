/** What the reading page shows of one article, of one source, and of the time that the reader was away. */
import type { StoredPage, TitleChange } from './article.ts';
import type { Label } from './label.ts';
import type { PublisherFacts } from './pack.ts';
import type { LatestCursor, LatestRow, SourceRow, StoryView } from './view.ts';

export interface ArticleView {
  readonly kind: 'article';
  readonly row: LatestRow;
  /** When the publisher says that it was published, UTC ms, with its own offset from UTC in minutes; null if it does not. */
  readonly published: { readonly at: number; readonly offset: number | null } | null;
  readonly author: string | null;
  readonly labels: readonly Label[];
  /** Absolute address of its picture, or null. */
  readonly image: string | null;
  /** The host that its source is asked at, or null where that is no longer followed. */
  readonly home: string | null;
  readonly isSaved: boolean;
  /** HTML as the feed gave it: hostile until sanitised. */
  readonly html: string;
  /** Earlier wordings of its headline, oldest first. */
  readonly history: readonly TitleChange[];
  readonly page: StoredPage | null;
  readonly supportUrl: string | null;
  /** What is told of its story, itself among it; null where it is in none. */
  readonly story: StoryView | null;
  readonly since: readonly Development[];
}

/** Nothing of that number is kept; its source, where that is still known and followed. */
export interface GoneView {
  readonly kind: 'gone';
  readonly source: { readonly id: number; readonly name: string } | null;
}

/** A later report of the story that says something else than the article, or more. */
export interface Development {
  readonly row: LatestRow;
  readonly numbers: readonly NumberChange[];
  /** Names that the article does not have, as the report writes them. */
  readonly names: readonly string[];
}

/** One thing that both count, in their own words. */
export interface NumberChange {
  readonly was: string;
  readonly now: string;
}

export interface SourceView {
  readonly row: SourceRow;
  readonly siteUrl: string | null;
  readonly supportUrl: string | null;
  readonly language: string | null;
  readonly facts: PublisherFacts | null;
  /** UTC ms. */
  readonly addedAt: number;
  readonly rows: readonly LatestRow[];
  /** Null where there is nothing more. */
  readonly next: LatestCursor | null;
}
