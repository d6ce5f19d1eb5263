/** The store `serverItems`: articles of the account's feed server, and what the reader did that no set of ids has shown yet. */
import { type Batch, failedHeld, type Held, markHeld, type ServerRow, sentHeld } from '../account/marks.ts';
import type { Article } from '../model/article.ts';
import { NO_STORY } from '../model/article.ts';
import { readSettings } from '../model/settings.ts';
import { nextStep } from './account.ts';
import type { Marking, Wish } from './marking.ts';
import type { Database, Transaction } from './schema.ts';
import { whole } from './whole.ts';

/** A row with other marks; the index of waiting rows follows what is pending. */
export function withMarks({ waits: _, ...row }: ServerRow, { read, saved, pending }: Held): ServerRow {
  const isWaiting = pending.read !== null || pending.saved !== null;
  return { ...row, read, saved, pending, ...(isWaiting && { waits: 1 as const }) };
}

/**
 * The articles, and those that their rows of Latest hold at this moment and the server has: opening a row reads all of
 * them there, and not what joins it later. Where a row is an article, they are alone.
 */
export async function withStoryMates(tx: Marking, articleIds: readonly number[]): Promise<readonly number[]> {
  const records = tx.objectStore('records');
  if ((await records.get('accountPlace')) === undefined) return articleIds;
  if (readSettings(await records.get('settings')).latest !== 'stories') return articleIds;
  const ids = new Set(articleIds);
  for (const id of articleIds) {
    const story = (await tx.objectStore('articles').get(id))?.story ?? NO_STORY;
    const held = await tx.objectStore('stories').get(story);
    for (const mate of held?.articles ?? []) {
      if (held?.muted?.includes(mate) || ids.has(mate)) continue;
      const article = await tx.objectStore('articles').get(mate);
      if (article && (await itemsOf(tx, article)).length > 0) ids.add(mate);
    }
  }
  return [...ids];
}

/** Marks what the server has of these articles, to be sent. */
export async function markItems(
  tx: Marking,
  articles: readonly Article[],
  { field, value }: Wish,
): Promise<void> {
  if ((await tx.objectStore('records').get('accountPlace')) === undefined) return;
  let step = 0;
  for (const article of articles) {
    for (const row of await itemsOf(tx, article)) {
      if (row[field] === value) continue;
      step ||= await nextStep(tx.objectStore('counters'));
      await tx.objectStore('serverItems').put(withMarks(row, markHeld(row, field, value, step)));
    }
  }
}

/** What the server has of an article: under its own number, and under those of its twins, which no list shows. */
async function itemsOf(tx: Pick<Marking, 'objectStore'>, { id }: Pick<Article, 'id'>): Promise<ServerRow[]> {
  const items = tx.objectStore('serverItems').index('byArticle');
  const rows = await items.getAll(id);
  const twins = await tx.objectStore('articles').index('byTwin').getAllKeys(id);
  for (const twin of twins) rows.push(...(await items.getAll(twin)));
  return rows;
}

/** All rows with something pending, by the server's ids. */
export async function waitingItems(db: Database): Promise<Map<string, ServerRow>> {
  const rows = await db.getAllFromIndex('serverItems', 'byWaits');
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * A request that carried these marks was answered with OK, or failed; what the reader did since stands as it is. Gives the
 * rows as they became.
 */
export function noteSent(db: Database, batch: Batch, isTaken: boolean): Promise<ServerRow[]> {
  const tx = db.transaction(['serverItems', 'counters'], 'readwrite');
  return whole(tx, () => noteWithin(tx, batch, isTaken));
}

async function noteWithin(
  tx: Transaction<['serverItems', 'counters']>,
  { field, marks }: Batch,
  isTaken: boolean,
): Promise<ServerRow[]> {
  const step = isTaken ? await nextStep(tx.objectStore('counters')) : 0;
  const items = tx.objectStore('serverItems');
  const changed: ServerRow[] = [];
  for (const { id, madeAt } of marks) {
    const row = await items.get(id);
    if (!row) continue;
    const held = isTaken ? sentHeld(row, field, madeAt, step) : failedHeld(row, field, madeAt);
    const next = withMarks(row, held);
    await items.put(next);
    changed.push(next);
  }
  return changed;
}
