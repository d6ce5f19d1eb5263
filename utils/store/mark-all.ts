/** "Mark all as read", in one record whatever it covers, and how it is taken back. */
import { type AllRead, type Article, isRead, type Mark } from '../model/article.ts';
import { orderMarkAll, orderUndo } from './mark-all-order.ts';
import { countsAsUnread, tick } from './marks.ts';
import { asAllRead, NOTHING_READ } from './records.ts';
import type { Database, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** Rows that are read at once while unread ones are counted. */
const AT_ONCE = 1_000;

/** How far the one before the last "mark all" reached, for as long as the last can be taken back. */
interface BeforeAll {
  readonly articles: AllRead;
  readonly stories: AllRead;
  /** The time of the "mark all" that can be taken back, UTC ms. */
  readonly at: number;
}

/** Marks everything that is stored now as read. Gives the time of it (UTC ms), by which it can be taken back. */
export function markAllArticles(db: Database, now: number): Promise<number> {
  const tx = db.transaction(['articles', 'counters', 'records'], 'readwrite');
  return whole(tx, () => markAllWithin(tx, now));
}

async function markAllWithin(
  tx: Transaction<['articles', 'counters', 'records']>,
  now: number,
): Promise<number> {
  const [records, counters] = [tx.objectStore('records'), tx.objectStore('counters')];
  const newest = await tx.objectStore('articles').openKeyCursor(null, 'prev');
  const articles = asAllRead(await records.get('allRead'));
  const stories = asAllRead(await records.get('allStoriesRead'));
  const at = await tick(counters, now);
  await records.put({ articles, stories, at } satisfies BeforeAll, 'beforeAll');
  await records.put({ upToId: newest?.key ?? articles.upToId, at }, 'allRead');
  await records.put({ upToId: (await counters.get('lastStory')) ?? 0, at }, 'allStoriesRead');
  await counters.put(0, 'unread');
  await counters.put(0, 'unreadStories');
  await orderMarkAll(records, now);
  return at;
}

const UNDO_STORES = ['articles', 'marks', 'stories', 'counters', 'records'] as const;
type Undoing = Transaction<[...typeof UNDO_STORES]>;

/**
 * Takes the "mark all" of a time (UTC ms) back, if it is the last: what was unread is unread again, but for what the
 * reader marked since. Gives whether it was taken back.
 */
export function undoMarkAll(db: Database, at: number, now: number): Promise<boolean> {
  const tx = db.transaction([...UNDO_STORES], 'readwrite');
  return whole(tx, () => undoWithin(tx, at, now));
}

async function undoWithin(tx: Undoing, at: number, now: number): Promise<boolean> {
  const records = tx.objectStore('records');
  const before = (await records.get('beforeAll')) as BeforeAll | undefined;
  if (before?.at !== at) return false;
  await records.put(before.articles ?? NOTHING_READ, 'allRead');
  await records.put(before.stories ?? NOTHING_READ, 'allStoriesRead');
  await records.delete('beforeAll');
  await orderUndo(records, now);
  const counters = tx.objectStore('counters');
  // Articles came and went meanwhile, and stories were merged: counted anew, since nothing was kept of them.
  await counters.put(await unreadArticles(tx, before.articles), 'unread');
  await counters.put(await unreadStories(tx, before.stories), 'unreadStories');
  return true;
}

/** Articles behind `allRead` that are not marked read, and earlier ones that are marked unread. */
async function unreadArticles(tx: Undoing, allRead: AllRead): Promise<number> {
  const marks = new Map((await tx.objectStore('marks').getAll()).map((mark) => [mark.articleId, mark]));
  const isUnread = (article: Article, mark: Mark | undefined): boolean =>
    article.twinOf === null && !article.muted && !article.uncounted && !isRead(article.id, mark, allRead);
  let count = 0;
  for (const { articleId, read } of marks.values()) {
    if (articleId > allRead.upToId || read) continue;
    const article = await tx.objectStore('articles').get(articleId);
    if (article && isUnread(article, marks.get(articleId))) count += 1;
  }
  for (let after = allRead.upToId; ; ) {
    const some = await tx.objectStore('articles').getAll(IDBKeyRange.lowerBound(after, true), AT_ONCE);
    count += some.filter((article) => isUnread(article, marks.get(article.id))).length;
    const last = some.at(-1);
    if (!last || some.length < AT_ONCE) return count;
    after = last.id;
  }
}

async function unreadStories(tx: Undoing, allRead: AllRead): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const some = await tx.objectStore('stories').getAll(IDBKeyRange.lowerBound(after, true), AT_ONCE);
    count += some.filter((story) => countsAsUnread(story, allRead)).length;
    const last = some.at(-1);
    if (!last || some.length < AT_ONCE) return count;
    after = last.id;
  }
}
