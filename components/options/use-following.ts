import { useState } from 'preact/hooks';
import type { PackEntry } from '../../utils/model/pack.ts';
import type { Problem } from '../../utils/model/problem.ts';
import type { Followed } from '../../utils/surface/surface.ts';
import { useLede } from './context.ts';

/** A round of following: how many, what came of those that ended, and why it was not begun at all. */
export interface Round {
  readonly count: number;
  readonly ended: readonly Followed[];
  readonly busy: boolean;
  readonly problem: Problem | null;
}

export interface Following {
  /** Null before the first. */
  readonly round: Round | null;
  /** Begins a round. Must be called straight from a click: the browser grants access only from within it. */
  readonly follow: (entries: readonly PackEntry[]) => Promise<void>;
}

/** Following sources of packs, with how far it is. */
export function useFollowing(): Following {
  const { surface } = useLede();
  const [round, setRound] = useState<Round | null>(null);
  const follow = async (entries: readonly PackEntry[]) => {
    const answer = surface.followEntries(entries, (followed) =>
      setRound((before) => before && { ...before, ended: [...before.ended, followed] }),
    );
    setRound({ count: entries.length, ended: [], busy: true, problem: null });
    const result = await answer;
    setRound((before) => before && { ...before, busy: false, problem: result.ok ? null : result.problem });
  };
  return { round, follow };
}
