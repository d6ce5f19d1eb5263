import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { armAlarm, onAlarm } from '../../../utils/platform/alarms.ts';
import { MINUTE, NOON } from '../support/world.ts';

beforeEach(() => fakeBrowser.reset());

const armedFor = async (): Promise<number | undefined> =>
  (await fakeBrowser.alarms.getAll()).at(0)?.scheduledTime;

describe('the alarm', () => {
  it('is made where there is none, and goes on ringing if nobody arms it anew', async () => {
    await armAlarm(NOON);
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ scheduledTime: NOON, periodInMinutes: 30 }]);
  });

  it('is left alone where it comes in time: made anew at every wake-up it would never ring', async () => {
    await armAlarm(NOON);
    await armAlarm(NOON + MINUTE);
    await armAlarm(NOON);
    expect(await armedFor()).toBe(NOON);
  });

  it('is brought forward where it comes too late', async () => {
    await armAlarm(NOON + 30 * MINUTE);
    await armAlarm(NOON);
    expect(await armedFor()).toBe(NOON);
  });

  it('is the only one that is listened to', async () => {
    let rings = 0;
    onAlarm(async () => {
      rings += 1;
    });
    for (const name of ['another', 'poll']) {
      await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: NOON, persistAcrossSessions: true });
    }
    expect(rings).toBe(1);
  });
});
