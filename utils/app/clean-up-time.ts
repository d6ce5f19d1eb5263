/** When a poll cleans up: asked at every one, apart from the code that does. */
import type { Database } from '../store/schema.ts';
import type { Deps } from './deps.ts';

/** A poll cleans up at most this often, in ms. */
const EVERY_MS = 3_600_000;

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
