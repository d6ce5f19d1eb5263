/**
 * Latest as a surface shows it: asks for as many rows as are shown, asks again after every change of the database,
 * and never patches what it has. Knows nothing of drawing.
 */
import type { Problem, Result } from '../../utils/model/problem.ts';
import type {
  LatestPage,
  LatestRow,
  RefreshProgress,
  RefreshResult,
  Status,
} from '../../utils/model/view.ts';
import type { Surface } from '../../utils/surface/surface.ts';

/** Rows that one step of 'More news' adds. */
export const PAGE_SIZE = 50;
/** Rows that one question may ask for. */
const MAX_ROWS_ASKED = 200;

export interface LatestState {
  /** Null until the first answer. */
  readonly page: LatestPage | null;
  readonly status: Status | null;
  /** Why rows or status could not be had when last asked. */
  readonly problem: Problem | null;
  /** Why the reader's last action did not work. */
  readonly refused: Problem | null;
  /** How many rows 'More news' last added. */
  readonly added: number;
  readonly checking: boolean;
  /** How far the refresh that runs is, whoever began it; null where none does. */
  readonly progress: RefreshProgress | null;
  /** What the reader's last refresh came to, where it asked nobody. */
  readonly askedNobody: RefreshResult | null;
  /** The reader's last correction of a story, while it can be taken back. */
  readonly corrected: { readonly kind: 'split' | 'join'; readonly bindingId: number } | null;
  /** The row for which the reader looks for another that tells the same story. */
  readonly joining: LatestRow | null;
}

/** What a reader can do with Latest. */
export interface LatestActions {
  more(): void;
  refresh(): void;
  /** Ends the refresh that runs. */
  cancel(): void;
  /** Takes the note about sources that have been failing for days away, for good. */
  knowFailures(): void;
  open(row: LatestRow, where: 'tab' | 'background'): void;
  mark(row: LatestRow, read: boolean): void;
  markAll(): void;
  /** 'Not the same story': this article leaves the story that it was put in. */
  part(articleId: number): void;
  /** Begins to look for the row that tells the same story as this one. */
  beginJoin(row: LatestRow): void;
  /** 'Same story': the row that was looked for. */
  joinWith(row: LatestRow): void;
  cancelJoin(): void;
  /** Takes the last correction back. */
  undo(): void;
  /** Straight from a click: the browser asks the reader. */
  allow(hosts: readonly string[]): void;
  /** Finds the feeds of the page in the tab in front, and shows them in options. */
  followThisTab(): void;
  /** Shows on the page in front what is related to it; `done` where it went well. */
  relatedToThisTab(done: () => void): void;
  /** Takes the message about the last action away. */
  dismiss(): void;
}

export interface LatestController {
  readonly actions: LatestActions;
  state(): LatestState;
  /** Calls back after each change of state, and asks the surface until it is stopped. */
  run(onState: () => void): () => void;
}

const START: LatestState = {
  page: null,
  status: null,
  problem: null,
  refused: null,
  added: 0,
  checking: false,
  progress: null,
  askedNobody: null,
  corrected: null,
  joining: null,
};

/** Latest over a surface. `first` is an answer for the first page that was asked for before there was anything to draw. */
export function createLatest(surface: Surface, first?: Promise<Result<LatestPage>>): LatestController {
  let state = START;
  let wanted = PAGE_SIZE;
  let early = first;
  let listener: (() => void) | null = null;
  // The line of what is new stays where it was for as long as the surface is open.
  let since: number | null | undefined;

  const set = (patch: Partial<LatestState>) => {
    state = { ...state, ...patch };
    listener?.();
  };

  const askRows = () => {
    const answer = early ?? newestRows(surface, wanted, since);
    early = undefined;
    return answer;
  };
  const ask = oneAtATime(async () => {
    const [page, status] = await Promise.all([askRows(), surface.status()]);
    if (page.ok && since === undefined) {
      since = page.value.since;
      void surface.visitLatest();
    }
    const problem = !page.ok ? page.problem : !status.ok ? status.problem : null;
    set({ ...(page.ok && { page: page.value }), ...(status.ok && { status: status.value }), problem });
  });

  const act = async (work: Promise<Result<unknown>>) => {
    const result = await work;
    set({ refused: result.ok ? null : result.problem });
    await ask();
  };

  const correct = async (
    kind: 'split' | 'join',
    work: Promise<Result<{ readonly bindingId: number }>>,
  ): Promise<void> => {
    await act(work);
    const done = await work;
    set({ joining: null, corrected: done.ok ? { kind, bindingId: done.value.bindingId } : null });
  };

  return {
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
    actions: {
      async more() {
        const before = state.page?.rows.length ?? 0;
        wanted += PAGE_SIZE;
        await ask();
        set({ added: (state.page?.rows.length ?? 0) - before });
      },
      async refresh() {
        if (state.checking) return;
        set({ checking: true, askedNobody: null });
        const refreshed = surface.refresh();
        await act(refreshed);
        const result = await refreshed;
        const isIdle = result.ok && result.value.asked === 0 && result.value.leftOut.length > 0;
        set({ checking: false, askedNobody: isIdle ? result.value : null });
      },
      cancel: () => void surface.cancelRefresh(),
      knowFailures: () =>
        void act(surface.knowFailures((state.status?.longFailing ?? []).map(({ id }) => id))),
      open: (row, where) => void surface.openArticle(row, where).then(ask),
      mark: (row, read) => void act(surface.markRead([row.id], read)),
      markAll: () => void act(surface.markAllRead()),
      part: (articleId) => void correct('split', surface.splitStory([articleId])),
      beginJoin: (row) => set({ joining: row, corrected: null }),
      joinWith(row) {
        const [one, other] = [state.joining?.story, row.story];
        if (one && other) void correct('join', surface.joinStories([one.id, other.id]));
      },
      cancelJoin: () => set({ joining: null }),
      undo() {
        const { corrected } = state;
        set({ corrected: null });
        if (corrected) void act(surface.undoCorrection(corrected.bindingId));
      },
      allow: (hosts) => void act(surface.allowWaiting(hosts)),
      followThisTab: () => void act(surface.followThisTab()),
      relatedToThisTab: (done) =>
        void act(
          surface.relatedToThisTab().then((result) => {
            if (result.ok) done();
            return result;
          }),
        ),
      dismiss: () => set({ refused: null, askedNobody: null, corrected: null }),
    },
  };
}

/** The newest rows, in as many questions as it takes. */
async function newestRows(
  surface: Surface,
  wanted: number,
  since: number | null | undefined,
): Promise<Result<LatestPage>> {
  const first = await surface.latest(null, Math.min(wanted, MAX_ROWS_ASKED), since);
  if (!first.ok) return first;
  let page = first.value;
  while (page.next !== null && page.rows.length < wanted) {
    const limit = Math.min(wanted - page.rows.length, MAX_ROWS_ASKED);
    const answer = await surface.latest(page.next, limit, page.since);
    if (!answer.ok) return answer;
    page = { ...page, rows: [...page.rows, ...answer.value.rows], next: answer.value.next };
  }
  return { ok: true, value: page };
}

/** Runs `work` once at a time. Calls while it runs are answered by one more run after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return run();
    next ??= running.then(() => {
      next = null;
      return run();
    });
    return next;
  };
}
