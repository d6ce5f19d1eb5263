/** Sources as a reader changes them, one at a time, by the verbs of the product. */
import { changeSources } from '../../../utils/app/commands/change-sources.ts';
import { forgetRemoved } from '../../../utils/app/commands/forget-removed.ts';
import { removeSources } from '../../../utils/app/commands/remove-sources.ts';
import type { Deps } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { REMOVED_FOR_MS, type SourcePatch } from '../../../utils/model/feed.ts';
import type { Result } from '../../../utils/model/problem.ts';
import { createWorld, rss, type World } from './world.ts';

/** Changes one source; problem `not-found` where it is not followed. */
export function changeSource(deps: Deps, feedId: number, patch: SourcePatch): Promise<Result<null>> {
  return changeSources(deps, [{ feedId, patch }]);
}

/** Removes a source, and lets the time pass in which it could be had back; the world's own clock stays. */
export async function removeForGood(deps: Deps, feedId: number): Promise<Result<null>> {
  const removed = await removeSources(deps, [feedId]);
  await forgetRemoved({ ...deps, now: () => deps.now() + REMOVED_FOR_MS });
  return removed;
}

/** A world that follows these sources, with one report of each: "News of" and its host. */
export async function worldThatFollows(...urls: string[]): Promise<World> {
  const world = createWorld();
  const { addFeed } = createHandlers(world.deps);
  for (const url of urls) {
    world.answer(url, rss([{ title: `News of ${new URL(url).hostname}`, guid: '1', text: 'x' }]));
    await addFeed({ url });
  }
  return world;
}
