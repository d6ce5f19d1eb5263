/** The first rows of Latest and of Top as they stand now: what the popup draws before it has loaded anything else. */
import type { Settings } from './settings.ts';
import type { LatestPage, LatestRow, RankedPage, RankedRow } from './view.ts';

/** So many rows fill a popup of either density, and so many stories. */
export const FRONT_ROWS = 12;
export const FRONT_STORIES = 8;

/** So many rows are all on screen: there is nothing to show beside them in the ticker line, which then gives way. */
export const SCREENFUL = 6;

/** Ms after which the order of Top and its reasons are no longer what they were: they go by the hour. */
export const TOP_LASTS_MS = 10 * 60_000;

/** A row, or a story, without what is seen only once it is unfolded. */
export type FrontRow = Omit<LatestRow, 'snippet' | 'isLong'>;
export type FrontStory = Omit<RankedRow, 'snippet' | 'isLong'>;

export interface Front extends Pick<Settings, 'language' | 'theme' | 'density'> {
  readonly rows: readonly FrontRow[];
  /** How many of the first rows stand above the line. */
  readonly fresh: number;
  /** The line, UTC ms; null where none is drawn. */
  readonly since: number | null;
  /** The first stories of Top; empty where it says something else. */
  readonly top: readonly FrontStory[];
  /** When they were ranked, UTC ms. */
  readonly rankedAt: number;
}

/** The front of a page of Latest and one of Top, as they are at `now` (UTC ms). */
export function frontOf(settings: Settings, page: LatestPage, ranked: RankedPage, now: number): Front {
  const { language, theme, density } = settings;
  const { rows, fresh, since } = page;
  const stories = ranked.kind === 'ranked' ? ranked.rows : [];
  return {
    ...{ language, theme, density },
    rows: rows.slice(0, FRONT_ROWS).map(withoutSnippet),
    fresh: Math.min(fresh, FRONT_ROWS),
    since,
    top: stories.slice(0, FRONT_STORIES).map(withoutSnippet),
    rankedAt: now,
  };
}

function withoutSnippet<Row extends LatestRow>(row: Row): Omit<Row, 'snippet' | 'isLong'> {
  const { snippet: _, isLong: __, ...shown } = row;
  return shown;
}
