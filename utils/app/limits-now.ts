/** How long and how much is kept, as far as the clock is to be trusted. */
import { loadSettings } from '../store/records.ts';
import type { Limits } from '../store/retention.ts';
import type { Database } from '../store/schema.ts';
import { isClockTrusted, lastCleanUp } from './clean-up-time.ts';

/** The limits that the reader set; where the clock jumped lately, age is no reason. */
export async function limitsNow(db: Database, now: number): Promise<Limits> {
  const { keepDays, keepPerSource, keepArticles } = await loadSettings(db);
  const isTrusted = isClockTrusted(await lastCleanUp(db), now);
  return { keepDays: isTrusted ? keepDays : Number.POSITIVE_INFINITY, keepPerSource, keepArticles };
}
