import type { LatestActions } from '../latest/state.ts';
import type { Latest } from '../latest/use-latest.ts';

/** What every page of the reading tab is handed. */
export interface PageProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
  readonly actions: LatestActions;
  /** 'While you were away', which stays closed for as long as the tab is open. */
  readonly away: { readonly isClosed: boolean; readonly close: () => void };
}
