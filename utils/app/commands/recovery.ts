/** What a reader does with snapshots, and with the news that one was put back by itself. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { putBack } from '../../store/snapshot.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { readSnapshot } from '../snapshot-shelf.ts';
import { applyMutes } from './mute.ts';
import { syncPanel } from './sync-panel.ts';

/**
 * Puts the snapshot of a day back; see `putBack`. Gives how many sources came back; problem `not-found` where the
 * snapshot is gone.
 */
export async function restoreSnapshot(deps: Deps, at: number): Promise<Result<{ sources: number }>> {
  const snapshot = await readSnapshot(deps.local, at);
  if (snapshot === null) return fail('not-found');
  const db = await deps.database();
  const sources = await putBack(db, snapshot, deps.now());
  await applyMutes(deps);
  await changed(deps);
  await armNextPoll(deps);
  await syncPanel(deps);
  return ok({ sources });
}

/** The reader knows that sources and settings were put back. */
export async function knowRecovery(deps: Deps): Promise<void> {
  await (await deps.database()).delete('records', 'recovered');
  await changed(deps);
}
