/** Changing settings; what they govern follows at once. */
import { READ_AGAIN } from '../../model/feed.ts';
import type { SettingsPatch } from '../../model/settings.ts';
import { changeFeeds } from '../../store/feeds.ts';
import { changeStoredSettings } from '../../store/records.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { bringForward } from './bring-forward.ts';
import { cleanUp } from './clean-up.ts';
import { applyMutes } from './mute.ts';
import { syncPanel } from './sync-panel.ts';

/** Changes the given settings; the others keep their values. */
export async function changeSettings(deps: Deps, patch: SettingsPatch): Promise<void> {
  await changeStoredSettings(await deps.database(), patch);
  await afterSettings(deps, patch);
  await changed(deps);
}

/** Makes true what settings that were just changed govern. */
export async function afterSettings(deps: Deps, patch: SettingsPatch): Promise<void> {
  if (patch.checkMinutes !== undefined) await bringForward(deps, patch.checkMinutes);
  if (isAboutKeeping(patch)) await keepAnew(deps);
  if (patch.mutedWords !== undefined) await applyMutes(deps);
  const isWhere = patch.panel ?? patch.panelBar ?? patch.panelSites ?? patch.panelHosts;
  if (isWhere !== undefined) await syncPanel(deps);
  if (patch.panelPrivate !== undefined) await deps.panel.announce();
}

function isAboutKeeping({ keepDays, keepPerSource, keepArticles }: SettingsPatch): boolean {
  return keepDays !== undefined || keepPerSource !== undefined || keepArticles !== undefined;
}

/** What is over the new limits goes; what they have room for comes back with the next body of its feed. */
async function keepAnew(deps: Deps): Promise<void> {
  await cleanUp(deps);
  await changeFeeds(await deps.database(), (feed) =>
    feed.bodyHash === null ? null : { ...feed, bodyHash: READ_AGAIN },
  );
}
