/** Clean-up: letting go of articles that are over the reader's limits. */
import { loadSettings } from '../../store/records.ts';
import { letGo } from '../../store/retention.ts';
import { forgetRows } from '../../store/story-window.ts';
import { changed } from '../changed.ts';
import { type LastCleanUp, lastCleanUp } from '../clean-up-time.ts';
import type { Deps } from '../deps.ts';
import { WINDOW } from '../load-engine.ts';
import { tellStories } from './tell-stories.ts';

/** A clock that moved by more than this since the last clean-up may be wrong, in ms: two weeks. */
const JUMP_MS = 14 * 24 * 3_600_000;
/** For this long it is watched before anything is let go for its age, in ms. */
const WATCHED_MS = 24 * 3_600_000;

/** Lets go of what is over the limits now. Running it twice lets go of no more. */
export async function cleanUp(deps: Deps): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const last = await lastCleanUp(db);
  const jumpedAt = last && Math.abs(now - last.at) > JUMP_MS ? now : (last?.jumpedAt ?? null);
  await db.put('records', { at: now, jumpedAt } satisfies LastCleanUp, 'cleanUp');
  const { keepDays, ...limits } = await loadSettings(db);
  // After a jump ahead everything would look old: until the clock has run on for a day, age is no reason.
  const isTrusted = jumpedAt === null || now - jumpedAt >= WATCHED_MS;
  const gone = await letGo(db, { ...limits, keepDays: isTrusted ? keepDays : Number.POSITIVE_INFINITY }, now);
  if (isTrusted) await forgetRows(db, now - WINDOW.ms, WINDOW.articles);
  await tellStories(deps);
  if (gone > 0) await changed(deps);
}
