/** The articles that are in no story yet: whether there are any is asked at every start. */
import { NO_STORY } from '../model/article.ts';
import type { Database } from './schema.ts';

/**
 * The articles that wait for a story. Told ones leave the range at its lower end, and both browsers' databases walk over
 * what was deleted there until they tidy up: so it begins behind those that are known to be told.
 */
export const untold = (toldUpTo = 0): IDBKeyRange =>
  IDBKeyRange.bound([NO_STORY, toldUpTo], [NO_STORY, []], true);

/** Whether there are articles without a story, or stories to be described anew. */
export async function hasUntold(db: Database): Promise<boolean> {
  const tx = db.transaction(['articles', 'stories', 'counters']);
  const toldUpTo = await tx.objectStore('counters').get('toldUpTo');
  const [article, story] = await Promise.all([
    tx.objectStore('articles').index('byStory').getKey(untold(toldUpTo)),
    tx.objectStore('stories').index('byStale').getKey(1),
  ]);
  return article !== undefined || story !== undefined;
}
