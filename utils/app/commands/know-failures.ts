/** The reader was told of sources that have been failing for days, and need not be told again. */
import { changeFeeds } from '../../store/feeds.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';

/** Remembers it until the source works again; what fails anew is told of anew. */
export async function knowFailures(deps: Deps, feedIds: readonly number[]): Promise<void> {
  await changeFeeds(await deps.database(), (feed) =>
    feedIds.includes(feed.id) && feed.failingSince !== null ? { ...feed, failureTold: true } : null,
  );
  await changed(deps);
}
