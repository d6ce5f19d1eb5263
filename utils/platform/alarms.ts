/** The alarms that wake the background: the one for polling, and one for what waits to be carried. */
import { browser } from 'wxt/browser';

const NAME = 'poll';
const CARRY = 'carry';
/** An alarm this close to the wanted time is left alone, in ms. */
const SLACK_MS = 1000;

/**
 * Arms the alarm for `at` (UTC ms) and then every `againMs` until it is armed anew: a background that dies between
 * the alarm and arming the next one, or that was dead when it rang, is woken all the same. An alarm that rings sooner
 * is moved only to a time to come: moving an overdue one at every wake-up would mean that it never rings. The browser
 * may round the time up to 30 s from now.
 */
export async function armAlarm(at: number, againMs: number): Promise<void> {
  const armed = await browser.alarms.get(NAME);
  if (armed && isKept(armed.scheduledTime, at)) return;
  await browser.alarms.create(NAME, { when: at, periodInMinutes: againMs / 60_000 });
}

function isKept(armedFor: number, at: number): boolean {
  const rings = armedFor <= at + SLACK_MS;
  return rings && (armedFor >= at - SLACK_MS || at <= Date.now() + SLACK_MS);
}

/** Calls back when the alarm fires. Must be called synchronously at the top of the background. */
export function onAlarm(listener: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) void listener();
  });
}

/** Arms the alarm of carrying for `at` (UTC ms). */
export async function armCarrying(at: number): Promise<void> {
  await browser.alarms.create(CARRY, { when: at });
}

/** Calls back when what waits is to be carried. Must be called synchronously at the top of the background. */
export function onCarryAlarm(listener: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === CARRY) void listener();
  });
}
