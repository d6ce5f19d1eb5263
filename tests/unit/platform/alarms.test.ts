import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { armAlarm, onAlarm } from '../../../utils/platform/alarms.ts';
import { MINUTE, NOON } from '../support/world.ts';

const LATER = Date.now() + 60 * MINUTE;

beforeEach(() => fakeBrowser.reset());

const armedFor = async (): Promise<number | undefined> =>
  (await fakeBrowser.alarms.getAll()).at(0)?.scheduledTime;

describe('the alarm', () => {
  it('is made where there is none, and goes on ringing if nobody arms it anew', async () => {
    await armAlarm(LATER, 5 * MINUTE);
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ scheduledTime: LATER, periodInMinutes: 5 }]);
  });

  it('is left alone where it is overdue: made anew at every wake-up it would never ring', async () => {
    const overdue = Date.now() - 10 * MINUTE;
    await armAlarm(overdue, MINUTE);
    await armAlarm(Date.now(), MINUTE);
    expect(await armedFor()).toBe(overdue);
  });

  it('is brought forward where it comes too late, and moved on where it would ring in vain', async () => {
    await armAlarm(LATER, MINUTE);
    await armAlarm(LATER - 30 * MINUTE, MINUTE);
    expect(await armedFor()).toBe(LATER - 30 * MINUTE);
    await armAlarm(LATER, MINUTE);
    expect(await armedFor()).toBe(LATER);
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
