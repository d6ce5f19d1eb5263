/** What is muted, and what counts: what is stored already follows at once. */
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { packSearch } from './pack-search.ts';
import { tellStories } from './tell-stories.ts';

/**
 * Finds what is muted in what is stored, the newest first, so that what a page shows is right before the rest is. Does
 * nothing where nothing has changed; what a kill left is taken up by the next run.
 */
export async function applyMutes(deps: Deps): Promise<void> {
  const db = await deps.database();
  // Most starts find nothing changed: then neither this nor what reads words is loaded.
  if ((await db.get('records', 'muting')) === undefined) return;
  const { muteSome } = await import('../../store/mutes.ts');
  for (let isFirst = true; ; isFirst = false) {
    const result = await muteSome(db);
    if (result === 'nothing') return;
    if (result === 'more' && !isFirst) continue;
    // Stories are described anew by whoever tells them.
    await tellStories(deps);
    await changed(deps);
    if (result === 'more') continue;
    await packSearch(deps);
    return;
  }
}
