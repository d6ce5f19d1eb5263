/** Choosing several sources, and doing something to all of them with a way back. */
import { useState } from 'preact/hooks';
import type { TextKey } from '../../utils/i18n/catalogue.ts';
import { problemText } from '../../utils/i18n/problem.ts';
import type { SourceChange, SourcePatch } from '../../utils/model/feed.ts';
import type { Result } from '../../utils/model/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { useLede } from './context.ts';

/** What the last action came to, and how it is taken back; null where it cannot be. */
export interface Done {
  readonly words: string;
  readonly undo: (() => Promise<void>) | null;
}

type Counted = Extract<
  TextKey,
  'bulk.moved' | 'bulk.muted' | 'bulk.unmuted' | 'bulk.paused' | 'bulk.resumed' | 'bulk.removed'
>;

export interface Manage {
  readonly done: Done | null;
  /** Shows words that have no way back. */
  readonly say: (words: string) => void;
  readonly isSelected: (id: number) => boolean;
  /** Selects sources, or drops them from the selection. */
  readonly select: (ids: readonly number[], selected: boolean) => void;
  /** Of which more is told, and telling more of one or no longer; it stays so where the source is moved. */
  readonly isOpen: (id: number) => boolean;
  readonly toggle: (id: number) => void;
  /** Those that are selected and still there. */
  readonly selected: readonly SourceRow[];
  readonly change: (rows: readonly SourceRow[], patch: SourcePatch, said: Counted | null) => Promise<void>;
  readonly remove: (rows: readonly SourceRow[]) => Promise<void>;
}

/** What is chosen of these sources, what can be done to it, and the words that say what was done. */
export function useManage(rows: readonly SourceRow[]): Manage {
  const { surface, text } = useLede();
  const [done, setDone] = useState<Done | null>(null);
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const say = (words: string) => setDone(words === '' ? null : { words, undo: null });

  const tell = (result: Result<null>, words: string, back: () => Promise<Result<null>>) => {
    if (!result.ok) return say(problemText(text, result.problem));
    const undo = async () => {
      const undone = await back();
      say(undone.ok ? text('bulk.undone') : problemText(text, undone.problem));
    };
    setDone({ words, undo });
  };
  const change: Manage['change'] = async (changed, patch, said) => {
    const result = await surface.changeSources(changed.map(({ id }) => ({ feedId: id, patch })));
    const words = said === null ? text('setting.saved') : text(said, { n: changed.length });
    tell(result, words, () => surface.changeSources(changed.map((row) => asItWas(row, patch))));
  };
  const remove: Manage['remove'] = async (removed) => {
    const feedIds = removed.map(({ id }) => id);
    const result = await surface.unfollow(feedIds);
    const [first] = removed;
    const words =
      removed.length === 1 && first
        ? text('sources.removed', { name: first.title || first.host })
        : text('bulk.removed', { n: removed.length });
    if (result.ok) setIds((before) => withOrWithout(before, feedIds, false));
    tell(result, words, () => surface.restoreSources(feedIds));
  };
  return {
    done,
    say,
    isSelected: (id) => ids.has(id),
    select: (some, selected) => setIds((before) => withOrWithout(before, some, selected)),
    isOpen: (id) => opened.has(id),
    toggle: (id) => setOpened((before) => withOrWithout(before, [id], !before.has(id))),
    selected: ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id)),
    change,
    remove,
  };
}

function withOrWithout(before: ReadonlySet<number>, some: readonly number[], isIn: boolean): Set<number> {
  const after = new Set(before);
  for (const id of some)
    if (isIn) after.add(id);
    else after.delete(id);
  return after;
}

/** What takes a change of a source back. */
function asItWas(row: SourceRow, patch: SourcePatch): SourceChange {
  const { folder, muted, paused, preferred, uncounted = false, checkMinutes } = row;
  const ownTitle = row.title === row.publisherTitle ? null : row.title;
  const all = { ownTitle, folder, muted, paused, preferred, uncounted, checkMinutes };
  const names = Object.keys(patch) as (keyof SourcePatch)[];
  return { feedId: row.id, patch: Object.fromEntries(names.map((name) => [name, all[name]])) };
}
