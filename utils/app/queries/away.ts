/** 'While you were away': what most independent sources told meanwhile. */
import type { RankedRow } from '../../model/view.ts';
import type { Database } from '../../store/schema.ts';
import { popular } from './ranked.ts';

const HOUR = 3_600_000;
/** How long a reader must have been away, in hours. */
const LEAST_HOURS = 8;
/** What was told longer ago is not caught up with. */
const MOST_HOURS = 24 * 14;
const MOST_STORIES = 10;

export interface AwayRequest {
  /** UTC ms. */
  readonly now: number;
  /** UTC ms of the visit before; null where there was none. */
  readonly since: number | null;
}

/** The ten stories of the time since the visit before; empty after less than eight hours. */
export async function away(db: Database, { now, since }: AwayRequest): Promise<readonly RankedRow[]> {
  const hours = since === null ? 0 : (now - since) / HOUR;
  if (hours < LEAST_HOURS) return [];
  const page = await popular(db, { now, limit: MOST_STORIES, hours: Math.min(hours, MOST_HOURS) });
  return page.kind === 'ranked' ? page.rows : [];
}
