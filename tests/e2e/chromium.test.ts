/** The built extension in real Chromium. */
import { describe } from 'vitest';
import { alerts } from './suites/alerts.ts';
import { aroundTabs } from './suites/around-tabs.ts';
import { badInput } from './suites/bad-input.ts';
import { badge } from './suites/badge.ts';
import { badgeActions } from './suites/badge-actions.ts';
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
import { workerLife } from './suites/worker-life.ts';

describe('in Chromium', async () => {
  mainPath('chromium');
  badge('chromium');
  alerts('chromium');
  badInput('chromium');
  aroundTabs('chromium');
  data('chromium');
  panel('chromium');
  bar('chromium');
  movingOn('chromium');
  readingPage('chromium');
  permission('chromium');
  await welcome('chromium');
  await restart('chromium');
  await lost('chromium');
  await badgeActions('chromium');
  looks('chromium');
  workerLife('chromium');
});
