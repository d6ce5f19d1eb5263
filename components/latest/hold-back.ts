/**
 * What is shown keeps its place while it is read: rows that arrive meanwhile wait until they are asked for. Pure, over
 * the page that is shown and the page that the database would show now.
 */
import type { LatestPage, LatestRow } from '../../utils/model/view.ts';

export interface Held {
  readonly page: LatestPage;
  /** Rows that wait. */
  readonly waiting: number;
}

/** A row is the same row for as long as it stands for the same story, or for the same article. */
export function keyOf(row: Pick<LatestRow, 'id' | 'story'>): string {
  return row.story === null ? `article ${row.id}` : `story ${row.story.id}`;
}

/**
 * The shown rows in their order, as they stand now; rows that are gone are left out, older ones follow below, newer
 * ones wait. Where nothing is shown yet, all is.
 */
export function holdBack(shown: LatestPage | null, newest: LatestPage): Held {
  const places = new Map(newest.rows.map((row, at) => [keyOf(row), at]));
  const kept = (shown?.rows ?? []).flatMap((row, at) => {
    const place = places.get(keyOf(row));
    const now = place === undefined ? undefined : newest.rows[place];
    if (now) return [{ row: asItStands(row, now), at, place: place ?? -1 }];
    return isBehind(row, newest) ? [{ row, at, place: -1 }] : [];
  });
  if (shown === null || kept.length === 0) return { page: newest, waiting: 0 };
  const known = new Set(kept.map(({ row }) => keyOf(row)));
  const last = Math.max(...kept.map(({ place }) => place));
  const isNew = (row: LatestRow): boolean => !known.has(keyOf(row));
  const behind = newest.rows.slice(Math.max(last + 1, newest.fresh)).filter(isNew);
  return {
    page: {
      ...newest,
      rows: [...kept.map(({ row }) => row), ...behind],
      fresh: kept.filter(({ at }) => at < shown.fresh).length,
    },
    waiting: newest.rows.filter(isNew).length - behind.length,
  };
}

/** A story of which more was told keeps the headline under which it is being read. */
function asItStands(shown: LatestRow, now: LatestRow): LatestRow {
  return shown.id === now.id ? now : { ...shown, unread: now.unread, story: now.story };
}

/** Whether a row is missing only because newer ones pushed it beyond the end of the page. */
function isBehind(row: LatestRow, newest: LatestPage): boolean {
  const last = newest.rows.at(-1);
  return newest.next !== null && last !== undefined && row.at < last.at;
}
