/** The one alarm that wakes the background. */
import { browser } from 'wxt/browser';

const NAME = 'poll';
/**
 * The alarm repeats at this interval, in minutes, until it is armed anew: a worker that dies between the alarm and
 * arming the next one is woken all the same.
 */
const HEARTBEAT_MINUTES = 30;
/** An alarm this much later than due is left alone, in ms: creating it anew would only push it on. */
const SLACK_MS = 1000;

/**
 * Arms the alarm for `at` (UTC ms), only if there is none or it is later: creating it at every wake-up would mean
 * that it never fires. The browser may round it up to 30 s from now.
 */
export async function armAlarm(at: number): Promise<void> {
  const armed = await browser.alarms.get(NAME);
  if (armed && armed.scheduledTime <= at + SLACK_MS) return;
  await browser.alarms.create(NAME, { when: at, periodInMinutes: HEARTBEAT_MINUTES });
}

/** Calls back when the alarm fires. Must be called synchronously at the top of the background. */
export function onAlarm(listener: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) void listener();
  });
}
