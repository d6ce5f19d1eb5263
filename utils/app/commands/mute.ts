/** Muting sources and words, and what counts: what is stored already follows at once. */
import { fail, ok, type Result } from '../../model/problem.ts';
import type { Listing } from '../../store/article-writer.ts';
import { listFeed, muteSome } from '../../store/mutes.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { packSearch } from './pack-search.ts';
import { tellStories } from './tell-stories.ts';

/** Shows nothing of a source, or all of it again; problem `not-found` where it is not followed. */
export async function muteSource(deps: Deps, feedId: number, muted: boolean): Promise<Result<null>> {
  return list(deps, feedId, { muted });
}

/** Has a source count on the badge and above the line of what is new, or no longer; problem `not-found` likewise. */
export async function countSource(deps: Deps, feedId: number, counted: boolean): Promise<Result<null>> {
  return list(deps, feedId, { uncounted: !counted });
}

async function list(deps: Deps, feedId: number, listing: Partial<Listing>): Promise<Result<null>> {
  if (!(await listFeed(await deps.database(), feedId, listing))) return fail('not-found');
  await applyMutes(deps);
  return ok(null);
}

/**
 * Finds what is muted in what is stored, the newest first, so that what a page shows is right before the rest is. Does
 * nothing where nothing has changed; what a kill left is taken up by the next run.
 */
export async function applyMutes(deps: Deps): Promise<void> {
  const db = await deps.database();
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
