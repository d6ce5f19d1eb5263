/** Everything that is stored can be searched: what arrived or changed is packed for it, by and by. */
import { isPackingDue } from '../../store/packing-due.ts';
import type { Deps } from '../deps.ts';

/**
 * Safe to run at any time and twice: what a kill left is taken up by the next run, and until then pages look at what is
 * not packed one by one. Never rejects: search goes on with what is packed.
 */
export async function packSearch(deps: Deps): Promise<void> {
  try {
    const db = await deps.database();
    // What packs is loaded where there is anything to pack.
    if (!(await isPackingDue(db))) return;
    const { packSome } = await import('../../store/pack-search.ts');
    while (await packSome(db));
  } catch (error) {
    console.error('packing for search failed', error);
  }
}
