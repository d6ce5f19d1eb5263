/** Every article gets its story: what was stored and is in none yet is put into one, in the order in which it came. */

import { assignStories, hasUntold } from '../../store/assign-stories.ts';
import type { Deps } from '../deps.ts';
import { describingFor } from '../describing.ts';

/** How often a window that others change meanwhile is loaded anew before it is left to the next run. */
const MOST_RELOADS = 3;

/**
 * Safe to run at any time and twice: what a kill left without a story is taken up by the next run, and how the articles
 * were cut into runs makes no difference. Never rejects: articles that cannot be told now wait for the next run.
 */
export function tellStories(deps: Deps): Promise<void> {
  return deps.stories.alone(async () => {
    try {
      for (let reloads = 0; reloads < MOST_RELOADS; ) {
        const result = await tellSome(deps);
        if (result === 'done') return;
        if (result === 'outdated') reloads += 1;
      }
    } catch (error) {
      // The engine may be ahead of what is stored.
      deps.stories.forget();
      console.error('stories failed', error);
    }
  });
}

/** One transaction's worth. */
async function tellSome(deps: Deps): Promise<'done' | 'more' | 'outdated'> {
  const db = await deps.database();
  // The engine is not loaded for nothing.
  if (!(await hasUntold(db))) return 'done';
  const [engine, describe] = await Promise.all([
    deps.stories.engine(db, deps.storyData),
    describingFor(deps, db),
  ]);
  const result = await assignStories(db, engine, describe, deps.now());
  if (result === 'outdated') deps.stories.forget();
  return result;
}
