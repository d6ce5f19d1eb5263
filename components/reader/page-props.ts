import type { LatestActions } from '../latest/state.ts';
import type { Latest } from '../latest/use-latest.ts';
import type { FirstArticle } from './first-article.ts';

/** What every page of the reading tab is handed. */
export interface PageProps {
  readonly latest: Latest;
  /** UTC ms. */
  readonly now: number;
  readonly online: boolean;
  readonly actions: LatestActions;
  /** The article that the tab began with, if it did. */
  readonly opened: FirstArticle | undefined;
  /** 'While you were away', which stays closed for as long as the tab is open. */
  readonly away: { readonly isClosed: boolean; readonly close: () => void };
}
