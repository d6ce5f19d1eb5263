/** The followed sources with how each stands. */
import { type Feed, feedName } from '../../model/feed.ts';
import type { SourceRow } from '../../model/view.ts';
import { allFeeds } from '../../store/feeds.ts';
import type { Database } from '../../store/schema.ts';
import { hostOf } from '../../text/host.ts';
import { waitsFor } from '../waits-for.ts';

const DAY_MS = 24 * 3_600_000;
const WEEK_DAYS = 7;
/** Publication times from which on a rate is stated. */
const ENOUGH_TIMES = 4;

/** All sources, in the order in which they were added. */
export async function sources(db: Database): Promise<SourceRow[]> {
  return (await allFeeds(db)).map(toRow);
}

/** A source as options lists it. */
export function toRow(feed: Feed): SourceRow {
  const { id, url, folder, lastSuccessAt, lastAttemptAt, failingSince, nextCheckAt, stopped } = feed;
  const { isPartlyRead, checkMinutes, stored, muted, uncounted, problem, redirect } = feed;
  const standing = { lastSuccessAt, lastAttemptAt, failingSince, nextCheckAt, stopped, isPartlyRead };
  return {
    ...{ id, url, folder, ...standing, checkMinutes, stored, muted, problem },
    ...(uncounted && { uncounted }),
    ...(feed.account && { isOnServer: true }),
    paused: feed.paused ?? false,
    preferred: feed.preferred ?? false,
    publisherTitle: feed.title,
    title: feedName(feed),
    host: hostOf(url),
    leadsTo: redirect?.url ?? null,
    waitsFor: waitsFor(feed),
    perDay: perDay(feed),
    week: weekOf(feed),
  };
}

/** By its latest articles up to the last check, so that silence counts too. */
function perDay({ recentAt, lastSuccessAt }: Feed): number | null {
  const oldest = recentAt.at(-1);
  if (oldest === undefined || lastSuccessAt === null || recentAt.length < ENOUGH_TIMES) return null;
  return (recentAt.length * DAY_MS) / Math.max(lastSuccessAt - oldest, DAY_MS / 24);
}

function weekOf({ use, lastAttemptAt }: Feed): SourceRow['week'] {
  const today = Math.floor((lastAttemptAt ?? 0) / DAY_MS);
  const week = use.filter(({ day }) => day > today - WEEK_DAYS);
  return {
    requests: week.reduce((sum, { requests }) => sum + requests, 0),
    bytes: week.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
