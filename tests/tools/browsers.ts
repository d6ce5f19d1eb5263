/**
 * Finds Chromium (or Chrome, or Edge) and Firefox on this machine, and installs them through apt where that is
 * possible. Run by itself it makes sure of both and prints where they are.
 */
import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

export type BrowserFamily = 'chromium' | 'firefox';

export interface FoundBrowser {
  readonly path: string;
  readonly kind: 'chromium' | 'chrome' | 'edge' | 'firefox';
  /** Such as '156.0.8078.79'; empty where the browser does not tell. */
  readonly version: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const VARIABLES: Readonly<Record<BrowserFamily, readonly string[]>> = {
  chromium: ['CHROME_PATH', 'CHROMIUM_PATH'],
  firefox: ['FIREFOX_PATH'],
};

const NAMES: Readonly<Record<BrowserFamily, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'msedge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Readonly<Record<BrowserFamily, readonly string[]>> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const WINDOWS_PROGRAMS: Readonly<Record<BrowserFamily, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Where a browser may be, best first. */
export function candidates(family: BrowserFamily, platform: NodeJS.Platform, env: Environment): string[] {
  const named = VARIABLES[family].flatMap((name) => env[name] ?? []);
  if (platform === 'darwin') {
    const apps = MAC_APPS[family].map((app) => {
      const program = family === 'firefox' ? 'firefox' : app;
      return `/Applications/${app}.app/Contents/MacOS/${program}`;
    });
    return [...named, ...apps];
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const present = roots.filter((root): root is string => root !== undefined);
    return [
      ...named,
      ...WINDOWS_PROGRAMS[family].flatMap((path) => present.map((root) => `${root}\\${path}`)),
    ];
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return [...named, ...NAMES[family].flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/** The browser of a family that is installed here, or null. Chrome and Edge count as Chromium. */
export async function findBrowser(family: BrowserFamily): Promise<FoundBrowser | null> {
  for (const path of candidates(family, process.platform, process.env)) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    const described = await describe(path);
    if (described !== null) return { path, ...identify(family, described) };
  }
  return null;
}

/** Tells kind and version from what a browser prints about itself ('Mozilla Firefox 153.7.0esr'). */
export function identify(family: BrowserFamily, described: string): Omit<FoundBrowser, 'path'> {
  const version = /\d+(?:\.\d+)+/.exec(described)?.[0] ?? '';
  if (family === 'firefox') return { kind: 'firefox', version };
  if (/edge/i.test(described)) return { kind: 'edge', version };
  return { kind: /chrome/i.test(described) ? 'chrome' : 'chromium', version };
}

/** What `--version` prints; null where the program does not run, as a leftover of a removed package. */
async function describe(path: string): Promise<string | null> {
  // On Windows a browser opens a window instead of printing its version.
  if (process.platform === 'win32') return path;
  return promisify(execFile)(path, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

const FONTS = ['fonts-dejavu-core', 'fonts-noto-core'];
const PACKAGES: Readonly<Record<BrowserFamily, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};
const TO_INSTALL: Readonly<Record<BrowserFamily, string>> = {
  chromium: 'Chromium, Chrome or Edge (on Debian and Ubuntu: apt install chromium), or set CHROME_PATH',
  firefox: 'Firefox (on Debian: apt install firefox-esr), or set FIREFOX_PATH',
};

/**
 * Finds a browser, installing it with fonts for Cyrillic where it is missing and this is Debian or Ubuntu and
 * the user is root. Rejects with a plain sentence of what to install where neither is possible.
 */
export async function ensureBrowser(family: BrowserFamily): Promise<FoundBrowser> {
  const found = await findBrowser(family);
  if (found) return found;
  if (await canUseApt()) {
    console.log(`There is no ${family} here yet: installing it with apt, which takes a minute.`);
    await run('apt-get', ['update', '-q']);
    for (const name of PACKAGES[family]) {
      const installed = await run('apt-get', ['install', '-yq', '--no-install-recommends', name, ...FONTS]);
      const browser = installed ? await findBrowser(family) : null;
      if (browser) return browser;
    }
  }
  throw new Error(`There is no ${family} on this machine. Please install ${TO_INSTALL[family]}.`);
}

async function canUseApt(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return access('/usr/bin/apt-get', constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Runs a command to its end without its chatter; what it complains about is shown where it fails. */
function run(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      if (code !== 0) console.error(`${command} ${args.join(' ')} failed:\n${complaint.trim()}`);
      resolve(code === 0);
    });
  });
}

if (import.meta.main) {
  try {
    for (const family of ['chromium', 'firefox'] as const) {
      const { kind, version, path } = await ensureBrowser(family);
      console.log(`${kind} ${version}  ${path}`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
