import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argumentsFor } from '../../browsers/chromium.ts';
import { atExit, temporaryFolder } from '../../browsers/cleanup.ts';
import { prefsFile } from '../../browsers/firefox-process.ts';
import { combination, toWebDriverKeys } from '../../browsers/keys.ts';
import { candidates, identify } from '../../tools/browsers.ts';

describe('finding a browser', () => {
  it('takes the one that a variable names before any other', () => {
    const env = { CHROME_PATH: '/opt/my-chrome', PATH: '/usr/bin:/usr/local/bin' };
    const found = candidates('chromium', 'linux', env);
    expect(found[0]).toBe('/opt/my-chrome');
    expect(found.indexOf('/usr/bin/chromium')).toBeLessThan(found.indexOf('/usr/bin/google-chrome'));
    expect(found).toContain('/usr/local/bin/microsoft-edge');
  });

  it('looks in PATH for absolute folders only', () => {
    expect(candidates('firefox', 'linux', { PATH: 'bin:/usr/bin' })).toEqual([
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
    ]);
    expect(candidates('firefox', 'linux', {})).toEqual([]);
  });

  it('knows the usual places of macOS and Windows', () => {
    expect(candidates('firefox', 'darwin', {})).toContain('/Applications/Firefox.app/Contents/MacOS/firefox');
    expect(candidates('chromium', 'win32', { PROGRAMFILES: 'C:\\Program Files' })).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    );
  });

  it.each([
    [
      'chromium',
      'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)',
      'chromium',
      '156.0.8078.79',
    ],
    ['chromium', 'Google Chrome 156.0.8078.79 ', 'chrome', '156.0.8078.79'],
    ['chromium', 'Microsoft Edge 156.0.3912.40', 'edge', '156.0.3912.40'],
    ['firefox', 'Mozilla Firefox 153.7.0esr', 'firefox', '153.7.0'],
    ['firefox', '', 'firefox', ''],
  ] as const)('tells a %s that says “%s”', (family, described, kind, version) => {
    expect(identify(family, described)).toEqual({ kind, version });
  });
});

describe('the command line of Chromium', () => {
  const options = { kind: 'chromium', extension: '.', install: 'temporary' } as const;

  it('gives a headless browser a screen on which a popup has room', () => {
    expect(argumentsFor({ ...options, scale: 2 })).toContain('--screen-info={2560x1920 devicePixelRatio=2}');
    expect(argumentsFor({ ...options, headless: false }).join(' ')).not.toContain('--screen-info');
  });

  it('sets the language that pages are asked for', () => {
    expect(argumentsFor({ ...options, language: 'uk' })).toEqual(
      expect.arrayContaining(['--lang=uk', '--accept-lang=uk,en']),
    );
  });

  it('ends in what the caller adds', () => {
    expect(argumentsFor({ ...options, chromiumArgs: ['--mute-audio'] }).at(-1)).toBe('--mute-audio');
  });
});

describe('preferences of Firefox', () => {
  it('are written as calls, with texts quoted', () => {
    expect(prefsFile({ 'a.number': 1, 'a.text': 'say "так"', 'a.switch': false })).toBe(
      'user_pref("a.number", 1);\nuser_pref("a.text", "say \\"так\\"");\nuser_pref("a.switch", false);\n',
    );
  });
});

describe('keys', () => {
  it('are named as in KeyboardEvent, alone or with what is held', () => {
    expect(combination('Control+Shift+ArrowDown')).toEqual(['Control', 'Shift', 'ArrowDown']);
    expect(combination('+')).toEqual(['+']);
    expect(combination('о')).toEqual(['о']);
  });

  it('become the code points of WebDriver', () => {
    expect(toWebDriverKeys('Enter')).toBe('\uE007');
    expect(toWebDriverKeys('Shift+Tab')).toBe('\uE008\uE004');
    expect(toWebDriverKeys('j')).toBe('j');
  });
});

describe('cleaning up', () => {
  it('runs once, however often it is asked', () => {
    let runs = 0;
    const undo = atExit(() => {
      runs++;
    });
    undo();
    undo();
    expect(runs).toBe(1);
  });

  it('removes a temporary folder with all that is in it', () => {
    const folder = temporaryFolder('test');
    expect(existsSync(folder.path)).toBe(true);
    folder.remove();
    expect(existsSync(folder.path)).toBe(false);
  });
});
