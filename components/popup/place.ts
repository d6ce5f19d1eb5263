/**
 * Where the popup was left: kept beside the page, since it is read before anything is asked, and worth nothing
 * elsewhere or later.
 */
import type { Narrowing } from '../../utils/model/view.ts';
import { TABS, type TabName } from './tabs.ts';

export interface Place {
  readonly tab: TabName;
  /** What was searched for. */
  readonly query: string;
  /** Pixels that the list is scrolled by. */
  readonly scroll: number;
  /** Rows that Latest had been asked for. */
  readonly rows: number;
  readonly narrowing: Narrowing;
}

const KEY = 'popup-place';
/** A place that was left longer ago than this, in ms, is no place to come back to. */
const WORTH_RETURNING = 10 * 60_000;
const MOST_ROWS = 500;
const MOST_OF_QUERY = 2_000;

// No parameter is named `storage`: WXT takes that for its own library, 8 kB, and adds it to what the popup loads.

/** The place that was left under ten minutes before `now` (UTC ms); null if there is none, or it cannot be read. */
export function readPlace(shelf: Pick<Storage, 'getItem'>, now: number): Place | null {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(KEY) ?? 'null');
    return isRecord(stored) && isRecent(stored.at, now) ? asPlace(stored) : null;
  } catch {
    return null;
  }
}

/** Remembers a place; a shelf that refuses is no reason to say anything. */
export function writePlace(shelf: Pick<Storage, 'setItem'>, place: Place, now: number): void {
  try {
    shelf.setItem(KEY, JSON.stringify({ ...place, at: now }));
  } catch {
    // The popup then opens as it always did.
  }
}

/** Forgets the place. */
export function forgetPlace(shelf: Pick<Storage, 'removeItem'>): void {
  try {
    shelf.removeItem(KEY);
  } catch {
    // A shelf that cannot be reached holds nothing that could be read.
  }
}

function isRecent(at: unknown, now: number): boolean {
  return typeof at === 'number' && at <= now && now - at < WORTH_RETURNING;
}

function asPlace({ tab, query, scroll, rows, narrowing }: Readonly<Record<string, unknown>>): Place | null {
  const known = TABS.find((name) => name === tab);
  if (known === undefined) return null;
  return {
    tab: known,
    query: typeof query === 'string' ? query.slice(0, MOST_OF_QUERY) : '',
    scroll: asCount(scroll, Number.MAX_SAFE_INTEGER),
    rows: asCount(rows, MOST_ROWS),
    narrowing: isRecord(narrowing) ? asNarrowing(narrowing) : {},
  };
}

function asCount(value: unknown, most: number): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.round(value), most) : 0;
}

function asNarrowing({ folder, only }: Readonly<Record<string, unknown>>): Narrowing {
  const isPath = Array.isArray(folder) && folder.every((name) => typeof name === 'string');
  return {
    ...(isPath && { folder }),
    ...((only === 'unread' || only === 'saved') && { only }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
