/** The part of a transaction that tells how it ends. */
interface Ending {
  /** Why it was ended, once it was. */
  readonly error: DOMException | null;
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
    const cause = isAborted(error) ? (tx.error ?? error) : error;
    abort(tx);
    throw cause;
  }
}

/** Whether a request was refused since its transaction had been ended: it does not say by what. */
function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
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
