/**
 * Latest as a surface shows it: asks for as many rows as are shown, asks again after every change of the database, and
 * never patches what it has. Rows that arrive while others are read wait. Knows nothing of drawing.
 */

import type { Result } from '../../utils/model/problem.ts';
import type { LatestPage, Narrowing, Status } from '../../utils/model/view.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { oneAtATime } from '../app/one-at-a-time.ts';
import { createActions } from './actions.ts';
import { holdBack } from './hold-back.ts';
import { type LatestActions, type LatestState, START } from './state.ts';

/** Rows that one step of 'More news' adds. */
export const PAGE_SIZE = 50;
/** Rows that one question may ask for. */
export const MAX_ROWS_ASKED = 200;

export interface LatestController {
  readonly actions: LatestActions;
  state(): LatestState;
  /** Calls back after each change of state, and asks the surface until it is stopped. */
  run(onState: () => void): () => void;
  /** Latest is on the screen, or no longer: what arrives meanwhile is not new at the next visit. */
  show(isShown: boolean): void;
}

/** What Latest is drawn from. */
export interface Answered {
  readonly page: Result<LatestPage>;
  readonly status: Result<Status>;
}

/** How Latest begins. */
export interface Beginning {
  /** Answers that are there already: drawn from the first moment, while they are asked for anew. */
  readonly first?: Answered | undefined;
  readonly narrowing?: Narrowing | undefined;
  /** Rows to begin with; a page unless given. */
  readonly rows?: number | undefined;
  /** Whether the rows are being read, so that new ones wait; never unless given. */
  readonly isRead?: () => boolean;
}

/** Latest over a surface. */
export function createLatest(surface: Surface, beginning: Beginning = {}): LatestController {
  let state: LatestState = { ...START, narrowing: beginning.narrowing ?? {}, ...drawnFrom(beginning.first) };
  let wanted = beginning.rows ?? PAGE_SIZE;
  let showsAll = true;
  let listener: (() => void) | null = null;
  // The line of what is new stays where it was while the surface is open, unless something is new when it is shown again.
  let since: number | null | undefined;
  let isShown = false;
  let isShownAgain = false;
  /** When the latest of what was shown arrived, as the background was last told. */
  let told = -1;

  const set = (patch: Partial<LatestState>) => {
    state = { ...state, ...patch };
    listener?.();
  };
  const askRows = async () => {
    if (isShownAgain) {
      isShownAgain = false;
      const anew = await newestRows(surface, wanted + state.waiting, undefined, state.narrowing);
      if (!anew.ok || anew.value.fresh > 0) {
        since = undefined;
        return anew;
      }
    }
    return newestRows(surface, wanted + state.waiting, since, state.narrowing);
  };
  const visit = (page: LatestPage, asOf: number) => {
    since ??= page.since;
    if (page.arrivedAt <= told) return;
    told = page.arrivedAt;
    void surface.visitLatest(asOf);
  };
  const ask = oneAtATime(async () => {
    // Read as it begins: what is wanted meanwhile is for the run after this one.
    const all = showsAll;
    showsAll = false;
    const asOf = surface.now();
    const [page, status] = await Promise.all([askRows(), surface.status()]);
    if (page.ok && isShown) visit(page.value, asOf);
    const shown = all || !beginning.isRead?.() ? null : state.page;
    const problem = !page.ok ? page.problem : !status.ok ? status.problem : null;
    set({
      ...(page.ok && { ...holdBack(shown, page.value), newest: page.value.rows }),
      ...(status.ok && { status: status.value }),
      problem,
    });
  });
  const actions = createActions({
    surface,
    state: () => state,
    set,
    ask(show) {
      if (show === 'all') showsAll = true;
      return ask();
    },
    askMore() {
      wanted += PAGE_SIZE;
      return ask();
    },
  });

  return {
    actions,
    state: () => state,
    run(onState) {
      listener = onState;
      void ask();
      const stops = [surface.onChange(() => void ask()), surface.onProgress((progress) => set({ progress }))];
      return () => {
        listener = null;
        for (const stop of stops) stop();
      };
    },
    show(shown) {
      if (shown === isShown) return;
      isShown = shown;
      isShownAgain = shown && since !== undefined;
      void surface.showLatest(shown);
      // Asked anew even while an answer is on its way: it was for nobody.
      if (shown && listener !== null) void ask();
    },
  };
}

/** What a state shows of answers that are there before the first question. */
function drawnFrom(first: Answered | undefined): Partial<LatestState> {
  return {
    ...(first?.page.ok && { ...holdBack(null, first.page.value), newest: first.page.value.rows }),
    ...(first?.status.ok && { status: first.status.value }),
  };
}

/** The newest rows, in as many questions as it takes. */
async function newestRows(
  surface: Surface,
  wanted: number,
  since: number | null | undefined,
  narrowing: Narrowing,
): Promise<Result<LatestPage>> {
  const first = await surface.latest(null, Math.min(wanted, MAX_ROWS_ASKED), since, narrowing);
  if (!first.ok) return first;
  let page = first.value;
  while (page.next !== null && page.rows.length < wanted) {
    const limit = Math.min(wanted - page.rows.length, MAX_ROWS_ASKED);
    const answer = await surface.latest(page.next, limit, page.since, narrowing);
    if (!answer.ok) return answer;
    page = { ...page, rows: [...page.rows, ...answer.value.rows], next: answer.value.next };
  }
  return { ok: true, value: page };
}
