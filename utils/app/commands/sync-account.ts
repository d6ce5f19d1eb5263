/** Syncing with the account's server: what the reader did goes there first, then what is there comes here. */
import { ok, type Problem, type Result } from '../../model/problem.ts';
import { changeAccount, storedAccount } from '../../store/account.ts';
import { type AccountSession, accountSession } from '../account-session.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { pushMarks } from './push-marks.ts';
import { sendOrders } from './send-orders.ts';

/** A sync at the reader's wish; its problem where it did not come to its end. */
export async function syncNow(deps: Deps): Promise<Result<null>> {
  const problem = await syncAccount(deps);
  return problem === null ? ok(null) : { ok: false, problem };
}

/** A whole sync, one at a time; gives why it did not come to its end, or null. */
export async function syncAccount(deps: Deps): Promise<Problem | null> {
  let problem: Problem | null = null;
  await deps.syncs.run(async () => {
    problem = await deps.stayAwake(() => sync(deps));
  });
  return problem;
}

async function sync(deps: Deps): Promise<Problem | null> {
  const db = await deps.database();
  const stored = await storedAccount(db);
  if (stored?.account?.standing !== 'ready') return null;
  const session = await accountSession(deps, stored.place, stored.account);
  const problem = await steps(deps, session);
  const now = deps.now();
  await changeAccount(db, { problem, ...(problem === null && { syncedAt: now }) });
  await changed(deps);
  return problem;
}

async function steps(deps: Deps, session: AccountSession): Promise<Problem | null> {
  return (await pushMarks(deps, session)) ?? (await sendOrders(deps, session));
}
