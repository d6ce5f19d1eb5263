/** One connection that is opened when it is needed, shared, and opened anew after it was closed. */
import type { Database } from './schema.ts';

export interface Connection {
  /** The open database; opens it where it is not. */
  readonly database: () => Promise<Database>;
  /** Closes it; the next use opens it anew. */
  readonly closeDatabase: () => Promise<void>;
}

/**
 * Keeps one connection. `open` is handed what to call when it is gone; a failed opening is not remembered, so the next
 * use tries again.
 */
export function keepConnection(open: (onClosed: () => void) => Promise<Database>): Connection {
  let current: Promise<Database> | null = null;
  const forget = (): void => {
    current = null;
  };
  const database = (): Promise<Database> => {
    if (current) return current;
    const opening = open(forget);
    current = opening;
    opening.catch(() => {
      if (current === opening) current = null;
    });
    return opening;
  };
  const closeDatabase = async (): Promise<void> => {
    const open = current;
    current = null;
    (await open?.catch(() => null))?.close();
  };
  return { database, closeDatabase };
}

/** A function that answers with the open database; see `keepConnection`. */
export function keepOpen(open: (onClosed: () => void) => Promise<Database>): Connection['database'] {
  return keepConnection(open).database;
}
