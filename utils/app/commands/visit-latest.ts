/** Latest is shown to the reader, and leaves the screen: what arrives from then on is new at the next visit. */
import { rememberSeen } from '../../store/records.ts';
import { refreshBadge } from '../changed.ts';
import type { Deps } from '../deps.ts';

/** Remembers that what had arrived by `upTo` (UTC ms) was shown. */
export async function visitLatest(deps: Deps, upTo = deps.now()): Promise<void> {
  const now = deps.now();
  await rememberSeen(await deps.database(), 'visitedAt', Math.min(upTo, now), now);
  await refreshBadge(deps);
}

/** Remembers that alerts which were raised by `upTo` (UTC ms) were seen: the badge tells of them no longer. */
export async function seeAlerts(deps: Deps, upTo = deps.now()): Promise<void> {
  const now = deps.now();
  await rememberSeen(await deps.database(), 'alertsSeenAt', Math.min(upTo, now), now);
  await refreshBadge(deps);
}

/** A page, by its id, has Latest no longer on a screen: the badge counts again. */
export async function leaveLatest(deps: Deps, view: string): Promise<void> {
  await deps.forgetShown(view);
  await refreshBadge(deps);
}
