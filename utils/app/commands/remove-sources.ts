/** Following sources no longer, and the way back: for ten minutes they are only hidden, with all that was theirs. */
import { REMOVED_FOR_MS } from '../../model/feed.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { hideFeeds, purgeRemoved, showFeeds } from '../../store/removed.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { applyMutes } from './mute.ts';
import { armNextPoll } from './poll.ts';
import { tellStories } from './tell-stories.ts';

/** Removes sources; problem `not-found` where none of them is followed. */
export async function removeSources(deps: Deps, ids: readonly number[]): Promise<Result<null>> {
  if ((await hideFeeds(await deps.database(), ids, deps.now())) === 0) return fail('not-found');
  return follow(deps);
}

/** Brings removed sources back, articles and marks with them; problem `not-found` where all of them are gone. */
export async function restoreSources(deps: Deps, ids: readonly number[]): Promise<Result<null>> {
  if ((await showFeeds(await deps.database(), ids, deps.now())) === 0) return fail('not-found');
  await armNextPoll(deps);
  return follow(deps);
}

async function follow(deps: Deps): Promise<Result<null>> {
  await changed(deps);
  await applyMutes(deps);
  return ok(null);
}

/** Deletes for good what was removed long enough ago. Running it twice deletes no more. */
export async function forgetRemoved(deps: Deps): Promise<void> {
  const gone = await purgeRemoved(await deps.database(), deps.now() - REMOVED_FOR_MS);
  if (gone === 0) return;
  await tellStories(deps);
  await changed(deps);
}
