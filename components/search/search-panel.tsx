/** Search over everything stored, as the popup and the reading page both show it. */
import './search.css';
import { useEffect } from 'preact/hooks';
import { problemText } from '../../utils/i18n/problem.ts';
import { useLede } from '../app/context.ts';
import { Skeleton } from '../latest/skeleton.tsx';
import type { LatestActions } from '../latest/state.ts';
import { Button } from '../parts/buttons.tsx';
import { EmptyState } from '../parts/note.tsx';
import { FacetChips } from './facet-chips.tsx';
import { NO_FACETS } from './facets.ts';
import { SearchField } from './search-field.tsx';
import { Hints } from './search-hints.tsx';
import { Notes } from './search-notes.tsx';
import { SearchRow } from './search-row.tsx';
import { type Search, useSearch } from './use-search.ts';

interface SearchPanelProps {
  /** What to begin with. */
  readonly typed?: string;
  /** UTC ms. */
  readonly now: number;
  readonly actions: LatestActions;
  /** Called with what stands in the field, as it changes. */
  readonly onType?: (typed: string) => void;
}

/** Field, chips and what was found, or what stands in its place. */
export function SearchPanel({ typed, now, actions, onType }: SearchPanelProps) {
  const search = useSearch(typed);
  const { state } = search;
  useEffect(() => onType?.(state.typed), [onType, state.typed]);
  return (
    <>
      <div class="search-head">
        <SearchField typed={state.typed} onType={search.actions.type} />
        {state.typed.trim() !== '' && (
          <div class="search-tools">
            <FacetChips search={search} />
            <Count search={search} />
          </div>
        )}
      </div>
      <Found search={search} now={now} actions={actions} />
    </>
  );
}

/** How many were found. Said once the question is fully answered, not with every key. */
function Count({ search }: { readonly search: Search }) {
  const { text } = useLede();
  const { page, isWaiting } = search.state;
  const words =
    page === null ? '' : text(page.complete ? 'search.count' : 'search.atLeast', { n: page.total });
  return (
    <p class="search-count" aria-hidden={isWaiting}>
      <span aria-hidden="true">{words}</span>
      <span class="hidden-text" role="status">
        {isWaiting ? '' : words}
      </span>
    </p>
  );
}

function Found({
  search,
  now,
  actions,
}: Omit<SearchPanelProps, 'typed' | 'onType'> & { readonly search: Search }) {
  const { text } = useLede();
  const { page, problem, isWaiting, typed } = search.state;
  if (typed.trim() === '') return <Hints />;
  if (page === null) return problem === null ? <Skeleton /> : <Failed search={search} />;
  return (
    <>
      <h2 class="hidden-text">{text('search.results')}</h2>
      <Notes notes={page.notes} />
      {page.hits.length === 0 ? (
        !isWaiting && <Nothing search={search} />
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets
        <ul role="list" aria-busy={isWaiting}>
          {page.hits.map((hit) => (
            <SearchRow key={hit.row.id} hit={hit} now={now} actions={actions} />
          ))}
        </ul>
      )}
      <More search={search} />
    </>
  );
}

/** More of what was found, in place, and for ears how much that brought. */
function More({ search }: { readonly search: Search }) {
  const { text } = useLede();
  const { page, problem, added } = search.state;
  return (
    <>
      {page?.next !== null && (
        <div class="search-more">
          {problem !== null && <p role="alert">{problemText(text, problem)}</p>}
          <Button onPress={search.actions.more}>{text('search.more')}</Button>
        </div>
      )}
      <p class="hidden-text" role="status">
        {added > 0 && text('search.moreShown', { n: added })}
      </p>
    </>
  );
}

function Nothing({ search }: { readonly search: Search }) {
  const { text } = useLede();
  const { answered, facets } = search.state;
  const isNarrowed = facets.period !== 'any' || facets.language !== null;
  return (
    <EmptyState
      kind="empty"
      title={text('search.nothing', { q: shortened(answered) })}
      sentence={text(isNarrowed ? 'search.nothingNarrowed' : 'search.nothingText')}
    >
      {isNarrowed ? (
        <Button look="primary" onPress={() => search.actions.narrow(NO_FACETS)}>
          {text('search.widen')}
        </Button>
      ) : (
        <Button onPress={() => search.actions.type('')}>{text('search.clear')}</Button>
      )}
    </EmptyState>
  );
}

function Failed({ search }: { readonly search: Search }) {
  const { text } = useLede();
  const { problem } = search.state;
  return (
    <EmptyState
      kind="error"
      title={text('search.failed')}
      sentence={problem === null ? '' : problemText(text, problem)}
    >
      <Button look="primary" onPress={search.actions.again}>
        {text('failed.again')}
      </Button>
    </EmptyState>
  );
}

/** UTF-16 units of a query that a title repeats. */
const MOST_REPEATED = 80;

function shortened(words: string): string {
  return words.length <= MOST_REPEATED ? words : `${words.slice(0, MOST_REPEATED)}…`;
}
