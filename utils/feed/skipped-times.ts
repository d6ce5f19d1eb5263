/** The hours and days in which a feed asks not to be read (RSS `skipHours`, `skipDays`; GMT). */
import type { FeedPace } from '../model/parsed-feed.ts';

const HOUR_MS = 3_600_000;
/** A week of hours: whoever is skipped throughout is not asked to wait at all. */
const MOST_HOURS = 7 * 24;

/**
 * `at` (UTC ms), or where it lies in skipped time a moment of the first hour after it that is not skipped.
 *
 * @param random 0 to 1: where in that hour
 */
export function afterSkipped(at: number, pace: FeedPace, random: number): number {
  if (!isSkipped(at, pace)) return at;
  const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
  for (let i = 1; i <= MOST_HOURS; i++) {
    const start = hour + i * HOUR_MS;
    if (!isSkipped(start, pace)) return start + random * (HOUR_MS - 1);
  }
  return at;
}

function isSkipped(at: number, { skipHours, skipDays }: FeedPace): boolean {
  const date = new Date(at);
  return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
}
