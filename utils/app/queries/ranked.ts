/** Top and Popular: the stories that most independent voices tell, each with its reason. */
import type { Story } from '../../model/story.ts';
import type { RankedPage } from '../../model/view.ts';
import { type ListedStory, toldStories, underLeads } from '../../store/latest.ts';
import { narrowTo } from '../../store/narrowed.ts';
import { loadSettings } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { type Ranked, type RankOptions, rankPopular, rankTop, STALE } from '../../story/rank/top.ts';
import { primaryLanguage } from '../../text/language-tag.ts';
import { languageOf } from './news-language.ts';
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
  const found = await ranked(db, { now, previous: await shownBefore(db) }, STALE, rankTop);
  return page(db, found, limit);
}

/** The numbers of the stories of Top in their order, at most `limit`; empty where too few sources are followed. */
export async function topOrder(db: Database, { now, limit }: RankedRequest): Promise<number[]> {
  const found = await ranked(db, { now, previous: await shownBefore(db) }, STALE, rankTop);
  return Array.isArray(found) ? found.slice(0, limit).map(({ story }) => story.id) : [];
}

async function shownBefore(db: Database): Promise<readonly number[]> {
  return ((await db.get('records', 'topOrder')) as readonly number[] | undefined) ?? [];
}

/** What they told over a period, in hours. */
export async function popular(
  db: Database,
  { now, limit, hours }: RankedRequest & { readonly hours: number },
): Promise<RankedPage> {
  const period = hours * HOUR;
  const rank: Rank = (stories, options) => rankPopular(stories, options, period);
  return page(db, await ranked(db, { now }, period, rank), limit);
}

type TooFew = Extract<RankedPage, { kind: 'too-few-sources' }>;
type Rank = (stories: readonly Story[], options: RankOptions) => Ranked<Story>[];

/** What was told over a period (ms), by rank. */
async function ranked(
  db: Database,
  known: Omit<RankOptions, 'followed'>,
  period: number,
  rank: Rank,
): Promise<Ranked<Story>[] | TooFew> {
  const [followed, stories] = await Promise.all([db.count('feeds'), toldStories(db, known.now - period)]);
  if (followed < LEAST_SOURCES) return { kind: 'too-few-sources', followed };
  return rank(stories, { ...known, followed });
}

/** The first of them that are told in the reader's chosen language, each under its best headline in it. */
async function page(db: Database, found: Ranked<Story>[] | TooFew, limit: number): Promise<RankedPage> {
  if (!Array.isArray(found)) return found;
  const { language } = languageOf(await loadSettings(db));
  const told =
    language === undefined ? found : found.filter(({ story }) => story.languages.includes(language));
  const first = told.slice(0, limit);
  const listed = await headlinesOf(
    db,
    first.map((one) => one.story),
    language,
  );
  const byStory = new Map(listed.map((one) => [one.story.id, one]));
  const rows = first.flatMap(({ story, sources, reason }, at) => {
    const row = byStory.get(story.id);
    return row ? [{ ...storyRow(row), rank: at + 1, sources, reason }] : [];
  });
  return { kind: 'ranked', rows };
}

async function headlinesOf(
  db: Database,
  stories: readonly Story[],
  language: string | undefined,
): Promise<ListedStory[]> {
  const leads = await underLeads(db, stories);
  if (language === undefined) return leads;
  const narrowed = await narrowTo(db, stories, { language });
  const inLanguage = new Map(narrowed.map((one) => [one.story.id, one]));
  const speaks = ({ article, feed }: ListedStory): boolean =>
    primaryLanguage(article.language ?? feed?.language) === language;
  return leads.map((lead) => (speaks(lead) ? lead : (inLanguage.get(lead.story.id) ?? lead)));
}
