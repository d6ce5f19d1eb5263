/**
 * The engine's memory of its window, as one large value: read in a moment, where taking in its rows takes several. A cache of
 * the store `window`: `engineAt` says up to which row it goes, and is deleted by whatever changes rows that it holds.
 */
import type { WindowImage } from '../story/window/image.ts';
import type { Database, RecordName } from './schema.ts';
import { whole } from './whole.ts';

/** Up to where an image goes. */
export interface ImageAt {
  /** The revision of the window that it was made at; tells it from every other image. */
  readonly revision: number;
  /** The last chunk that it holds, and how many articles of that. */
  readonly chunk: number;
  readonly articles: number;
}

export interface StoredImage {
  readonly at: ImageAt;
  readonly image: WindowImage;
}

/** The stored image; null where there is none, or none that can be read. */
export async function readImage(db: Database): Promise<StoredImage | null> {
  try {
    const [at, stored] = await Promise.all([db.get('records', 'engineAt'), db.get('records', 'engine')]);
    const { image, revision } = (stored ?? {}) as { image?: WindowImage; revision?: number };
    const position = at as ImageAt | undefined;
    return position && image && revision === position.revision ? { at: position, image } : null;
  } catch (error) {
    // What it was made of is read in its place.
    console.error('the image of the engine cannot be read', error);
    return null;
  }
}

/** Whether an image is still true, by the store `records` within a transaction. */
export async function isImageTrue(
  records: { get(name: RecordName): Promise<unknown> },
  { revision }: ImageAt,
): Promise<boolean> {
  const at = (await records.get('engineAt')) as ImageAt | undefined;
  return at?.revision === revision;
}

/** Stores an image of an engine that stands for a revision of the window; gives false, and stores none, where the window has gone on since. */
export function writeImage(db: Database, image: WindowImage, revision: number): Promise<boolean> {
  const tx = db.transaction(['records', 'counters', 'window'], 'readwrite');
  return whole(tx, async () => {
    const stored = (await tx.objectStore('counters').get('storyRevision')) ?? 0;
    const last = (await tx.objectStore('window').openCursor(null, 'prev'))?.value;
    if (stored !== revision || !last) return false;
    const at: ImageAt = { revision, chunk: last.id, articles: last.articles.length };
    await tx.objectStore('records').put({ image, revision }, 'engine');
    await tx.objectStore('records').put(at, 'engineAt');
    return true;
  });
}

/**
 * Rows of the window are changed: what was made of them before is no longer true. To be called in that transaction, with its
 * store `records`.
 */
export async function dropImage(records: { delete(name: RecordName): Promise<void> }): Promise<void> {
  await records.delete('engineAt');
  await records.delete('engine');
}
