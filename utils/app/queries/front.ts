/** What the popup draws before anything else is loaded. */
import { FRONT_STORIES, type Front, frontOf, SCREENFUL } from '../../model/front.ts';
import { loadSettings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { latest } from './latest.ts';
import { top } from './ranked.ts';
import { status } from './status.ts';

/**
 * The first rows of Latest and of Top at `now` (UTC ms); null where something else may stand above them, or in their place:
 * what is drawn first is where it stays.
 */
export async function front(db: Database, now: number): Promise<Front | null> {
  const { recovered, waitingHosts, longFailing, offline, failing, sources } = await status(db);
  const hasNote = recovered !== null || waitingHosts.length > 0 || longFailing.length > 0;
  if (hasNote || offline || failing >= sources) return null;
  const page = await latest(db, { after: null, limit: SCREENFUL * 2 });
  if (page.rows.length <= SCREENFUL) return null;
  return frontOf(await loadSettings(db), page, await top(db, { now, limit: FRONT_STORIES }), now);
}
