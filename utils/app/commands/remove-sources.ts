/** Following sources no longer, and the way back: for ten minutes they are only hidden, with all that was theirs. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { hideFeeds, showFeeds } from '../../store/removed.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { applyMutes } from './mute.ts';

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
