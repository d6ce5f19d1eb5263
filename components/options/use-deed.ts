/** Doing something by a button, and saying how it went. */
import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { useLede } from './context.ts';

export interface Deeds {
  /** Why the last one failed; null if it did not. */
  readonly problem: Problem | null;
  /** Grows with each that ended: what it may have changed is asked for anew. */
  readonly ended: number;
  readonly act: Act;
  /** Has asked anew what something else may have changed. */
  readonly again: () => void;
}

export type Act = (what: (surface: Surface) => Promise<Result<unknown>>) => void;

/** Deeds of a card. Each is begun within the click itself: the browser grants access only from there. */
export function useDeeds(): Deeds {
  const { surface } = useLede();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ended, setEnded] = useState(0);
  const act: Act = (what) => {
    void what(surface).then((result) => {
      setProblem(result.ok ? null : result.problem);
      setEnded((before) => before + 1);
    });
  };
  return { problem, ended, act, again: () => setEnded((before) => before + 1) };
}
