/** Marking articles: read or unread, saved or not. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { markAllArticles, undoMarkAll } from '../../store/mark-all.ts';
import { markArticles, saveArticles } from '../../store/marks.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { sendMarksSoon } from '../send-marks-soon.ts';

/** Marks articles; ids that are unknown are passed over. */
export async function markRead(deps: Deps, articleIds: readonly number[], read: boolean): Promise<void> {
  await markArticles(await deps.database(), articleIds, read, deps.now());
  await changed(deps);
  await sendMarksSoon(deps);
}

/** Marks everything that is stored now as read; gives the time by which that is taken back. */
export async function markAllRead(deps: Deps): Promise<Result<{ markedAt: number }>> {
  const markedAt = await markAllArticles(await deps.database(), deps.now());
  await changed(deps);
  await sendMarksSoon(deps);
  return ok({ markedAt });
}

/** Takes the last "mark all" back; problem `not-found` where it is not the one of that time. */
export async function takeMarkAllBack(deps: Deps, markedAt: number): Promise<Result<null>> {
  if (!(await undoMarkAll(await deps.database(), markedAt, deps.now()))) return fail('not-found');
  await changed(deps);
  await sendMarksSoon(deps);
  return ok(null);
}

/** Saves articles, which are then never let go, or no longer; ids that are unknown are passed over. */
export async function saveOrNot(deps: Deps, articleIds: readonly number[], saved: boolean): Promise<void> {
  await saveArticles(await deps.database(), articleIds, saved, deps.now());
  await changed(deps);
  await sendMarksSoon(deps);
}
