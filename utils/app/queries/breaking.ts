/** What breaks now, and what a threshold would have raised over the stored past. */
import type { BreakingView } from '../../model/view.ts';
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

/** Stories that were alerted in the last hour and are unread, and the alerts of a threshold in the last week. */
export async function breaking(db: Database, request: BreakingRequest): Promise<BreakingView> {
  const { now } = request;
  const set = (await loadSettings(db)).breaking;
  const minutes = request.minutes ?? set.minutes;
  const sources = request.sources === undefined ? set.sources : request.sources;
  const threshold = sources === null ? await fitNow(db, minutes, now) : { sources, minutes };
  const told = await toldStories(db, now - FITTED_TO);
  const raised = raisedBy(told, threshold, now - FITTED_TO);
  const current = told.filter(({ alertedAt = 0 }) => alertedAt > now - HOUR);
  const listed = await underLeads(db, [...raised.map(({ story }) => story), ...current]);
  const byStory = new Map(listed.map((one) => [one.story.id, one]));
  return {
    threshold,
    isFitted: sources === null,
    now: current.flatMap(({ id }) => {
      const found = byStory.get(id);
      return found?.unread ? [storyRow(found)] : [];
    }),
    past: raised.flatMap(({ story, at }) => {
      const found = byStory.get(story.id);
      return found ? [{ ...storyRow(found), brokeAt: at }] : [];
    }),
  };
}
