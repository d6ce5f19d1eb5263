/** One connection that is opened when it is needed, shared, and opened anew after it was closed. */
import type { Database } from './schema.ts';

/**
 * Gives a function that answers with the open database. `open` is handed what to call when the connection is gone;
 * a failed opening is not remembered, so the next use tries again.
 */
export function keepOpen(open: (onClosed: () => void) => Promise<Database>): () => Promise<Database> {
  let current: Promise<Database> | null = null;
  const forget = (): void => {
    current = null;
  };
  return () => {
    if (current) return current;
    current = open(forget);
    current.catch(forget);
    return current;
  };
}
