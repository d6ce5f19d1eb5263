/** What a reader can do with Latest, each as what is asked of the surface and what it changes of the state. */
import { OFFERED_MS } from '../../utils/model/account.ts';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import type { LatestActions, LatestState, Undoable } from './state.ts';

/** What the controller lends to the actions. */
export interface Workings {
  readonly surface: Surface;
  state(): LatestState;
  set(patch: Partial<LatestState>): void;
  /** Asks for rows and status. `all`: also shows the rows that would wait. */
  ask(show?: 'all'): Promise<void>;
  /** Asks for one more page of rows. */
  askMore(): Promise<void>;
}

/** What the list, its rows and its notes call; each works on the state that it is handed. */
export function createActions(workings: Workings): LatestActions {
  const { surface, state, set, ask } = workings;

  /** Does something, tells why it did not work, and asks anew. */
  const act = async <T>(work: Promise<Result<T>>, show?: 'all'): Promise<Result<T>> => {
    const result = await work;
    set({ refused: result.ok ? null : result.problem });
    await ask(show);
    return result;
  };
  /** The same for what can be taken back. */
  const actUndoably = async <T>(
    work: Promise<Result<T>>,
    undoable: (value: T) => Undoable,
    show?: 'all',
  ): Promise<void> => {
    const result = await act(work, show);
    set({ undoable: result.ok ? undoable(result.value) : null });
  };
  const bound = (kind: 'split' | 'join', work: Promise<Result<{ readonly bindingId: number }>>) =>
    actUndoably(
      work,
      ({ bindingId }) => ({ kind, name: '', undo: () => surface.undoCorrection(bindingId) }),
      'all',
    );

  return {
    async more() {
      const before = state().page?.rows.length ?? 0;
      await workings.askMore();
      set({ added: (state().page?.rows.length ?? 0) - before });
    },
    showNew: () => void ask('all'),
    narrow(narrowing) {
      set({ narrowing });
      void ask('all');
    },
    widen() {
      set({ narrowing: {} });
      if (state().status?.newsLanguage === 'all') void ask('all');
      else void act(surface.changeSettings({ newsLanguage: 'all' }), 'all');
    },
    chooseLanguage: (newsLanguage) => void act(surface.changeSettings({ newsLanguage }), 'all'),
    async refresh() {
      if (state().checking) return;
      set({ checking: true, askedNobody: null });
      const result = await act(surface.refresh(), 'all');
      const isIdle = result.ok && result.value.asked === 0 && result.value.leftOut.length > 0;
      set({ checking: false, askedNobody: isIdle ? result.value : null });
    },
    cancel: () => void surface.cancelRefresh(),
    knowRecovery: () => void act(surface.knowRecovery()),
    knowFailures: () =>
      void act(surface.knowFailures((state().status?.longFailing ?? []).map(({ id }) => id))),
    open: (row, where) => void surface.openArticle(row, where).then(() => ask()),
    openSite: (row) => void surface.openArticle(row, 'site').then(() => ask()),
    mark: (row, read) => void act(surface.markRead([row.id], read)),
    save: (row, saved) => void act(surface.saveArticles([row.id], saved)),
    async markAll() {
      await actUndoably(surface.markAllRead(), ({ markedAt }) => ({
        kind: 'mark-all',
        name: '',
        undo: () => surface.undoMarkAll(markedAt),
      }));
      // After that the account's server is told of it.
      const { undoable } = state();
      setTimeout(() => state().undoable === undoable && set({ undoable: null }), OFFERED_MS);
    },
    hide(row) {
      const { story, title } = row;
      if (story === null) return;
      const undo = () => surface.hideStory(story.id, false);
      void actUndoably(surface.hideStory(story.id, true), () => ({ kind: 'hide', name: title, undo }));
    },
    muteSource({ source }) {
      const mute = (muted: boolean) => surface.changeSources([{ feedId: source.id, patch: { muted } }]);
      const undo = () => mute(false);
      void actUndoably(mute(true), () => ({ kind: 'mute-source', name: source.name, undo }));
    },
    chooseWord: (muting) => set({ muting, undoable: null }),
    muteWord(word) {
      set({ muting: null });
      void actUndoably(
        changeWords(surface, (words) => [...words, word]),
        () => ({
          kind: 'mute-word',
          name: word,
          undo: () => changeWords(surface, (words) => words.filter((known) => known !== word)),
        }),
      );
    },
    part: (articleId) => void bound('split', surface.splitStory([articleId])),
    beginJoin: (row) => set({ joining: row, undoable: null }),
    async joinWith(row) {
      const [one, other] = [state().joining?.story, row.story];
      if (!one || !other) return;
      await bound('join', surface.joinStories([one.id, other.id]));
      set({ joining: null });
    },
    cancelJoin: () => set({ joining: null }),
    undo() {
      const { undoable } = state();
      set({ undoable: null });
      if (undoable) void act(undoable.undo(), 'all');
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
    dismiss: () => set({ refused: null, askedNobody: null, undoable: null }),
  };
}

/** Changes the muted words as they are at this moment, whoever changed them last. */
async function changeWords(
  surface: Surface,
  change: (words: readonly string[]) => readonly string[],
): Promise<Result<null> | { readonly ok: false; readonly problem: Problem }> {
  const settings = await surface.settings();
  if (!settings.ok) return settings;
  return surface.changeSettings({ mutedWords: [...new Set(change(settings.value.mutedWords))] });
}
