import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../utils/model/problem.ts';
import type { SourceRow } from '../../utils/model/view.ts';
import { oneAtATime } from '../app/one-at-a-time.ts';
import { useLede } from './context.ts';

/** All sources as last asked for. */
export interface Sources {
  /** Null until the first answer. */
  readonly rows: readonly SourceRow[] | null;
  /** Why they could not be had when last asked. */
  readonly problem: Problem | null;
}

/** The sources, asked for again after every change of the database; after a burst of changes once. */
export function useSources(): Sources {
  const { surface } = useLede();
  const [sources, setSources] = useState<Sources>({ rows: null, problem: null });
  useEffect(() => {
    const read = async () => {
      const answer = await surface.sources();
      setSources((before) =>
        answer.ok ? { rows: answer.value, problem: null } : { rows: before.rows, problem: answer.problem },
      );
    };
    const ask = oneAtATime(read);
    void ask();
    return surface.onChange(() => void ask());
  }, [surface]);
  return sources;
}
