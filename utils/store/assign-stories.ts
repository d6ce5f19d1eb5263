/** Putting articles into stories: what was stored since the last time, in its order, in one transaction. */
import { type Article, articleTime, isRead, type Mark } from '../model/article.ts';
import type { Feed } from '../model/feed.ts';
import type { Join } from '../model/story.ts';
import { ownerOf } from '../story/owner.ts';
import type { Threshold } from '../story/rank/breaking.ts';
import type { Assignment, Stories, StoryArticle } from '../story/stories.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { asAllRead } from './records.ts';
import type { Database } from './schema.ts';
import { STORY_STORES, type StoryTransaction } from './story-stores.ts';
import { appendRows, type WindowRow } from './story-window.ts';
import { type Describe, StoryWriter } from './story-writer.ts';
import { untold } from './untold.ts';
import { whole } from './whole.ts';

/** Articles of one transaction: about 50 ms, so that nothing waits long for the database. */
const AT_ONCE = 100;
const STALE_AT_ONCE = 50;
/** Numbers of articles that lie so near one another that all marks between them are read at once. */
const LONG_STRETCH = 5 * AT_ONCE;

/** The engine in memory, and the revision of the stored window that it stands for. */
export interface Engine {
  readonly stories: Stories;
  revision: number;
  /** The number of the latest story; a new one gets the next. */
  lastStory: number;
  /** Articles that it took in since it was last stored as a whole; null where it may no longer be stored. */
  newer: number | null;
}

export interface Telling {
  readonly describe: Describe;
  /** What makes a story break. */
  readonly threshold: Threshold;
  /** UTC ms. */
  readonly now: number;
}

/**
 * What came of telling. `more`: there may be other articles. `outdated`: another background changed the window
 * meanwhile; the engine must be loaded anew, and nothing was written.
 */
export type Told = 'done' | 'more' | 'outdated';

/** Assigns the oldest articles that are in no story, and raises the alerts that follow. */
export function assignStories(db: Database, engine: Engine, telling: Telling): Promise<Told> {
  const tx = db.transaction([...STORY_STORES], 'readwrite');
  return whole(tx, () => assignWithin(tx, engine, telling));
}

async function assignWithin(
  tx: StoryTransaction,
  engine: Engine,
  { describe, threshold, now }: Telling,
): Promise<Told> {
  const counters = tx.objectStore('counters');
  if (((await counters.get('storyRevision')) ?? 0) !== engine.revision) return 'outdated';
  const waiting = untold(await counters.get('toldUpTo'));
  const articles = await tx.objectStore('articles').index('byStory').getAll(waiting, AT_ONCE);
  const stale = await tx.objectStore('stories').index('byStale').getAllKeys(null, STALE_AT_ONCE);
  if (articles.length + stale.length === 0) return 'done';
  const writer = await StoryWriter.within(tx, describe, now);
  for (const story of stale) await writer.touch(story);
  const { rows, joins } = await assignAll(tx, writer, engine, articles);
  await appendRows(tx, rows, joins);
  await raiseAlerts(tx, { stories: await writer.finish(), articles, threshold, now });
  const last = articles.at(-1);
  if (last) await counters.put(last.id, 'toldUpTo');
  await counters.put(engine.lastStory, 'lastStory');
  await counters.put(engine.revision + 1, 'storyRevision');
  await tx.done;
  engine.revision += 1;
  if (engine.newer !== null) engine.newer += rows.length;
  return articles.length === AT_ONCE || stale.length === STALE_AT_ONCE ? 'more' : 'done';
}

async function assignAll(
  tx: StoryTransaction,
  writer: StoryWriter,
  engine: Engine,
  articles: readonly Article[],
): Promise<{ rows: WindowRow[]; joins: Join[] }> {
  const allRead = asAllRead(await tx.objectStore('records').get('allRead'));
  const feeds = await writer.members.feeds(articles.map(({ feedId }) => feedId));
  const marks = await marksOf(tx, articles);
  const last = engine.lastStory;
  const assigned = articles.map((article) =>
    assign(engine, asStoryArticle(article, feeds.get(article.feedId))),
  );
  await writer.prepare(assigned.flatMap(storiesOf), last);
  const rows: WindowRow[] = [];
  const joins: Join[] = [];
  for (const [at, { story, merges, earlier, packed }] of assigned.entries()) {
    const article = articles[at];
    if (!article) continue;
    for (const { from, into } of merges) {
      await writer.merge(from, into);
      joins.push([from, into]);
    }
    await writer.add(article, story, isRead(article.id, marks.get(article.id), allRead), earlier);
    if (packed) rows.push({ article: article.id, story, at: articleTime(article), packed });
  }
  return { rows, joins };
}

const storiesOf = ({ story, merges }: Assigned): number[] => [
  story,
  ...merges.flatMap(({ from, into }) => [from, into]),
];

/** The marks of articles, which are few: of what lies between the first and the last of them, where that is not long. */
async function marksOf(
  tx: StoryTransaction,
  articles: readonly Article[],
): Promise<ReadonlyMap<number, Mark>> {
  const marks = tx.objectStore('marks');
  const [first, last] = [articles[0]?.id ?? 0, articles.at(-1)?.id ?? 0];
  const rows =
    last - first < LONG_STRETCH
      ? await marks.getAll(IDBKeyRange.bound(first, last))
      : await Promise.all(articles.map(({ id }) => marks.get(id)));
  return new Map(rows.flatMap((mark) => (mark ? [[mark.articleId, mark]] : [])));
}

type Assigned = Pick<Assignment, 'story' | 'merges' | 'earlier'> & { readonly packed: Uint8Array | null };

/** An article that the engine fails on is a story of its own: it must not keep the others from being told. */
function assign(engine: Engine, article: StoryArticle): Assigned {
  try {
    return engine.stories.add(article);
  } catch (error) {
    console.error('no story for', article.id, error);
    engine.lastStory += 1;
    // It may hold a part of the article.
    engine.newer = null;
    return { story: engine.lastStory, merges: [], earlier: null, packed: null };
  }
}

function asStoryArticle(article: Article, feed: Feed | undefined): StoryArticle {
  return {
    id: article.id,
    title: article.title,
    summary: article.snippet,
    language: article.language ?? feed?.language ?? null,
    owner: feed ? ownerOf(feed) : `source ${article.feedId}`,
    at: articleTime(article),
    seenAt: article.firstSeenAt,
  };
}
