/** Erasing everything. */
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { eraseAll } from '../open-database.ts';
import { syncPanel } from './sync-panel.ts';

/**
 * Erases sources, articles, marks, settings and all snapshots: nothing comes back by itself. A background that dies in
 * between goes on when it next starts. What the reader allowed the browser stays allowed.
 */
export async function eraseEverything(deps: Deps): Promise<void> {
  // No snapshot is taken meanwhile.
  await deps.snapshotDesk.alone(async () => {
    await deps.closeDatabase();
    await eraseAll(deps.local);
  });
  deps.stories.forget();
  deps.findings.clear();
  await syncPanel(deps);
  await changed(deps);
}
