/** Whether there is anything to pack for searching: asked at every start, without what packs. */
import type { Database } from './schema.ts';

/** Fewer new articles, or changed ones, are left to the pages, which look at them one by one. */
export const LEAST_PACKED = 100;

/** Whether enough is new or changed to be packed. Blocks that were not put together yet wait for that as well. */
export async function isPackingDue(db: Database): Promise<boolean> {
  const tx = db.transaction(['articles', 'searchChanges', 'counters']);
  const [newest, changes, upTo = 0] = await Promise.all([
    tx.objectStore('articles').openKeyCursor(null, 'prev'),
    tx.objectStore('searchChanges').count(),
    tx.objectStore('counters').get('packedUpTo'),
  ]);
  return (newest?.key ?? 0) - upTo >= LEAST_PACKED || changes >= LEAST_PACKED;
}
