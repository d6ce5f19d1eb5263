/** Which of its states Latest is in: decided here once, for every surface that shows it. */
import type { Problem } from '../../utils/model/problem.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import type { LatestState } from './state.ts';

/** What the panel shows. Rows stay rows, whether they are read or not, old or fresh. */
export type Situation =
  | { readonly kind: 'loading' }
  | { readonly kind: 'broken'; readonly problem: Problem }
  | { readonly kind: 'no-sources' }
  | { readonly kind: 'all-failed' }
  | { readonly kind: 'quiet' }
  /** There are headlines, but none that fits what the reader chose to see. */
  | { readonly kind: 'nothing-fits' }
  | { readonly kind: 'rows'; readonly rows: Rows };

/** Rows in their two parts: what arrived since the reader last looked, and the rest. */
export interface Rows {
  readonly fresh: readonly LatestRow[];
  readonly older: readonly LatestRow[];
  /** When the reader last looked, UTC ms; null where no line is drawn. */
  readonly since: number | null;
  /** The row for which another that tells the same story is looked for. */
  readonly joining: LatestRow | null;
}

/** What the panel shows in a state. */
export function situationOf(state: LatestState, online: boolean): Situation {
  const { page, status, problem } = state;
  if (page !== null && page.rows.length > 0) {
    const { rows, fresh, since } = page;
    const parts = { fresh: rows.slice(0, fresh), older: rows.slice(fresh), since, joining: state.joining };
    return { kind: 'rows', rows: parts };
  }
  if (problem !== null) return { kind: 'broken', problem };
  if (page === null || status === null) return { kind: 'loading' };
  if (status.sources === 0) return { kind: 'no-sources' };
  if (isNarrowed(state)) return { kind: 'nothing-fits' };
  const failure = failureOf(state, online);
  if (failure === null) return { kind: 'quiet' };
  return failure === 'all-failed' ? { kind: failure } : { kind: 'broken', problem: failure };
}

/** Why nothing comes: Lede's own problem, no room for what came, or that no source answers; null where none of it is so. */
export function failureOf(state: LatestState, online: boolean): Problem | 'all-failed' | null {
  if (state.problem !== null) return state.problem;
  if (state.status?.isFull) return { code: 'disk-full' };
  return allFailed(state, online) ? 'all-failed' : null;
}

/** Whether every source failed although there is a network and none of them waits for the reader. */
export function allFailed({ status }: LatestState, online: boolean): boolean {
  if (status === null || !online || status.waitingHosts.length > 0) return false;
  return status.sources > 0 && status.failing >= status.sources;
}

function isNarrowed({ narrowing, status }: LatestState): boolean {
  const isByHand = narrowing.only !== undefined || narrowing.folder !== undefined;
  return isByHand || (status !== null && status.newsLanguage !== 'all');
}
