/** How often one source is asked. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { changeFeed } from '../../store/feeds.ts';
import { loadSettings } from '../../store/records.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { bringForward } from './bring-forward.ts';

/** Sets a source's own interval in minutes, or null for that of all; problem `not-found` where it is not followed. */
export async function changeInterval(
  deps: Deps,
  feedId: number,
  checkMinutes: number | null,
): Promise<Result<null>> {
  const db = await deps.database();
  if (!(await changeFeed(db, feedId, (feed) => ({ ...feed, checkMinutes })))) return fail('not-found');
  await bringForward(deps, (await loadSettings(db)).checkMinutes);
  await changed(deps);
  return ok(null);
}
