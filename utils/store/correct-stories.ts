/** What the reader says of stories, each in one transaction with what follows from it. */

import { fail, ok, type Result } from '../model/problem.ts';
import type { Binding } from '../model/story.ts';
import { addBinding } from './bindings.ts';
import { dropImage } from './engine-image.ts';
import type { Database } from './schema.ts';
import { STORY_STORES, type StoryTransaction } from './story-stores.ts';
import { type Describe, StoryWriter } from './story-writer.ts';
import { whole } from './whole.ts';

/** What came of a correction: its number, by which it is taken back, and the story that holds the articles now. */
export interface Corrected {
  readonly bindingId: number;
  readonly storyId: number;
}

export interface Correcting {
  readonly describe: Describe;
  /** UTC ms. */
  readonly now: number;
}

/** Gives articles of one story a story of their own, and keeps them apart from the others for good. */
export function splitStory(
  db: Database,
  articleIds: readonly number[],
  correcting: Correcting,
): Promise<Result<Corrected>> {
  const tx = db.transaction([...STORY_STORES], 'readwrite');
  return whole(tx, () => splitWithin(tx, articleIds, correcting));
}

async function splitWithin(
  tx: StoryTransaction,
  articleIds: readonly number[],
  correcting: Correcting,
): Promise<Result<Corrected>> {
  const first = await tx.objectStore('articles').get(articleIds[0] ?? 0);
  const story = first && (await tx.objectStore('stories').get(first.story));
  const one = story?.articles.filter((id) => articleIds.includes(id)) ?? [];
  const other = story?.articles.filter((id) => !articleIds.includes(id)) ?? [];
  if (one.length === 0 || other.length === 0) return fail('not-found');
  const into = await newStory(tx);
  const writer = await StoryWriter.within(tx, correcting.describe, correcting.now);
  await moveInWindow(tx, one, into);
  await writer.move(one, into);
  const bindingId = await addBinding(tx, { kind: 'apart', one, other, at: correcting.now });
  await end(tx, writer);
  return ok({ bindingId, storyId: into });
}

/** Makes two stories one; the older number lives. What kept them apart no longer does. */
export function joinStories(
  db: Database,
  storyIds: readonly [number, number],
  correcting: Correcting,
): Promise<Result<Corrected>> {
  const tx = db.transaction([...STORY_STORES], 'readwrite');
  return whole(tx, () => joinWithin(tx, storyIds, correcting));
}

async function joinWithin(
  tx: StoryTransaction,
  storyIds: readonly [number, number],
  correcting: Correcting,
): Promise<Result<Corrected>> {
  const [into, from] = storyIds[0] < storyIds[1] ? storyIds : [storyIds[1], storyIds[0]];
  const stories = tx.objectStore('stories');
  const [older, younger] = await Promise.all([stories.get(into), stories.get(from)]);
  if (!older || !younger || into === from) return fail('not-found');
  const writer = await StoryWriter.within(tx, correcting.describe, correcting.now);
  await writer.merge(from, into);
  await loosen(tx, older.articles, younger.articles);
  const { articles: one } = younger;
  const binding = { kind: 'together', one, other: older.articles, at: correcting.now } as const;
  const bindingId = await addBinding(tx, binding);
  await end(tx, writer);
  return ok({ bindingId, storyId: into });
}

/** Takes a correction back: what was parted is one story again, what was joined is parted again. */
export function undoCorrection(
  db: Database,
  bindingId: number,
  correcting: Correcting,
): Promise<Result<null>> {
  const tx = db.transaction([...STORY_STORES], 'readwrite');
  return whole(tx, () => undoWithin(tx, bindingId, correcting));
}

async function undoWithin(
  tx: StoryTransaction,
  bindingId: number,
  correcting: Correcting,
): Promise<Result<null>> {
  const binding = await tx.objectStore('bindings').get(bindingId);
  if (!binding) return fail('not-found');
  await tx.objectStore('bindings').delete(bindingId);
  const writer = await StoryWriter.within(tx, correcting.describe, correcting.now);
  if (binding.kind === 'apart') await rejoin(tx, writer, binding);
  else await part(tx, writer, binding);
  await end(tx, writer);
  return ok(null);
}

/** The stories that the two sides are in now become one; a side that is gone leaves nothing to do. */
async function rejoin(tx: StoryTransaction, writer: StoryWriter, { one, other }: Binding): Promise<void> {
  const [a, b] = [await storyOf(tx, one), await storyOf(tx, other)];
  if (a === null || b === null || a === b) return;
  await writer.merge(Math.max(a, b), Math.min(a, b));
}

/** The side that became part of the other leaves it again, if it is still there. */
async function part(tx: StoryTransaction, writer: StoryWriter, { one, other }: Binding): Promise<void> {
  const [a, b] = [await storyOf(tx, one), await storyOf(tx, other)];
  if (a === null || a !== b) return;
  const into = await newStory(tx);
  await moveInWindow(tx, one, into);
  await writer.move(one, into);
}

async function storyOf(tx: StoryTransaction, ids: readonly number[]): Promise<number | null> {
  for (const id of ids) {
    const article = await tx.objectStore('articles').get(id);
    if (article) return article.story;
  }
  return null;
}

async function newStory(tx: StoryTransaction): Promise<number> {
  const counters = tx.objectStore('counters');
  const number = ((await counters.get('lastStory')) ?? 0) + 1;
  await counters.put(number, 'lastStory');
  return number;
}

/** Deletes what kept the two sides apart. */
async function loosen(tx: StoryTransaction, one: readonly number[], other: readonly number[]): Promise<void> {
  const bindings = tx.objectStore('bindings');
  const meet = (ids: readonly number[], side: readonly number[]): boolean =>
    side.some((id) => ids.includes(id));
  for (const binding of await bindings.getAll()) {
    const across =
      (meet(binding.one, one) && meet(binding.other, other)) ||
      (meet(binding.one, other) && meet(binding.other, one));
    if (binding.kind === 'apart' && across) await bindings.delete(binding.id);
  }
}

/** Writes the new story of articles into the stored window, so that an engine loaded from it knows. */
async function moveInWindow(tx: StoryTransaction, ids: readonly number[], story: number): Promise<void> {
  const wanted = new Set(ids);
  const window = tx.objectStore('window');
  for (const chunk of await window.getAll()) {
    if (!chunk.articles.some((id) => wanted.has(id))) continue;
    const stories = chunk.stories.map((old, at) => (wanted.has(chunk.articles[at] ?? 0) ? story : old));
    await window.put({ ...chunk, stories });
  }
}

/** A correction changes the window: whoever holds it in memory must load it anew. */
async function end(tx: StoryTransaction, writer: StoryWriter): Promise<void> {
  await writer.finish();
  await dropImage(tx.objectStore('records'));
  const counters = tx.objectStore('counters');
  await counters.put(((await counters.get('storyRevision')) ?? 0) + 1, 'storyRevision');
  await tx.done;
}
