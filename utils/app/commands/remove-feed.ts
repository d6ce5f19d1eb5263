/** Following a source no longer. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { deleteFeed } from '../../store/delete-feed.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { packSearch } from './pack-search.ts';
import { tellStories } from './tell-stories.ts';

/** Removes a source with its articles; problem `not-found` where it is not followed. */
export async function removeFeed(deps: Deps, feedId: number): Promise<Result<null>> {
  if (!(await deleteFeed(await deps.database(), feedId))) return fail('not-found');
  await tellStories(deps);
  await changed(deps);
  void packSearch(deps);
  return ok(null);
}
