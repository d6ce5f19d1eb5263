/** The built extension in real Firefox. */
import { describe } from 'vitest';
import { alerts } from './suites/alerts.ts';
import { aroundTabs } from './suites/around-tabs.ts';
import { badInput } from './suites/bad-input.ts';
import { badge } from './suites/badge.ts';
import { bar } from './suites/bar.ts';
import { data } from './suites/data.ts';
import { looks } from './suites/looks.ts';
import { lost } from './suites/lost.ts';
import { mainPath } from './suites/main-path.ts';
import { movingOn } from './suites/moving-on.ts';
import { panel } from './suites/panel.ts';
import { permission } from './suites/permission.ts';
import { readingPage } from './suites/reading-page.ts';
import { restart } from './suites/restart.ts';
import { welcome } from './suites/welcome.ts';
import { privateWindowsAndContainers } from './suites/windows.ts';
import { workerLife } from './suites/worker-life.ts';

describe('in Firefox', async () => {
  mainPath('firefox');
  badge('firefox');
  alerts('firefox');
  badInput('firefox');
  aroundTabs('firefox');
  data('firefox');
  panel('firefox');
  bar('firefox');
  movingOn('firefox');
  readingPage('firefox');
  permission('firefox');
  privateWindowsAndContainers();
  await welcome('firefox');
  await restart('firefox');
  await lost('firefox');
  looks('firefox');
  workerLife('firefox');
});
