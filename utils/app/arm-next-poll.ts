/** When the background is woken next. */
import { earliestCheck } from '../store/feeds.ts';
import type { Deps } from './deps.ts';

/** Arms the alarm for the earliest check that is due, or `notBefore` (UTC ms); none where there is nothing to ask. */
export async function armNextPoll(deps: Deps, notBefore = deps.now()): Promise<void> {
  const at = await earliestCheck(await deps.database());
  if (at !== null) await deps.armAlarm(Math.max(at, notBefore), deps.pace.retryMs);
}
