/**
 * The store `window`: the articles of the last days as the story engine holds them, in chunks, so that a background that
 * starts anew loads them in a moment and computes nothing again.
 */
import type { Join, WindowChunk } from '../model/story.ts';
import { type ImageAt, isImageTrue } from './engine-image.ts';
import type { CounterName, Database, Transaction } from './schema.ts';

/** Articles of one chunk: few enough that to write one again costs little, 5 kB, and so many that all are read quickly. */
const CHUNK = 32;

/** One article as it is kept. */
export interface WindowRow {
  readonly article: number;
  readonly story: number;
  /** UTC ms of the article. */
  readonly at: number;
  readonly packed: Uint8Array;
}

type WindowTransaction = Pick<Transaction<['window']>, 'objectStore'>;

/** Adds rows behind all others, with the joins that came of them. */
export async function appendRows(
  tx: WindowTransaction,
  rows: readonly WindowRow[],
  joins: readonly Join[],
): Promise<void> {
  const store = tx.objectStore('window');
  let last = (await store.openCursor(null, 'prev'))?.value ?? null;
  for (let from = 0; from < rows.length; ) {
    const room = last === null ? 0 : CHUNK - last.articles.length;
    const some = rows.slice(from, from + (room > 0 ? room : CHUNK));
    const joined = from === 0 ? joins : [];
    if (last !== null && room > 0) await store.put(extended(last, some, joined));
    // The store gives the number; its type has no way to say "not yet".
    else await store.add(extended(EMPTY, some, joined) as WindowChunk);
    from += some.length;
    last = null;
  }
}

const EMPTY: Omit<WindowChunk, 'id'> = { articles: [], stories: [], bytes: new Uint8Array(0), newestAt: 0 };

function extended<T extends Omit<WindowChunk, 'id'>>(
  chunk: T,
  rows: readonly WindowRow[],
  joins: readonly Join[],
): T {
  const length = rows.reduce((sum, { packed }) => sum + packed.length, chunk.bytes.length);
  const bytes = new Uint8Array(length);
  bytes.set(chunk.bytes);
  let at = chunk.bytes.length;
  for (const { packed } of rows) {
    bytes.set(packed, at);
    at += packed.length;
  }
  return {
    ...chunk,
    ...(joins.length > 0 && { joins: [...(chunk.joins ?? []), ...joins] }),
    articles: [...chunk.articles, ...rows.map(({ article }) => article)],
    stories: [...chunk.stories, ...rows.map(({ story }) => story)],
    bytes,
    newestAt: Math.max(chunk.newestAt, ...rows.map(({ at: time }) => time)),
  };
}

/** All that is needed to load the engine, read at one moment. */
export interface StoredWindow {
  readonly chunks: readonly WindowChunk[];
  /** From a story that became part of another to that one, which may itself have become part of a third. */
  readonly redirects: ReadonlyMap<number, number>;
  readonly revision: number;
  readonly lastStory: number;
}

/** Reads the window. */
export async function readWindow(db: Database): Promise<StoredWindow> {
  const tx = db.transaction(['window', 'redirects', 'counters']);
  const [chunks, redirects, ends] = await Promise.all([
    tx.objectStore('window').getAll(),
    tx.objectStore('redirects').getAll(),
    readEnds(tx.objectStore('counters')),
  ]);
  return { chunks, redirects: new Map(redirects.map(({ from, into }) => [from, into])), ...ends };
}

/** What came since an image. */
export interface WindowSince extends Pick<StoredWindow, 'chunks' | 'revision' | 'lastStory'> {
  /** Articles of the first of the chunks that the image holds. */
  readonly known: number;
}

/** Reads what came since an image; null where the image is not true any more. */
export async function readSince(db: Database, at: ImageAt): Promise<WindowSince | null> {
  const tx = db.transaction(['window', 'records', 'counters']);
  const [isTrue, chunks, ends] = await Promise.all([
    isImageTrue(tx.objectStore('records'), at),
    tx.objectStore('window').getAll(IDBKeyRange.lowerBound(at.chunk)),
    readEnds(tx.objectStore('counters')),
  ]);
  // Its last chunk may have been let go, with all that came before.
  const known = chunks[0]?.id === at.chunk ? at.articles : 0;
  return isTrue ? { chunks, known, ...ends } : null;
}

async function readEnds(counters: {
  get(name: CounterName): Promise<number | undefined>;
}): Promise<Pick<StoredWindow, 'revision' | 'lastStory'>> {
  const [revision, lastStory] = await Promise.all([counters.get('storyRevision'), counters.get('lastStory')]);
  return { revision: revision ?? 0, lastStory: lastStory ?? 0 };
}

/** Forgets chunks whose articles are all older than `before` (UTC ms), or beyond `most`. The newest chunk stays. */
export async function forgetRows(db: Database, before: number, most: number): Promise<void> {
  const tx = db.transaction('window', 'readwrite');
  const keys = await tx.store.getAllKeys();
  const tooMany = keys.length - Math.ceil(most / CHUNK) - 1;
  for (const [at, key] of keys.slice(0, -1).entries()) {
    const chunk = await tx.store.get(key);
    // Chunks are in order of arrival: the first that is still young ends it.
    if (at >= tooMany && chunk && chunk.newestAt >= before) break;
    await tx.store.delete(key);
  }
  await tx.done;
}
