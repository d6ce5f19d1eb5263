/** Changing settings; what they govern follows at once. */
import type { SettingsPatch } from '../../model/settings.ts';
import { changeFeeds } from '../../store/feeds.ts';
import { changeStoredSettings } from '../../store/records.ts';
import { changed } from '../changed.ts';
import type { Deps } from '../deps.ts';
import { armNextPoll } from './poll.ts';

/** Changes the given settings; the others keep their values. */
export async function changeSettings(deps: Deps, patch: SettingsPatch): Promise<void> {
  const settings = await changeStoredSettings(await deps.database(), patch);
  if (patch.checkMinutes !== undefined) await bringForward(deps, settings.checkMinutes);
  await changed(deps);
}

/** A shorter interval counts from the last check, not from the next one. */
async function bringForward(deps: Deps, checkMinutes: number | null): Promise<void> {
  const interval = checkMinutes === null ? deps.pace.intervalMs : checkMinutes * 60_000;
  await changeFeeds(await deps.database(), (feed) => {
    const at = (feed.lastAttemptAt ?? deps.now()) + interval;
    return at < feed.nextCheckAt ? { ...feed, nextCheckAt: at } : null;
  });
  await armNextPoll(deps);
}
