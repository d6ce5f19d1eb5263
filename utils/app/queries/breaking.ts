/** What breaks now, and what a threshold would have raised over the stored past. */
import type { BreakingView, LatestRow } from '../../model/view.ts';
import { fitNow } from '../../store/breaking.ts';
import { toldStories, underLeads } from '../../store/latest.ts';
import { loadSettings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { FITTED_TO, raisedBy } from '../../story/rank/breaking.ts';
import { storyRow } from './rows.ts';

const HOUR = 3_600_000;

export interface BreakingRequest {
  /** UTC ms. */
  readonly now: number;
  /** A threshold to try; absent or null: what is set, or fits the reader's last week. */
  readonly sources?: number | null | undefined;
  readonly minutes?: number | undefined;
}

/** Stories that were alerted in the last hour and are unread, if the ticker is to show them: a few rows, asked whenever a popup opens. */
export async function breaking(db: Database, { now }: { readonly now: number }): Promise<LatestRow[]> {
  if (!(await loadSettings(db)).alertBy.breaking.ticker) return [];
  // An alert is raised within three hours after the last of the reports that made the story break.
  const told = await toldStories(db, now - 4 * HOUR);
  const current = told.filter(({ alertedAt = 0 }) => alertedAt > now - HOUR);
  return (await underLeads(db, current)).filter(({ unread }) => unread).map(storyRow);
}

/** What a threshold would have raised in the last week. */
export async function breakingPast(db: Database, request: BreakingRequest): Promise<BreakingView> {
  const { now } = request;
  const set = (await loadSettings(db)).breaking;
  const minutes = request.minutes ?? set.minutes;
  const sources = request.sources === undefined ? set.sources : request.sources;
  const threshold = sources === null ? await fitNow(db, minutes, now) : { sources, minutes };
  const raised = raisedBy(await toldStories(db, now - FITTED_TO), threshold, now - FITTED_TO);
  const listed = await underLeads(
    db,
    raised.map(({ story }) => story),
  );
  const byStory = new Map(listed.map((one) => [one.story.id, one]));
  return {
    threshold,
    isFitted: sources === null,
    past: raised.flatMap(({ story, at }) => {
      const found = byStory.get(story.id);
      return found ? [{ ...storyRow(found), brokeAt: at }] : [];
    }),
  };
}
