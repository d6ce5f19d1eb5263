/** The store `marks`: what the reader did with articles. The unread total changes in the same transaction. */
import { type AllRead, type Article, isRead, type Mark, NO_STORY } from '../model/article.ts';
import type { Story } from '../model/story.ts';
import { MARKING_STORES, type Marking, type Wish } from './marking.ts';
import { asAllRead } from './records.ts';
import type { CounterName, Database } from './schema.ts';
import { markItems, withStoryMates } from './server-items.ts';
import { whole } from './whole.ts';

/** Marks articles read or unread; ids that are unknown are passed over. Running it twice changes nothing more. */
export function markArticles(
  db: Database,
  articleIds: readonly number[],
  read: boolean,
  now: number,
): Promise<void> {
  return changeMarks(db, articleIds, now, { field: 'read', value: read });
}

/** Saves articles, or no longer; ids that are unknown are passed over. Whether they are read stays as it is. */
export function saveArticles(
  db: Database,
  articleIds: readonly number[],
  saved: boolean,
  now: number,
): Promise<void> {
  return changeMarks(db, articleIds, now, { field: 'saved', value: saved });
}

function changeMarks(db: Database, articleIds: readonly number[], now: number, wish: Wish): Promise<void> {
  const tx = db.transaction([...MARKING_STORES], 'readwrite');
  return whole(tx, async () => {
    const ids = wish.field === 'read' ? await withStoryMates(tx, articleIds) : articleIds;
    await changeMarksWithin(tx, ids, now, wish);
  });
}

/**
 * What the reader wishes, within a transaction: the marks, the unread totals with them, the stories of these articles
 * where they are read or unread, and what is to be sent to the feed server that has them.
 */
export async function changeMarksWithin(
  tx: Marking,
  articleIds: readonly number[],
  now: number,
  wish: Wish,
): Promise<void> {
  const at = await tick(tx.objectStore('counters'), now);
  const articles = await changeArticles(tx, articleIds, wish, at);
  await markItems(tx, articles, wish);
  if (wish.field !== 'read') return;
  const stories = articles.map(({ story }) => story).filter((story) => story > NO_STORY);
  await markStories(tx, new Map(stories.map((story) => [story, wish.value])), at);
}

/** Changes the marks of articles at a time of `tick`, and the total with them; gives those of them that are stored. */
export async function changeArticles(
  tx: Marking,
  articleIds: readonly number[],
  { field, value }: Wish,
  at: number,
): Promise<Article[]> {
  const marks = tx.objectStore('marks');
  const allRead = asAllRead(await tx.objectStore('records').get('allRead'));
  const known: Article[] = [];
  let unread = 0;
  for (const articleId of new Set(articleIds)) {
    const article = await tx.objectStore('articles').get(articleId);
    if (!article) continue;
    known.push(article);
    const stored = await marks.get(articleId);
    const before: Mark = { ...stored, articleId, read: isRead(articleId, stored, allRead), at };
    if ((before[field] ?? false) === value) continue;
    await marks.put({ ...before, [field]: value });
    if (field === 'read' && !article.muted && !article.uncounted) unread += value ? -1 : 1;
  }
  await addToCounter(tx.objectStore('counters'), 'unread', unread);
  return known;
}

/** Opening an article reads its story; the story stays read when more is reported, which then counts as more. */
export async function markStories(
  tx: Marking,
  wanted: ReadonlyMap<number, boolean>,
  at: number,
): Promise<void> {
  const allRead = asAllRead(await tx.objectStore('records').get('allStoriesRead'));
  let unread = 0;
  for (const [id, read] of wanted) {
    const story = await tx.objectStore('stories').get(id);
    if (!story) continue;
    const marked = { ...story, seen: read ? story.articles.length : 0, mark: { read, at } };
    await tx.objectStore('stories').put(marked);
    unread += Number(countsAsUnread(marked, allRead)) - Number(countsAsUnread(story, allRead));
  }
  await addToCounter(tx.objectStore('counters'), 'unreadStories', unread);
}

/** Whether a story is read: what the reader did last decides. */
export function isStoryRead({ id, mark }: Pick<Story, 'id' | 'mark'>, allRead: AllRead): boolean {
  return isRead(id, mark ? { articleId: id, ...mark } : undefined, allRead);
}

/** What of a story says whether it counts. */
export type Countable = Pick<Story, 'id' | 'mark' | 'newestFirst' | 'uncounted'>;

/** Whether a story is one of the unread rows of Latest that count: where all of it is muted it is none. */
export function countsAsUnread(story: Countable, allRead: AllRead): boolean {
  return story.newestFirst !== null && !story.uncounted && !isStoryRead(story, allRead);
}

/** The store `counters` within a transaction that may write it. */
interface Counters {
  get(name: CounterName): Promise<number | undefined>;
  put(value: number, name: CounterName): Promise<unknown>;
}

/** Adds to a kept total; never below 0. */
export async function addToCounter(
  counters: Counters,
  name: Exclude<CounterName, 'markClock'>,
  change: number,
): Promise<void> {
  if (change === 0) return;
  await counters.put(Math.max(0, ((await counters.get(name)) ?? 0) + change), name);
}

/** The time of a mark: later than every mark before, also where the clock went back meanwhile. */
export async function tick(counters: Counters, now: number): Promise<number> {
  const at = Math.max(now, ((await counters.get('markClock')) ?? 0) + 1);
  await counters.put(at, 'markClock');
  return at;
}
