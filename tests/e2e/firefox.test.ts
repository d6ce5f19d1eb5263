/** The built extension in real Firefox: what a reader does with it. What must hold whatever happens is beside it. */
import { describe } from 'vitest';
import { alerts } from './suites/alerts.ts';
import { aroundTabs } from './suites/around-tabs.ts';
import { badInput } from './suites/bad-input.ts';
import { badge } from './suites/badge.ts';
import { bar } from './suites/bar.ts';
import { data } from './suites/data.ts';
import { mainPath } from './suites/main-path.ts';
import { movingOn } from './suites/moving-on.ts';
import { panel } from './suites/panel.ts';
import { readingPage } from './suites/reading-page.ts';

describe('in Firefox', () => {
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
});
