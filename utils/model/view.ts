/** What surfaces show: the answers of the queries, shaped for drawing. */
import type { Alert } from './alert.ts';
import type { Feed } from './feed.ts';
import type { Problem } from './problem.ts';
import type { Recovered } from './snapshot.ts';

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
  /** Whether the reader saved the article that the row shows. */
  readonly saved: boolean;
  readonly source: { readonly id: number; readonly name: string; readonly host: string };
  /** The story that the row stands for; null where each row is one article. */
  readonly story: StoryOfRow | null;
  /** Present where its stored text is clearly longer than the snippet. */
  readonly isLong?: true;
}

export interface StoryOfRow {
  readonly id: number;
  /** Outlets that tell it besides the row's. */
  readonly others: number;
  /** Articles that came since the reader opened it; 0 while it is unread. */
  readonly more: number;
  /** Whom all its outlets cite, if they all cite one: then they confirm nothing. */
  readonly origin: string | null;
}

/** A story with all that is told of it. */
export interface StoryView {
  readonly id: number;
  /** The newest first; an outlet may have several. */
  readonly rows: readonly LatestRow[];
  readonly origin: string | null;
  readonly firstAt: number;
  readonly lastAt: number;
  /** An earlier story of the same kind, or null. */
  readonly earlier: LatestRow | null;
}

/** Why a story stands where it stands. */
export type RankReason =
  | { readonly kind: 'sources'; readonly count: number; readonly hours: number }
  | { readonly kind: 'growing'; readonly count: number; readonly minutes: number };

/** A story of Top or Popular, under its best headline. */
export interface RankedRow extends LatestRow {
  readonly story: StoryOfRow;
  readonly rank: number;
  /** Independent voices. */
  readonly sources: number;
  readonly reason: RankReason;
}

/** What would have broken. */
export interface BreakingView {
  readonly threshold: { readonly sources: number; readonly minutes: number };
  /** Whether it was fitted to the reader's last week rather than set. */
  readonly isFitted: boolean;
  /** What the threshold would have raised in the last week, earliest first; `brokeAt` in UTC ms. */
  readonly past: readonly (LatestRow & { readonly brokeAt: number })[];
}

/** One alert of the history. */
export interface AlertRow
  extends Pick<Alert, 'id' | 'kind' | 'at' | 'words' | 'voices' | 'title' | 'url' | 'language' | 'state'> {
  readonly source: LatestRow['source'];
}

/** What Top and Popular show. */
export type RankedPage =
  | { readonly kind: 'ranked'; readonly rows: readonly RankedRow[] }
  /** Too few sources are followed to tell what several of them tell. */
  | { readonly kind: 'too-few-sources'; readonly followed: number };

/** How an article belongs to another or to a page. */
export interface RelatedRow extends LatestRow {
  readonly relation: 'same-story' | 'related';
  readonly reason: RelatedReason;
}

/**
 * What ties an article to another or to a page: they tell of one event, hold the same quotation, names or places, are of
 * one topic, or it tells of an earlier event of the kind.
 */
export type RelatedReason = 'event' | 'quote' | 'names' | 'place' | 'topic' | 'earlier';

/** Where a page of Latest ended: ask with it for the rows after. */
export type LatestCursor = readonly [newestFirst: number, id: number];

/** What a list is narrowed to; what is absent narrows nothing. */
export interface Narrowing {
  /** BCP 47 tag without a region: stories that are told in it, each as it tells it. */
  readonly language?: string | undefined;
  /** Sources in this folder or in one within it. */
  readonly folder?: readonly string[] | undefined;
  readonly only?: 'unread' | 'saved' | undefined;
}

export interface LatestPage {
  readonly rows: readonly LatestRow[];
  /** How many of the first rows arrived since the time that was asked for; only a first page has such. */
  readonly fresh: number;
  /** That time, UTC ms; null where no line is drawn. */
  readonly since: number | null;
  /** UTC ms at which the latest of all that could be new arrived; 0 where nothing ever did. */
  readonly arrivedAt: number;
  /** Null where there is nothing more. */
  readonly next: LatestCursor | null;
}

/** How the whole stands: what the frame around the lists shows. */
export interface Status {
  /** Unread rows of Latest that count; the number on the Latest tab, and on the badge where it shows this. */
  readonly unread: number;
  readonly sources: number;
  /** Sources whose last check failed. */
  readonly failing: number;
  /** Articles stored. */
  readonly articles: number;
  /** Sources that have been failing for days, of which the reader was not told yet. */
  readonly longFailing: readonly { readonly id: number; readonly name: string; readonly problem: Problem }[];
  /** What was put back from a snapshot by itself, until the reader knows; else null. */
  readonly recovered: Recovered | null;
  /** Whether checks failed because the browser has no network. */
  readonly offline: boolean;
  /** Whether there was no room to store what a source's last check brought. */
  readonly isFull: boolean;
  /** Sources that wait for the reader's permission, by host. */
  readonly waitingHosts: readonly string[];
  /** Languages of the sources, BCP 47 without regions, those of most sources first. */
  readonly languages: readonly string[];
  /** Folders of the sources as paths of names, sorted. */
  readonly folders: readonly (readonly string[])[];
  /** The language that lists are narrowed to, or `all`. */
  readonly newsLanguage: string;
  /** UTC ms of the newest successful check of any source, or null. */
  readonly lastSuccessAt: number | null;
}

/** How far a refresh that the reader asked for is. */
export interface RefreshProgress {
  /** Sources that were asked. */
  readonly done: number;
  readonly total: number;
  /** UTC ms of this news: a background that was killed tells of no end. */
  readonly at: number;
}

/** Why a refresh did not ask a source. */
export type LeftOutReason = 'asked-just-now' | 'asked-to-wait' | 'stopped' | 'paused' | 'cancelled' | 'later';

/** What came of a refresh. */
export interface RefreshResult {
  readonly asked: number;
  readonly leftOut: readonly { readonly id: number; readonly name: string; readonly reason: LeftOutReason }[];
}

/** What came of a list of sources. */
export interface ImportResult {
  readonly added: number;
  /** Those that were followed before. */
  readonly known: number;
}

/** One source as options lists it, with how its polling stands. */
export interface SourceRow
  extends Pick<
    Feed,
    | 'id'
    | 'url'
    | 'folder'
    | 'lastSuccessAt'
    | 'lastAttemptAt'
    | 'failingSince'
    | 'nextCheckAt'
    | 'stopped'
    | 'isPartlyRead'
    | 'checkMinutes'
    | 'stored'
    | 'muted'
    | 'uncounted'
  > {
  readonly paused: boolean;
  readonly preferred: boolean;
  /** Present where it is a source of the account, fetched by its server. */
  readonly isOnServer?: true;
  /** What its publisher calls it. */
  readonly publisherTitle: string;
  /** The name it is shown by. */
  readonly title: string;
  readonly host: string;
  readonly problem: Problem | null;
  /** Where its address leads by redirect, or null. */
  readonly leadsTo: string | null;
  /** Hosts whose permission it waits for, or may help it. */
  readonly waitsFor: readonly string[];
  /** Articles a day by its latest ones, or null where too few are known. */
  readonly perDay: number | null;
  /** Of the last seven days. */
  readonly week: { readonly requests: number; readonly bytes: number };
}
