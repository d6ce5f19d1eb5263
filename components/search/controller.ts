/**
 * A search as a surface shows it: asks with every key, headlines first and leads right after, drops what is answered
 * late for an older question, and keeps what it shows in its place while the database changes. Knows nothing of drawing.
 */
import type { Problem } from '../../utils/model/problem.ts';
import type { SearchHit, SearchPage } from '../../utils/model/search.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { type Facets, NO_FACETS, queryOf } from './facets.ts';

/** Hits that one step of 'More results' adds. */
export const HITS_AT_ONCE = 30;
/** Hits that one question may ask for. */
const MOST_ASKED = 200;

export interface SearchState {
  /** As it stands in the field. */
  readonly typed: string;
  readonly facets: Facets;
  /** What was found; null until the first answer and while nothing is typed. */
  readonly page: SearchPage | null;
  /** The words that `page` belongs to. */
  readonly answered: string;
  /** Whether the last question is not fully answered yet. */
  readonly isWaiting: boolean;
  /** Why there is no answer to the last question. */
  readonly problem: Problem | null;
  /** Languages of what was found while no language was chosen, those of most hits first. */
  readonly languages: readonly string[];
  /** How many hits 'More results' last added. */
  readonly added: number;
}

/** What a reader can do with a search. */
export interface SearchActions {
  type(typed: string): void;
  narrow(facets: Partial<Facets>): void;
  more(): void;
  /** Asks the last question once more. */
  again(): void;
}

export interface SearchController {
  readonly actions: SearchActions;
  state(): SearchState;
  /** Calls back after each change of state, and asks the surface until it is stopped. */
  run(onState: () => void): () => void;
}

/** A search over a surface that begins with these words. */
export function createSearch(surface: Surface, typed = ''): SearchController {
  let state: SearchState = {
    typed,
    facets: NO_FACETS,
    page: null,
    answered: '',
    isWaiting: false,
    problem: null,
    languages: [],
    added: 0,
  };
  let listener: (() => void) | null = null;
  let query = '';
  // Counts questions: an answer to any but the last is dropped.
  let last = 0;

  const set = (patch: Partial<SearchState>) => {
    state = { ...state, ...patch };
    listener?.();
  };

  const ask = async () => {
    last += 1;
    const question = last;
    const words = state.typed.trim();
    query = queryOf(state.typed, state.facets, surface.now());
    if (query === '') return set({ page: null, answered: '', isWaiting: false, problem: null, added: 0 });
    set({ isWaiting: true, added: 0 });
    for (const leads of [false, true]) {
      const answer = await surface.search(query, { after: null, limit: HITS_AT_ONCE, leads });
      if (question !== last) return;
      if (!answer.ok) return set({ problem: answer.problem, page: null, isWaiting: false });
      const page = answer.value;
      // That no headline has it says little: the leads may.
      if (!leads && page.hits.length === 0) continue;
      const languages = leads && state.facets.language === null ? languagesOf(page.hits) : state.languages;
      set({ page, answered: words, problem: null, isWaiting: !leads, languages });
    }
  };

  /** Marks may have changed, and articles gone; what came meanwhile waits for the next question. */
  const update = async () => {
    const shown = state.page;
    if (shown === null || state.isWaiting) return;
    const question = last;
    const limit = Math.min(shown.hits.length + HITS_AT_ONCE, MOST_ASKED);
    const answer = await surface.search(query, { after: null, limit, leads: true });
    if (question !== last || !answer.ok || state.page !== shown) return;
    set({ page: kept(shown, answer.value) });
  };

  const more = async () => {
    const { page } = state;
    if (page === null || page.next === null || state.isWaiting) return;
    const question = last;
    const answer = await surface.search(query, { after: page.next, limit: HITS_AT_ONCE, leads: true });
    if (question !== last || state.page === null) return;
    if (!answer.ok) return set({ problem: answer.problem });
    const known = new Set(state.page.hits.map(({ row }) => row.id));
    const fresh = answer.value.hits.filter(({ row }) => !known.has(row.id));
    set({ page: { ...answer.value, hits: [...state.page.hits, ...fresh] }, added: fresh.length });
  };

  return {
    state: () => state,
    run(onState) {
      listener = onState;
      void surface.prepareSearch();
      if (state.typed !== '') void ask();
      const stop = surface.onChange(() => void update());
      return () => {
        listener = null;
        stop();
      };
    },
    actions: {
      type(words) {
        if (words === state.typed) return;
        set({ typed: words });
        void ask();
      },
      narrow(facets) {
        set({ facets: { ...state.facets, ...facets } });
        void ask();
      },
      more: () => void more(),
      again: () => void ask(),
    },
  };
}

/** The hits that are shown, in their order, as they are now. */
function kept(shown: SearchPage, now: SearchPage): SearchPage {
  const found = new Map(now.hits.map((hit) => [hit.row.id, hit]));
  // Beyond what was asked for nothing is known to have gone.
  const isAll = now.next === null;
  const hits = shown.hits.flatMap((hit) => {
    const again = found.get(hit.row.id);
    return again ? [again] : isAll ? [] : [hit];
  });
  return { ...shown, hits, total: shown.total - (shown.hits.length - hits.length) };
}

function languagesOf(hits: readonly SearchHit[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { row } of hits) {
    const language = row.language?.toLowerCase().split('-')[0];
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}
