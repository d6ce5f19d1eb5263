/** What the reader marked goes to the account's server soon, and not only with the next sync that is due anyway. */
import { changeAccount, hasAccount, storedMarkAll } from '../store/account.ts';
import type { Database } from '../store/schema.ts';
import { waitingItems } from '../store/server-items.ts';
import { armNextPoll } from './arm-next-poll.ts';
import type { Deps } from './deps.ts';

/** After so long what was marked is sent, together with what is marked until then, in ms. */
const SOON_MS = 60_000;

/** Has a sync due for what waits and was not tried yet, and for a 'mark all' once it is held back no longer. */
export async function sendMarksSoon(deps: Deps): Promise<void> {
  const db = await deps.database();
  if (!(await hasAccount(db))) return;
  const order = await storedMarkAll(db);
  const marks = (await isUntried(db)) ? deps.now() + SOON_MS : Number.POSITIVE_INFINITY;
  const by = Math.min(marks, order?.at ?? Number.POSITIVE_INFINITY);
  if (by === Number.POSITIVE_INFINITY) return;
  await changeAccount(db, ({ nextSyncAt }) => (nextSyncAt > by ? { nextSyncAt: by } : {}));
  await armNextPoll(deps);
}

async function isUntried(db: Database): Promise<boolean> {
  for (const { pending } of (await waitingItems(db)).values()) {
    for (const mark of [pending.read, pending.saved])
      if (mark !== null && mark.sentAt === null && mark.failures === 0) return true;
  }
  return false;
}
