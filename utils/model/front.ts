/** The first rows of Latest as they stand now: what the popup draws before it has loaded anything else. */
import type { Settings } from './settings.ts';
import type { LatestPage, LatestRow } from './view.ts';

/** So many rows fill a popup of either density. */
export const FRONT_ROWS = 12;

/** So many rows are all on screen: there is nothing to show beside them in the ticker line, which then gives way. */
export const SCREENFUL = 6;

/** A row without what is seen only once it is unfolded. */
export type FrontRow = Omit<LatestRow, 'snippet' | 'isLong'>;

export interface Front extends Pick<Settings, 'language' | 'theme' | 'density'> {
  readonly rows: readonly FrontRow[];
  /** How many of the first rows stand above the line. */
  readonly fresh: number;
  /** The line, UTC ms; null where none is drawn. */
  readonly since: number | null;
}

/** The front of a page of Latest. */
export function frontOf(settings: Settings, { rows, fresh, since }: LatestPage): Front {
  const { language, theme, density } = settings;
  const shown = rows.slice(0, FRONT_ROWS).map(({ snippet: _, isLong: __, ...row }) => row);
  return { language, theme, density, rows: shown, fresh: Math.min(fresh, FRONT_ROWS), since };
}
