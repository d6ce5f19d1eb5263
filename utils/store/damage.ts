/** Finding out whether what is stored can be read. */
import { isNoRoom } from './room.ts';
import { type Database, STORES } from './schema.ts';

/** Rows read at once. */
const AT_ONCE = 100;

/**
 * Rejects with the browser's error where something cannot be read: looks at all sources and both ends of every store,
 * which takes a moment, or at every row, which takes seconds.
 */
export async function findDamage(db: Database, how: 'ends' | 'all'): Promise<void> {
  const tx = db.transaction(STORES);
  const ends = STORES.flatMap((name) => {
    const store = tx.objectStore(name);
    return [store.openCursor(null, 'next'), store.openCursor(null, 'prev')];
  });
  await Promise.all([...ends, tx.done]);
  if (how === 'ends') return;
  for (const name of STORES) await readAll(db, name);
}

async function readAll(db: Database, name: (typeof STORES)[number]): Promise<void> {
  let after: IDBValidKey | null = null;
  for (;;) {
    const { store } = db.transaction(name);
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const [keys]: [IDBValidKey[], unknown] = await Promise.all([
      store.getAllKeys(range as null, AT_ONCE),
      store.getAll(range as null, AT_ONCE),
    ]);
    const last: IDBValidKey | undefined = keys.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/**
 * Whether an error of a database that was open says that what is stored is damaged, and not that it was closed, is
 * full, or was asked for something wrong.
 */
export function isDamage(error: unknown): boolean {
  if (isNoRoom(error)) return false;
  const names = ['UnknownError', 'DataError', 'NotReadableError', 'NotFoundError', 'EncodingError'];
  return error instanceof DOMException && names.includes(error.name);
}
