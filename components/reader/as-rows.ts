import type { LatestRow } from '../../utils/model/view.ts';
import type { Rows } from '../latest/situation.ts';

/** Rows of a list without a line of what is new. */
export function asRows(rows: readonly LatestRow[]): Rows {
  return { fresh: [], older: rows, since: null, joining: null };
}
