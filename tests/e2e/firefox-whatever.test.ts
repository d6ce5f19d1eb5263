/** The built extension in real Firefox: what must hold whatever happens to it, or is done to it. */
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
import { privateWindowsAndContainers } from './suites/windows.ts';
import { workerLife } from './suites/worker-life.ts';

describe('in Firefox', async () => {
  permission('firefox');
  traffic('firefox');
  hostile('firefox');
  doors('firefox');
  await account('firefox');
  privateWindowsAndContainers();
  await welcome('firefox');
  await restart('firefox');
  await updates('firefox');
  await lost('firefox');
  fullDisk('firefox');
  await badgeActions('firefox');
  looks('firefox');
  workerLife('firefox');
});
