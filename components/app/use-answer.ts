import { useEffect, useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/model/problem.ts';
import type { Surface } from '../../utils/surface/surface.ts';
import { useLede } from './context.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface Answered<T> {
  /** The latest answer that could be had; null until the first. */
  readonly value: T | null;
  /** Why it could not be had when last asked. */
  readonly problem: Problem | null;
}

/**
 * What a surface answers, asked at once, after every change of the database (after a burst of them once), and when one of
 * `about` changes. `first` is what was answered before there was anything to draw.
 */
export function useAnswer<T>(
  ask: (surface: Surface) => Promise<Result<T>>,
  about: readonly unknown[] = [],
  first: T | null = null,
): Answered<T> {
  const { surface } = useLede();
  const [answered, setAnswered] = useState<Answered<T>>({ value: first, problem: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is made anew with each drawing, `about` says what of
  useEffect(() => {
    let isCurrent = true;
    const look = oneAtATime(async () => {
      const answer = await ask(surface);
      if (!isCurrent) return;
      setAnswered((before) =>
        answer.ok ? { value: answer.value, problem: null } : { ...before, problem: answer.problem },
      );
    });
    void look();
    const stop = surface.onChange(() => void look());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [surface, ...about]);
  return answered;
}
