/** Top and Popular: the stories that most independent voices tell, each with its reason. */
import type { Story } from '../../model/story.ts';
import type { RankedPage } from '../../model/view.ts';
import { toldStories, underLeads } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { type Ranked, type RankOptions, rankPopular, rankTop, STALE } from '../../story/rank/top.ts';
import { storyRow } from './rows.ts';

const HOUR = 3_600_000;
/** Of fewer sources than this none can tell what several of them tell. */
const LEAST_SOURCES = 2;

export interface RankedRequest {
  /** UTC ms. */
  readonly now: number;
  readonly limit: number;
}

/** What the reader's sources tell now. */
export async function top(db: Database, { now, limit }: RankedRequest): Promise<RankedPage> {
  const previous = ((await db.get('records', 'topOrder')) as readonly number[] | undefined) ?? [];
  return page(db, { now, previous }, limit, STALE, (stories, options) => rankTop(stories, options));
}

/** What they told over a period, in hours. */
export async function popular(
  db: Database,
  { now, limit, hours }: RankedRequest & { readonly hours: number },
): Promise<RankedPage> {
  const period = hours * HOUR;
  return page(db, { now }, limit, period, (stories, options) => rankPopular(stories, options, period));
}

async function page(
  db: Database,
  known: Omit<RankOptions, 'followed'>,
  limit: number,
  period: number,
  rank: (stories: readonly Story[], options: RankOptions) => Ranked<Story>[],
): Promise<RankedPage> {
  const [followed, stories] = await Promise.all([db.count('feeds'), toldStories(db, known.now - period)]);
  if (followed < LEAST_SOURCES) return { kind: 'too-few-sources', followed };
  const ranked = rank(stories, { ...known, followed }).slice(0, limit);
  const listed = await underLeads(
    db,
    ranked.map((one) => one.story),
  );
  const byStory = new Map(listed.map((one) => [one.story.id, one]));
  const rows = ranked.flatMap(({ story, sources, reason }, at) => {
    const found = byStory.get(story.id);
    return found ? [{ ...storyRow(found), rank: at + 1, sources, reason }] : [];
  });
  return { kind: 'ranked', rows };
}
