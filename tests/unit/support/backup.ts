/** Backups as a page makes and restores them, over a world without a browser. */

import type { Deps } from '../../../utils/app/deps.ts';
import { createHandlers } from '../../../utils/app/handlers.ts';
import { queries } from '../../../utils/app/queries/index.ts';
import type { RestoreMode } from '../../../utils/model/backup-format.ts';
import { ok } from '../../../utils/model/problem.ts';
import type { Client } from '../../../utils/protocol/client.ts';
import { readBackup, restoreBackup, writeBackup } from '../../../utils/surface/backup.ts';
import type { Ask } from '../../../utils/surface/reading.ts';

/** Reads by the queries themselves, as a page does. */
export function askOf(deps: Deps): Ask {
  return async (name, request) => ok(await queries[name](await deps.database(), request));
}

/** A backup as a file. */
export async function backupOf(deps: Deps): Promise<Blob> {
  const blob = await writeBackup(askOf(deps), deps.now(), () => undefined);
  if (!blob.ok) throw new Error(blob.problem.code);
  return blob.value;
}

/** Everything that a backup of a world carries, a row a line: two worlds with the same are identical to their reader. */
export async function carried(deps: Deps): Promise<string[]> {
  const [, ...rows] = (await textOf(await backupOf(deps))).trimEnd().split('\n');
  return rows.slice(0, -1);
}

export async function textOf(blob: Blob): Promise<string> {
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export function restore(deps: Deps, file: Blob, mode: RestoreMode, client: Client = createHandlers(deps)) {
  return restoreBackup(client, file, mode, () => undefined);
}

export function preview(file: Blob) {
  return readBackup(file, () => undefined);
}
