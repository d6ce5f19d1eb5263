/**
 * Where the first rows lie ready for the popup: in the browser's session storage, beside the revision that they were
 * read at. Rows of another revision are no longer what the database holds, and count as none.
 */
import { browser } from 'wxt/browser';
import type { Front } from '../model/front.ts';
import { FRONT, REVISION } from './session-keys.ts';

/** Ms without a change after which the rows are read: while sources are polled changes are told every 300 ms. */
const QUIET_MS = 400;
/** Ms after which they are read however much goes on. */
const PATIENCE_MS = 2_000;

/** Keeps the rows ready. */
export interface FrontKeeper {
  /** Something changed: they are read once nothing more does. */
  soon(): void;
  /** Reads them unless they are there already, as after the browser started. */
  ensure(): Promise<void>;
}

/** A keeper of what `read` gives; where that fails the popup has to read for itself. */
export function createFrontKeeper(read: () => Promise<Front | null>): FrontKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  const keep = async (): Promise<void> => {
    timer = undefined;
    since = null;
    const revision = await currentRevision();
    const front = await read().catch(() => null);
    // What changed meanwhile is told of by its own revision, and asks for the rows again.
    if ((await currentRevision()) === revision) {
      await browser.storage.session.set({ [FRONT]: { revision, front } });
    }
  };
  return {
    soon() {
      const now = Date.now();
      since ??= now;
      if (timer !== undefined && now - since >= PATIENCE_MS) return;
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), QUIET_MS);
    },
    async ensure() {
      const stored = (await browser.storage.session.get(FRONT))[FRONT] as { revision?: unknown } | undefined;
      if (stored?.revision !== (await currentRevision()) || stored === undefined) await keep();
    },
  };
}

/** The revision that was told last; one is made where none was, so that rows have something to belong to. */
async function currentRevision(): Promise<unknown> {
  const stored = (await browser.storage.session.get(REVISION))[REVISION];
  if (stored !== undefined) return stored;
  const first = crypto.randomUUID();
  await browser.storage.session.set({ [REVISION]: first });
  return first;
}
