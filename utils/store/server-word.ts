/** What answers of the feed server say of articles becomes true here: marks, totals and stories in one transaction. */
import {
  type Compared,
  compareSets,
  type Evidence,
  type Held,
  NOTHING_PENDING,
  type ServerRow,
  type Sets,
  takeEvidence,
} from '../account/marks.ts';
import { type Article, isRead, NO_STORY } from '../model/article.ts';
import { MARKING_STORES, type Marking, type Wish } from './marking.ts';
import { changeArticles, markStories, tick } from './marks.ts';
import { asAllRead } from './records.ts';
import type { Database } from './schema.ts';
import { withMarks } from './server-items.ts';
import { whole } from './whole.ts';

/** Articles of one transaction, so that nothing waits long for the database. */
const AT_ONCE = 200;

/**
 * Compares what is here with sets that were asked for at a step. Of the evidence only what changes something is given, of
 * the questions only those whose answer can.
 */
export async function compareItems(db: Database, sets: Sets, askedAt: number): Promise<Compared> {
  const rows = new Map((await db.getAll('serverItems')).map((row) => [row.id, row]));
  const isShown = (id: string) => sets.newest.has(id) || sets.unread.has(id) || sets.saved.has(id);
  const asked = [...rows].filter(([id, row]) => isOpen(row) && (!row.gone || isShown(id)));
  const compared = compareSets(new Map<string, Held>(asked), sets, (id) => rows.has(id));
  const says = (one: Evidence): boolean => {
    const row = rows.get(one.id);
    return row !== undefined && (takeEvidence(row, one, askedAt) !== row || row.gone !== undefined);
  };
  return { ...compared, evidence: compared.evidence.filter(says) };
}

/** Whether anything can be learned of a row: it stands for an article, or something that was sent waits to be shown. */
function isOpen({ articleId, pending: { read, saved } }: ServerRow): boolean {
  if (read === null && saved === null) return articleId !== null;
  return [read, saved].some((one) => one === null || one.sentAt !== null);
}

/** Takes in what answers say that were asked for at a step. Running it twice changes nothing more. */
export async function takeWord(
  db: Database,
  evidence: readonly Evidence[],
  askedAt: number,
  now: number,
): Promise<void> {
  for (let from = 0; from < evidence.length; from += AT_ONCE) {
    const tx = db.transaction([...MARKING_STORES], 'readwrite');
    await whole(tx, () => takeWithin(tx, evidence.slice(from, from + AT_ONCE), askedAt, now));
  }
}

async function takeWithin(
  tx: Marking,
  evidence: readonly Evidence[],
  askedAt: number,
  now: number,
): Promise<void> {
  const items = tx.objectStore('serverItems');
  const words: (Wish & { readonly articleId: number })[] = [];
  for (const one of evidence) {
    const row = await items.get(one.id);
    if (!row) continue;
    const { gone, ...shown } = row;
    const held = takeEvidence(shown, one, askedAt);
    if (held === shown && gone === undefined) continue;
    await items.put(withMarks(shown, held));
    const { articleId } = row;
    if (held[one.field] !== row[one.field] && articleId !== null) words.push({ ...one, articleId });
  }
  for (const field of ['read', 'saved'] as const) {
    for (const value of [true, false]) {
      const alike = words.filter((word) => word.field === field && word.value === value);
      if (alike.length > 0) await obey(tx, alike, { field, value }, now);
    }
  }
}

/** Marks articles as the server says. A story is read once all that it holds is; one unread article makes it unread. */
async function obey(
  tx: Marking,
  words: readonly { readonly articleId: number }[],
  wish: Wish,
  now: number,
): Promise<void> {
  const ids: number[] = [];
  for (const { articleId } of words) {
    const article = await tx.objectStore('articles').get(articleId);
    if (article) ids.push(article.twinOf ?? articleId);
  }
  const at = await tick(tx.objectStore('counters'), now);
  const articles = await changeArticles(tx, ids, wish, at);
  if (wish.field !== 'read') return;
  await markStories(tx, await storiesOf(tx, articles, wish.value), at);
}

async function storiesOf(
  tx: Marking,
  articles: readonly Article[],
  read: boolean,
): Promise<Map<number, boolean>> {
  const wanted = new Map<number, boolean>();
  for (const id of new Set(articles.map(({ story }) => story))) {
    if (id > NO_STORY && (!read || (await isReadThroughout(tx, id)))) wanted.set(id, read);
  }
  return wanted;
}

/** Whether all that a story shows is read. */
async function isReadThroughout(tx: Marking, storyId: number): Promise<boolean> {
  const story = await tx.objectStore('stories').get(storyId);
  const allRead = asAllRead(await tx.objectStore('records').get('allRead'));
  for (const id of story?.articles ?? []) {
    if (story?.muted?.includes(id)) continue;
    if (!isRead(id, await tx.objectStore('marks').get(id), allRead)) return false;
  }
  return true;
}

/**
 * Articles that the server has no longer: they stay here, what was to be sent of them is dropped, and they are not asked
 * for again unless a set shows them.
 */
export async function noteGone(db: Database, ids: readonly string[]): Promise<void> {
  const tx = db.transaction('serverItems', 'readwrite');
  await whole(tx, async () => {
    for (const id of ids) {
      const row = await tx.store.get(id);
      if (!row) continue;
      await tx.store.put({ ...withMarks(row, { ...row, pending: NOTHING_PENDING }), gone: 1 });
    }
  });
}
