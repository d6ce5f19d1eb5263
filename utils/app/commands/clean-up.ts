/** Clean-up: letting go of articles that are over the reader's limits. */
import { loadSettings } from '../../store/records.ts';
import { letGo } from '../../store/retention.ts';
import { forgetRows } from '../../store/story-window.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { WINDOW } from '../load-engine.ts';
import { tellStories } from './tell-stories.ts';

/** A poll cleans up at most this often, in ms. */
const EVERY_MS = 3_600_000;
/** A clock that moved by more than this since the last clean-up may be wrong, in ms: two weeks. */
const JUMP_MS = 14 * 24 * 3_600_000;
/** For this long it is watched before anything is let go for its age, in ms. */
const WATCHED_MS = 24 * 3_600_000;

/** What is remembered of clean-ups; UTC ms. */
interface LastCleanUp {
  readonly at: number;
  /** When the clock was last seen to jump, by the clock after it; null if it never was. */
  readonly jumpedAt: number | null;
}

/** Lets go of what is over the limits now. Running it twice lets go of no more. */
export async function cleanUp(deps: Deps): Promise<void> {
  const db = await deps.database();
  const now = deps.now();
  const last = asLastCleanUp(await db.get('records', 'cleanUp'));
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

/** The clean-up that goes along with polling, once an hour. */
export async function cleanUpNowAndThen(deps: Deps): Promise<void> {
  const last = asLastCleanUp(await (await deps.database()).get('records', 'cleanUp'));
  const now = deps.now();
  if (last === null || now < last.at || now >= last.at + EVERY_MS) await cleanUp(deps);
}

function asLastCleanUp(stored: unknown): LastCleanUp | null {
  return (stored as LastCleanUp | undefined) ?? null;
}
