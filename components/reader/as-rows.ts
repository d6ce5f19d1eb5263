import type { LatestRow } from '../../utils/model/view.ts';
import type { Rows } from '../latest/situation.ts';
import type { Latest } from '../latest/use-latest.ts';

/** Rows of a list without a line of what is new. */
export function asRows(rows: readonly LatestRow[], { state: { joining } }: Pick<Latest, 'state'>): Rows {
  return { fresh: [], older: rows, since: null, joining };
}
