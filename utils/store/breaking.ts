/** Stories that break: each is raised once, whatever becomes of it and of the background. */
import type { Story } from '../model/story.ts';
import { brokeAt, FITTED_TO, fitThreshold, MOST_A_DAY, type Threshold } from '../story/rank/breaking.ts';
import { allFeeds } from './feeds.ts';
import { toldStories } from './latest.ts';
import { loadSettings } from './records.ts';
import type { Database } from './schema.ts';
import type { StoryTransaction } from './story-stores.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/**
 * A story that broke longer ago than this, in ms, is no breaking news any more: Lede was closed, or it was muted. A report
 * may be seen so long after it was published and still be in time (`lateAfter`).
 */
const STALE = 3 * HOUR;

/** A fitted threshold with when it was fitted, UTC ms. */
interface Fitted {
  readonly at: number;
  readonly minutes: number;
  readonly sources: number;
}

/** What makes a story break now: as the reader set it, or fitted to his last week, once a day, and then remembered. */
export async function currentThreshold(db: Database, now: number): Promise<Threshold> {
  const { sources, minutes } = (await loadSettings(db)).breaking;
  if (sources !== null) return { sources, minutes };
  const stored = (await db.get('records', 'fitted')) as Fitted | undefined;
  const isFresh = stored && stored.minutes === minutes && now - stored.at < DAY && stored.at <= now;
  if (isFresh) return { sources: stored.sources, minutes };
  const fitted = await fitNow(db, minutes, now);
  await db.put('records', { at: now, ...fitted } satisfies Fitted, 'fitted');
  return fitted;
}

/** Fits a threshold to the last week anew. */
export async function fitNow(db: Database, minutes: number, now: number): Promise<Threshold> {
  const [stories, feeds] = await Promise.all([toldStories(db, now - FITTED_TO), allFeeds(db)]);
  const knownSince = Math.min(now, ...feeds.map(({ addedAt }) => addedAt));
  return fitThreshold(stories, { now, knownSince, followed: feeds.length, minutes });
}

/**
 * Of stories that were just written, marks those that break as alerted: such as were not before, those with most voices
 * first, and no more than three in any 24 hours. Gives them as they are then.
 */
export async function raiseWithin(
  tx: StoryTransaction,
  written: readonly Story[],
  threshold: Threshold,
  now: number,
): Promise<Story[]> {
  const broken = written.filter(({ voices, alertedAt, newestFirst }) => {
    const at = alertedAt === undefined && newestFirst !== null ? brokeAt(voices, threshold) : null;
    return at !== null && at > now - STALE && at <= now;
  });
  if (broken.length === 0) return [];
  const stored = (await tx.objectStore('records').get('alerts')) as readonly number[] | undefined;
  const lately = (stored ?? []).filter((at) => at > now - DAY);
  broken.sort((one, two) => two.voices.length - one.voices.length || one.id - two.id);
  const raised = broken
    .slice(0, Math.max(0, MOST_A_DAY - lately.length))
    .map((story) => ({ ...story, alertedAt: now }));
  for (const story of raised) await tx.objectStore('stories').put(story);
  await tx.objectStore('records').put([...lately, ...raised.map(() => now)], 'alerts');
  return raised;
}
