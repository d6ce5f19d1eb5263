import { useCallback } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import type { LatestActions } from '../latest/state.ts';
import { SearchPanel } from '../search/search-panel.tsx';
import { hashOf } from './route.ts';

interface SearchPageProps {
  /** What to search for first. */
  readonly q: string;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
}

/** Search in a tab. Its address follows what is typed, in place: Back leads to the page before. */
export function SearchPage({ q, now, actions }: SearchPageProps) {
  const { text } = useLede();
  const follow = useCallback((typed: string) => {
    const hash = hashOf({ page: 'search', q: typed });
    if (hash !== location.hash) history.replaceState(null, '', hash);
  }, []);
  return (
    <>
      <h1 class="hidden-text">{text('search.title')}</h1>
      {/* Another address is another search: the field begins with its words. */}
      <SearchPanel key={q} typed={q} now={now} actions={actions} onType={follow} />
    </>
  );
}
