/** The built extension in real Chromium: what must hold whatever happens to it, or is done to it. */
import { describe } from 'vitest';
import { account } from './suites/account.ts';
import { badgeActions } from './suites/badge-actions.ts';
import { doors } from './suites/doors.ts';
import { fullDisk } from './suites/full-disk.ts';
import { hostile } from './suites/hostile.ts';
import { looks } from './suites/looks.ts';
import { lost } from './suites/lost.ts';
import { permission } from './suites/permission.ts';
import { restart } from './suites/restart.ts';
import { traffic } from './suites/traffic.ts';
import { updates } from './suites/updates.ts';
import { welcome } from './suites/welcome.ts';
import { workerLife } from './suites/worker-life.ts';

describe('in Chromium', async () => {
  permission('chromium');
  traffic('chromium');
  hostile('chromium');
  doors('chromium');
  await account('chromium');
  await welcome('chromium');
  await restart('chromium');
  await updates('chromium');
  await lost('chromium');
  fullDisk('chromium');
  await badgeActions('chromium');
  looks('chromium');
  workerLife('chromium');
});
