/** Ends of an account: leaving it, and the reader's answer where its list of sources was suddenly empty. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { changeAccount, storedAccount } from '../../store/account.ts';
import { followList } from '../../store/account-feeds.ts';
import { forgetAccount } from '../../store/forget-account.ts';
import { accountSession } from '../account-session.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { applyMutes } from './mute.ts';

/** Leaves the account: what came from it stays, as local sources, or goes. `not-found` where there is none. */
export async function leaveAccount(deps: Deps, keep: boolean): Promise<Result<null>> {
  const db = await deps.database();
  if ((await storedAccount(db)) === null) return fail('not-found');
  // A sync that runs comes to its end first: it would follow the account's sources anew.
  await deps.syncs.alone(() => forgetAccount(db, keep, deps.now()));
  await changed(deps);
  await applyMutes(deps);
  await armNextPoll(deps);
  return ok(null);
}

/** Removes the account's sources here as well, if its list is still empty; or keeps them, and asks no more. */
export async function answerVanished(deps: Deps, remove: boolean): Promise<Result<null>> {
  const db = await deps.database();
  if (!remove) {
    await changeAccount(db, { vanished: 0, keepsVanished: true });
    await changed(deps);
    return ok(null);
  }
  return deps.syncs.alone(() => deps.stayAwake(() => removeVanished(deps)));
}

async function removeVanished(deps: Deps): Promise<Result<null>> {
  const db = await deps.database();
  const stored = await storedAccount(db);
  if (stored?.account?.standing !== 'ready') return fail('not-found');
  const { client } = await accountSession(deps, stored.place, stored.account);
  // Asked for once more: what is removed is what the server says now.
  const list = await client.subscriptions();
  if (!list.ok) return list;
  await followList(db, list.value, true, deps.now());
  await applyMutes(deps);
  await changed(deps);
  return ok(null);
}
