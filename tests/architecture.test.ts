/** The house rules, held against the whole source, and each broken once to see that it would be noticed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from './architecture/rules.ts';
import { parseSource, projectSources } from './architecture/source.ts';

const ROOT = join(import.meta.dirname, '..');
const sources = projectSources(ROOT);

describe('the source', () => {
  it('is there to be checked', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(RULES)('$name', (rule) => {
    expect(rule.check(sources)).toEqual([]);
  });
});

/** One broken file for every rule; the path says where it would lie. */
const BROKEN: readonly [rule: string, ...files: [path: string, text: string][]][] = [
  ['every file of utils belongs to a named domain', ['utils/helpers.ts', 'export const a = 1;']],
  ['imports go downward only', ['utils/model/bad.ts', "import { a } from '../store/open.ts'; a();"]],
  [
    'imports go downward only',
    ['utils/feed/bad.ts', "import type { A } from '../app/deps.ts'; export type B = A;"],
  ],
  [
    'imports go downward only',
    ['utils/text/bad.ts', "export type B = import('../store/schema.ts').Database;"],
  ],
  [
    'no file imports itself by a detour',
    ['utils/text/one.ts', "import { b } from './two.ts'; export const a = b;"],
    ['utils/text/two.ts', "export { a as b } from './one.ts';"],
  ],
  ['only utils/store opens IndexedDB', ['utils/app/bad.ts', "import { openDB } from 'idb'; openDB('x');"]],
  ['only utils/store opens IndexedDB', ['entrypoints/popup/bad.ts', "globalThis.indexedDB.open('lede');"]],
  ['only utils/net fetches', ['utils/app/bad.ts', "await fetch('https://a.example/');"]],
  ['only utils/net fetches', ['components/bad.tsx', "navigator.sendBeacon('https://a.example/');"]],
  ['only utils/net fetches', ['utils/page/bad.ts', 'new XMLHttpRequest();']],
  [
    'only utils/protocol sends messages',
    ['utils/platform/bad.ts', "import { browser } from 'wxt/browser'; browser.runtime.sendMessage({});"],
  ],
  ['only utils/protocol sends messages', ['utils/surface/bad.ts', "new BroadcastChannel('lede');"]],
  [
    'only utils/platform touches the browser (and utils/protocol its messages)',
    ['utils/app/bad.ts', "import { browser } from 'wxt/browser'; browser.tabs.create({});"],
  ],
  [
    'only utils/platform touches the browser (and utils/protocol its messages)',
    ['entrypoints/popup/bad.ts', 'chrome.tabs.create({});'],
  ],
  [
    'only utils/platform touches the browser (and utils/protocol its messages)',
    ['utils/protocol/bad.ts', "import { browser } from 'wxt/browser'; browser.storage.local.get();"],
  ],
  ['no any', ['utils/model/bad.ts', 'export const a = (b: any): any => b;']],
  [
    'only utils/feed/xml knows the XML library',
    ['utils/feed/rss-bad.ts', "import { Parser } from 'htmlparser2'; new Parser();"],
  ],
  [
    'components draw what they are given',
    ['components/bad.tsx', "import { a } from '../utils/store/open.ts'; a();"],
  ],
  [
    'components draw what they are given',
    ['components/bad.tsx', "import { createSurface } from '../utils/surface/create.ts'; createSurface();"],
  ],
  [
    'the detector carries nothing but what detects',
    ['utils/page/detect/bad.ts', "import { a } from '../../text/host.ts'; a();"],
    ['entrypoints/detector.ts', "import { b } from '../utils/page/detect/bad.ts'; b();"],
  ],
  [
    'no page loads a command: the background is the only writer',
    ['entrypoints/popup/bad.ts', "import { poll } from '../../utils/app/commands/poll.ts'; poll();"],
  ],
];

describe('a broken rule is noticed', () => {
  it.each(BROKEN)('%s: %s', (name, ...files) => {
    const rule = RULES.find((candidate) => candidate.name === name);
    const broken = files.map(([path, text]) => parseSource(path, text));
    expect(rule?.check([...sources, ...broken])).not.toEqual([]);
  });

  it('for every rule', () => {
    expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(RULES.map((rule) => rule.name)));
  });
});

/** Type-checks all of utils (but utils/page) with one more file, under the config of utils; gives the errors. */
function compileWithUtils(text: string): string[] {
  const folder = join(ROOT, '.output', 'test', 'realm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'probe.ts'), text);
  const config = {
    extends: '../../../utils/tsconfig.json',
    include: ['probe.ts', '../../../utils', '../../../entrypoints/background'],
    exclude: ['../../../utils/page'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    execFileSync('tsc', ['-p', folder, '--pretty', 'false'], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout.trim().split('\n');
  }
}

// A compiler is started for each.
describe('nothing under utils but utils/page compiles against the DOM', { timeout: 30_000 }, () => {
  it('compiles without it', () => {
    expect(compileWithUtils("export const a = new URL('https://a.example/');")).toEqual([]);
  });

  it('does not compile where it names it', () => {
    const errors = compileWithUtils('export const a = document.title;\nexport const b = new DOMParser();');
    expect(errors.map((line) => line.replace(/^.*error /, ''))).toEqual([
      expect.stringContaining("Cannot find name 'document'"),
      expect.stringContaining("Cannot find name 'DOMParser'"),
    ]);
  });
});
