/** Clean-up: letting go of articles that are over the reader's limits. */
import { letGo } from '../../store/retention.ts';
import { forgetRows } from '../../store/story-window.ts';
import { changed } from '../changed.ts';
import { isClockTrusted, jumpedBy, type LastCleanUp, lastCleanUp } from '../clean-up-time.ts';
import type { Deps } from '../deps.ts';
import { limitsNow } from '../limits-now.ts';
import { WINDOW } from '../load-engine.ts';
import { tellStories } from './tell-stories.ts';

/** Lets go of what is over the limits now. Running it twice lets go of no more. */
export async function cleanUp(deps: Deps): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const last = await lastCleanUp(db);
  const isTrusted = isClockTrusted(last, now);
  await db.put('records', { at: now, jumpedAt: jumpedBy(last, now) } satisfies LastCleanUp, 'cleanUp');
  const gone = await letGo(db, await limitsNow(db, now), now);
  if (isTrusted) await forgetRows(db, now - WINDOW.ms, WINDOW.articles);
  await tellStories(deps);
  if (gone > 0) await changed(deps);
}
