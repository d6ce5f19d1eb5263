/**
 * Restoring a backup: its text comes piece by piece and is kept beside everything else; once all of it is there and found
 * whole, it is written at once. Whatever dies in between, everything is as it was before or as it is after.
 */

import type { Restored, RestoreMode } from '../../model/backup-format.ts';
import { fail, ok, type Result } from '../../model/problem.ts';
import { BackupReader } from '../../store/backup-file.ts';
import { writeStaged } from '../../store/restore.ts';
import { isNoRoom } from '../../store/room.ts';
import {
  beginStaging,
  dropStaging,
  putStaged,
  stagedPart,
  stagedRestore,
  stagePart,
} from '../../store/staging.ts';
import { armNextPoll } from '../arm-next-poll.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { applyMutes } from './mute.ts';
import { syncPanel } from './sync-panel.ts';
import { tellStories } from './tell-stories.ts';

/** What is left of a restore that nobody finished is dropped after this time, in ms. */
const LEFT_MS = 3_600_000;

/** Begins a restore; another that was begun is dropped. */
export async function beginRestore(deps: Deps): Promise<Result<{ restoreId: string }>> {
  const restoreId = `${deps.now()}-${Math.floor(deps.random() * 1e9)}`;
  await beginStaging(await deps.database(), restoreId, deps.now());
  return ok({ restoreId });
}

/**
 * Takes a piece; running it twice keeps it once. Problem `not-found` where another restore was begun meanwhile. Where there
 * is no room for it, those that came before it are let go.
 */
export async function stageRestore(
  deps: Deps,
  { restoreId, index, text }: { restoreId: string; index: number; text: string },
): Promise<Result<null>> {
  const db = await deps.database();
  try {
    return (await stagePart(db, restoreId, index, text)) ? ok(null) : fail('not-found');
  } catch (error) {
    if (isNoRoom(error)) await dropStaging(db);
    throw error;
  }
}

/**
 * Checks that all pieces are there and make a whole backup, then writes it. Safe to ask for twice: the second time gives
 * what the first did. Where the backup is damaged nothing has changed, and its pieces are dropped.
 */
export async function commitRestore(
  deps: Deps,
  { restoreId, parts, mode }: { restoreId: string; parts: number; mode: RestoreMode },
): Promise<Result<Restored>> {
  const db = await deps.database();
  const restore = await stagedRestore(db);
  if (restore?.id !== restoreId) return fail('not-found');
  if (restore.result !== null) return ok(restore.result);
  if (restore.state === 'staging') {
    const problem = await deps.stayAwake(() => check(deps, parts));
    if (problem !== null) {
      await dropStaging(db);
      return problem;
    }
    await putStaged(db, { ...restore, state: 'committing', mode, parts });
  }
  return deps.stayAwake(() => write(deps));
}

/** At the start of the background: what was being written is written; what nobody finished is dropped after a while. */
export async function finishRestore(deps: Deps): Promise<void> {
  const restore = await stagedRestore(await deps.database());
  if (restore?.state === 'committing') await deps.stayAwake(() => write(deps));
  else if (restore !== null && Math.abs(deps.now() - restore.at) > LEFT_MS)
    await dropStaging(await deps.database());
}

async function check(deps: Deps, parts: number): Promise<ReturnType<typeof fail> | null> {
  const db = await deps.database();
  const reader = new BackupReader();
  for (let index = 0; index < parts; index += 1) {
    const text = await stagedPart(db, index);
    if (text === undefined) return fail('damaged-backup');
    if (!reader.add(text)) break;
  }
  const end = reader.end();
  return end.ok ? null : end;
}

/** One restore at a time, and no story is told meanwhile. */
async function write(deps: Deps): Promise<Result<Restored>> {
  const db = await deps.database();
  const written = await deps.stories.alone(async () => {
    const restore = await stagedRestore(db);
    if (restore === null) return null;
    const { mode, result } = restore;
    if (mode === null || result !== null) return result;
    try {
      return await writeStaged(db, { ...restore, mode }, deps.now());
    } catch (error) {
      // It would fail again at every start.
      await dropStaging(db);
      throw error;
    } finally {
      deps.stories.forget();
    }
  });
  if (written === null) return fail('not-found');
  await tellStories(deps);
  await applyMutes(deps);
  await changed(deps);
  await armNextPoll(deps);
  await syncPanel(deps);
  return ok(written);
}
