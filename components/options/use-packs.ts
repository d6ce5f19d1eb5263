import { useEffect, useState } from 'preact/hooks';
import type { PackEntry, Packs } from '../../utils/model/pack.ts';
import type { Problem } from '../../utils/model/problem.ts';
import { useLede } from './context.ts';
import type { Sources } from './use-sources.ts';

/** The starter packs; null until they are read. */
export interface KnownPacks {
  readonly packs: Packs | null;
  readonly problem: Problem | null;
}

/** Reads the packs from the package, once for as long as the pane is open. */
export function usePacks(): KnownPacks {
  const { surface } = useLede();
  const [known, setKnown] = useState<KnownPacks>({ packs: null, problem: null });
  useEffect(() => {
    void surface
      .packs()
      .then((answer) =>
        setKnown(
          answer.ok ? { packs: answer.value, problem: null } : { packs: null, problem: answer.problem },
        ),
      );
  }, [surface]);
  return known;
}

/** What can be done about an entry: it can be chosen, or is followed already. */
export type Standing = 'open' | 'followed';

export interface Choice {
  standingOf(entry: PackEntry): Standing;
  isChosen(entry: PackEntry): boolean;
  /** Chooses or drops those of the entries that can be chosen. */
  choose(entries: readonly PackEntry[], chosen: boolean): void;
}

/** Which entries the reader chose; what is followed meanwhile is chosen no longer. */
export function useChoice({ rows }: Sources): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const followed = new Set(rows?.map((row) => row.url));
  const standingOf = (entry: PackEntry): Standing => {
    const isFollowed = entry.discovery
      ? rows?.some(({ host }) => entry.feedHosts.includes(host))
      : entry.feeds.some((url) => followed.has(url));
    return isFollowed ? 'followed' : 'open';
  };
  return {
    standingOf,
    isChosen: (entry) => ids.has(entry.id) && standingOf(entry) === 'open',
    choose(entries, chosen) {
      const names = entries.filter((entry) => standingOf(entry) === 'open').map((entry) => entry.id);
      setIds((before) => (chosen ? new Set([...before, ...names]) : without(before, names)));
    },
  };
}

function without(ids: ReadonlySet<string>, names: readonly string[]): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !names.includes(id)));
}
