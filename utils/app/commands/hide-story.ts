/** Hiding a story, or showing it again. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { hideStory } from '../../store/hide-story.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { tellStories } from './tell-stories.ts';

/** Hides a story with all that will be told of it, or no longer; problem `not-found` where it is gone. */
export async function hideOrNot(deps: Deps, storyId: number, hidden: boolean): Promise<Result<null>> {
  if (!(await hideStory(await deps.database(), storyId, hidden))) return fail('not-found');
  // Describes it anew: only then it leaves the lists.
  await tellStories(deps);
  await changed(deps);
  return ok(null);
}
