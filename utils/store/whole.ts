/** The part of a transaction that tells how it ends. */
interface Ending {
  readonly done: Promise<void>;
  abort(): void;
}

/**
 * Does work within a transaction, which is written as a whole or, where the work rejects, not at all: left alone, browsers
 * commit what an error left half done. Gives what the work gives, once it is written.
 */
export async function whole<T>(tx: Ending, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await tx.done;
    return result;
  } catch (error) {
    abort(tx);
    throw error;
  }
}

function abort(tx: Ending): void {
  // It rejects because of the abort; what is told is the error that led to it.
  tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch {
    // It had ended by itself: aborted by the browser, for want of room or at the end of the worker.
  }
}
