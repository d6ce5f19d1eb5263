/** Every article gets its story: what was stored and is in none yet is put into one, in the order in which it came. */

import { assignStories, hasUntold, type Told } from '../../store/assign-stories.ts';
import { currentThreshold } from '../../store/breaking.ts';
import type { Deps } from '../deps.ts';
import { describingFor } from '../describing.ts';
import { showNotifications } from './show-notifications.ts';

/** How often a window that others change meanwhile is loaded anew before it is left to the next run. */
const MOST_RELOADS = 3;

/**
 * Safe to run at any time and twice: what a kill left without a story is taken up by the next run, and how the articles
 * were cut into runs makes no difference. Gives whether anything was told. Never rejects: articles that cannot be told
 * now wait for the next run.
 */
export function tellStories(deps: Deps): Promise<boolean> {
  return deps.stories.alone(async () => {
    let told = false;
    try {
      for (let reloads = 0; reloads < MOST_RELOADS; ) {
        const result = await tellSome(deps);
        if (result === 'nothing') break;
        if (result === 'outdated') reloads += 1;
        else told = true;
        if (result === 'done') break;
      }
    } catch (error) {
      // The engine may be ahead of what is stored.
      deps.stories.forget();
      console.error('stories failed', error);
    }
    if (told) await showNotifications(deps);
    return told;
  });
}

/** One transaction's worth. */
async function tellSome(deps: Deps): Promise<Told | 'nothing'> {
  const db = await deps.database();
  // The engine is not loaded for nothing.
  if (!(await hasUntold(db))) return 'nothing';
  const now = deps.now();
  const [engine, describe, threshold] = await Promise.all([
    deps.stories.engine(db, deps.storyData),
    describingFor(deps, db),
    currentThreshold(db, now),
  ]);
  const told = await assignStories(db, engine, { describe, threshold, now });
  if (told === 'outdated') deps.stories.forget();
  return told;
}
