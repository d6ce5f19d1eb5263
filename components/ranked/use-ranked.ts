import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../utils/model/problem.ts';
import type { RankedPage } from '../../utils/model/view.ts';
import { useLede } from '../app/context.ts';

/** Places that a list shows. */
const PLACES = 30;

/** What Top or, over a period in hours, Popular shows; asked anew after every change. */
export interface RankedState {
  /** Null until the first answer. */
  readonly page: RankedPage | null;
  /** Why it could not be had when last asked. */
  readonly problem: Problem | null;
}

/** Top where `hours` is null, else Popular over so many hours. */
export function useRanked(hours: number | null): RankedState {
  const { surface } = useLede();
  const [state, setState] = useState<RankedState>({ page: null, problem: null });
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const answer = await (hours === null ? surface.top(PLACES) : surface.popular(PLACES, hours));
      if (!isCurrent) return;
      setState((before) =>
        answer.ok ? { page: answer.value, problem: null } : { ...before, problem: answer.problem },
      );
    };
    void ask();
    const stop = surface.onChange(() => void ask());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [surface, hours]);
  return state;
}
