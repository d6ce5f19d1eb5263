/** Deleting for good what the reader removed. */
import { REMOVED_FOR_MS } from '../../model/feed.ts';
import { hasRemoved } from '../../store/feeds.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { tellStories } from './tell-stories.ts';

/** Deletes for good what was removed long enough ago. Running it twice deletes no more. */
export async function forgetRemoved(deps: Deps): Promise<void> {
  const db = await deps.database();
  const before = deps.now() - REMOVED_FOR_MS;
  if (!(await hasRemoved(db, before))) return;
  const gone = await (await import('../../store/removed.ts')).purgeRemoved(db, before);
  if (gone === 0) return;
  await tellStories(deps);
  await changed(deps);
}
