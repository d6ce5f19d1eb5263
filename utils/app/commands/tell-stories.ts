/** Every article gets its story: what was stored and is in none yet is put into one, in the order in which it came. */

import type { Told } from '../../store/assign-stories.ts';
import { hasUntold } from '../../store/untold.ts';
import type { Deps } from '../deps.ts';
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
  // The engine is not loaded for nothing, neither its memory nor its code.
  if (!(await hasUntold(db))) return 'nothing';
  return (await import('../tell-some.ts')).tellSome(deps, db);
}
