/** Marking articles: read or unread, saved or not. */
import { markAllArticles, markArticles, saveArticles } from '../../store/marks.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';

/** Marks articles; ids that are unknown are passed over. */
export async function markRead(deps: Deps, articleIds: readonly number[], read: boolean): Promise<void> {
  await markArticles(await deps.database(), articleIds, read, deps.now());
  await changed(deps);
}

/** Marks everything that is stored now as read. */
export async function markAllRead(deps: Deps): Promise<void> {
  await markAllArticles(await deps.database(), deps.now());
  await changed(deps);
}

/** Saves articles, which are then never let go, or no longer; ids that are unknown are passed over. */
export async function saveOrNot(deps: Deps, articleIds: readonly number[], saved: boolean): Promise<void> {
  await saveArticles(await deps.database(), articleIds, saved, deps.now());
  await changed(deps);
}
