/** What every start of the background makes sure of, whatever ended the one before. */
import { changeAccount } from '../../store/account.ts';
import { stagedRestore } from '../../store/staging.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed, refreshBadge } from '../changed.ts';
import { code } from '../code.ts';
import type { Deps } from '../deps.ts';
import { keepSnapshot } from '../snapshots.ts';
import { carryIfOn } from './carry-if-on.ts';
import { forgetRemoved } from './forget-removed.ts';
import { keepEngine } from './keep-engine.ts';
import { applyMutes } from './mute.ts';
import { packSearch } from './pack-search.ts';
import { poll } from './poll.ts';
import { setClockRight } from './set-clock-right.ts';
import { showNotifications } from './show-notifications.ts';
import { syncPanel } from './sync-panel.ts';
import { tellStories } from './tell-stories.ts';

/**
 * The badge is right and the alarm is armed: alarms can vanish with a restart or an update. A refresh that ended with
 * the background before is told of no longer.
 */
export async function wake(deps: Deps): Promise<void> {
  // Before the alarm: by a clock that went back it would ring when the clock was wrong.
  await setClockRight(deps);
  // A restore that was being written when the background died: everything else is about what it leaves.
  if (await stagedRestore(await deps.database())) await (await code.restore()).finishRestore(deps);
  await Promise.all([refreshBadge(deps), armNextPoll(deps), deps.tellProgress(null)]);
  await showNotifications(deps);
  // What a kill left without a story, and after an update all that was stored before there were stories.
  if (await tellStories(deps)) await changed(deps);
  await applyMutes(deps);
  await deps.readyFront();
  // What the browser refuses here keeps nothing else from being done.
  await syncPanel(deps).catch((error) => console.error('panel', error));
  await forgetRemoved(deps);
  // What a background that died left is no sync any more.
  await changeAccount(await deps.database(), ({ syncingSince }) =>
    syncingSince === null ? {} : { syncingSince: null },
  );
  // What the reader did before a kill, and what came while the background slept.
  await carryIfOn(deps).catch((error) => console.error('carrying', error));
  await packSearch(deps);
  await keepEngine(deps);
  await keepSnapshot(deps);
}

/** At the start of the browser what became due while it was closed is asked at once. */
export async function startUp(deps: Deps): Promise<void> {
  await wake(deps);
  await poll(deps);
}
