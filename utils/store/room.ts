/** Room on the disk, as far as it decides whether anything is written. */
import type { Database } from './schema.ts';

/**
 * So many bytes are left free. A write into Chromium's database that ends for want of room can leave its log torn: the next
 * opening takes that for damage and throws the whole database away. Few transactions take as much.
 */
const RESERVE = 32 * 1024 * 1024;
/** How long an answer holds, in ms: a check of a thousand sources asks for the database thousands of times. */
const HOLDS_MS = 1_000;

/**
 * What gives the open database, where there is room to write into it; else it calls `onNoRoom` and rejects with a
 * `QuotaExceededError`. For the one who writes.
 */
export function whereRoom(database: () => Promise<Database>, onNoRoom: () => void): () => Promise<Database> {
  let found = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - found < HOLDS_MS) return database();
    // Side by side: opening writes next to nothing, and most wake-ups begin here.
    const opening = database();
    opening.catch(() => undefined);
    if (!(await hasRoom())) {
      onNoRoom();
      throw noRoom();
    }
    found = performance.now();
    return opening;
  };
}

/**
 * Whether there is room to write. Chromium says exactly what is free, since Lede may store without limit; Firefox answers
 * with a share of the disk, and its database needs no such care.
 */
export async function hasRoom(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return true;
  const { quota, usage } = (await navigator.storage?.estimate().catch(() => null)) ?? {};
  return quota === undefined || usage === undefined || quota - usage >= RESERVE;
}

/** The error of a write that finds no room. */
export function noRoom(): DOMException {
  return new DOMException('there is no room on the disk', 'QuotaExceededError');
}

/** Whether an error says that there is no room to write. */
export function isNoRoom(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  // Firefox, once a write found no room, for the next that begins.
  const isReadOnly = error.name === 'InvalidStateError' && error.message.includes('did not allow mutations');
  // Chromium, of a transaction that it ended for that.
  const isOutOfSpace = error.name === 'UnknownError' && error.message.includes('NO_SPACE');
  return isReadOnly || isOutOfSpace || error.name === 'QuotaExceededError';
}
