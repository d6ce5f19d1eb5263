/** Renaming, moving, muting, pausing and preferring sources, one or many at once. */
import type { SourceChange } from '../../model/feed.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { changeSources as store } from '../../store/change-sources.ts';
import { loadSettings } from '../../store/records.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { syncSoon } from '../sync-soon.ts';
import { bringForward } from './bring-forward.ts';
import { applyMutes } from './mute.ts';
import { tellStories } from './tell-stories.ts';

/** Changes sources all at once; problem `not-found` where none of them is followed. What is shown follows. */
export async function changeSources(deps: Deps, changes: readonly SourceChange[]): Promise<Result<null>> {
  const db = await deps.database();
  const done = await store(db, changes, deps.now());
  if (done.count === 0) return fail('not-found');
  if (done.intervals) await bringForward(deps, (await loadSettings(db)).checkMinutes);
  if (done.wakes) await armNextPoll(deps);
  await changed(deps);
  if (done.orders) await syncSoon(deps);
  if (done.mutes) await applyMutes(deps);
  if (done.leads && (await tellStories(deps))) await changed(deps);
  return ok(null);
}
