/** When the background is woken next. */
import { nextSync } from '../store/account.ts';
import { earliestCheck } from '../store/feeds.ts';
import type { Deps } from './deps.ts';

/** Arms the alarm for the earliest check or sync that is due, or `notBefore` (UTC ms); none where there is nothing to ask. */
export async function armNextPoll(deps: Deps, notBefore = deps.now()): Promise<void> {
  const db = await deps.database();
  const [check, sync] = await Promise.all([earliestCheck(db), nextSync(db, deps.now())]);
  const at = check === null || sync === null ? (check ?? sync) : Math.min(check, sync);
  if (at !== null) await deps.armAlarm(Math.max(at, notBefore), deps.pace.retryMs);
}
