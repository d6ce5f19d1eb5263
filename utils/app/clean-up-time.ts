/** When a poll cleans up: asked at every one, apart from the code that does. */
import type { Database } from '../store/schema.ts';
import type { Deps } from './deps.ts';

/** A poll cleans up at most this often, in ms. */
const EVERY_MS = 3_600_000;
/** A clock that moved by more than this since the last clean-up may be wrong, in ms: two weeks. */
const JUMP_MS = 14 * 24 * EVERY_MS;
/** For this long it is watched before anything is let go for its age, in ms. */
const WATCHED_MS = 24 * EVERY_MS;

/** What is remembered of clean-ups; UTC ms. */
export interface LastCleanUp {
  readonly at: number;
  /** When the clock was last seen to jump, by the clock after it; null if it never was. */
  readonly jumpedAt: number | null;
}

/** The clean-up before this one; null where there was none. */
export async function lastCleanUp(db: Database): Promise<LastCleanUp | null> {
  return ((await db.get('records', 'cleanUp')) as LastCleanUp | undefined) ?? null;
}

/** Whether an hour has passed since the last one, or the clock went back. */
export async function isTimeToCleanUp(deps: Deps): Promise<boolean> {
  const last = await lastCleanUp(await deps.database());
  const now = deps.now();
  return last === null || now < last.at || now >= last.at + EVERY_MS;
}

/** When the clock was last seen to jump, `now` included; UTC ms, or null. */
export function jumpedBy(last: LastCleanUp | null, now: number): number | null {
  return last && Math.abs(now - last.at) > JUMP_MS ? now : (last?.jumpedAt ?? null);
}

/** Whether age is a reason: after a jump ahead everything would look old, until the clock has run on for a day. */
export function isClockTrusted(last: LastCleanUp | null, now: number): boolean {
  const jumpedAt = jumpedBy(last, now);
  return jumpedAt === null || now - jumpedAt >= WATCHED_MS;
}
