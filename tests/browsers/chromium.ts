/** Starts a session in Chromium, driven through the debugging pipe with puppeteer. */
import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArgs } from '../newsroom/browsers.ts';
import { findBrowser } from '../tools/browsers.ts';
import { waitForExtension } from './chromium-extension.ts';
import { type State, surfaces } from './chromium-session.ts';
import { ended, killAtExit, temporaryFolder } from './cleanup.ts';
import { descendants } from './memory.ts';
import { until } from './page.ts';
import { type PackedExtension, packedExtension } from './real-install.ts';
import type { LaunchOptions, Session } from './session.ts';

const BASE_ARGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,900',
];
/** Arguments of puppeteer's with which a packed extension would not be installed. */
const AGAINST_PACKED = ['--disable-extensions', '--disable-default-apps'];
/** What would tell the person in front of the window that it is under remote control. */
const FOR_ROBOTS = ['--enable-automation'];

/** What stays the same over restarts. */
interface Setup {
  readonly options: LaunchOptions;
  readonly executable: string;
  readonly profile: string;
  /** Null where the extension is loaded unpacked. */
  readonly packed: PackedExtension | null;
}

/** Starts Chromium (or Chrome, or Edge) with the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Session> {
  const executable = options.executable ?? (await findBrowser('chromium'))?.path;
  if (!executable) throw new Error('there is no Chromium on this machine');
  const temporary = options.profile ? null : temporaryFolder('chromium');
  const profile = options.profile ?? temporary?.path ?? '';
  const packed = options.install === 'real' ? packedExtension() : null;
  const setup: Setup = { options, executable, profile, packed };
  const state: State = {
    ...(await start(setup, options.extension)),
    theme: options.theme ?? 'light',
  };
  return {
    ...surfaces(state),
    profile,
    restart: async (changes = {}) => {
      await (changes.byDeath ? killed(state.browser) : state.browser.close());
      await changes.whileClosed?.(profile);
      Object.assign(state, await start(setup, changes.extension ?? options.extension));
    },
    update: async () => {
      await state.browser.installExtension(resolve(options.extension), { enabledInIncognito: true });
      await waitForExtension(state.browser, state.id);
    },
    close: async () => {
      await state.browser.close();
      packed?.remove();
      temporary?.remove();
    },
  };
}

async function start(setup: Setup, build: string): Promise<{ browser: Browser; id: string }> {
  const { options, executable, profile, packed } = setup;
  await packed?.place(build);
  const browser = await puppeteer.launch({
    executablePath: executable,
    userDataDir: profile,
    headless: options.headless ?? true,
    pipe: true,
    defaultViewport: null,
    enableExtensions: true,
    ignoreDefaultArgs: [...(packed ? AGAINST_PACKED : []), ...(options.headless === false ? FOR_ROBOTS : [])],
    args: argumentsFor(options),
    env: { ...process.env, LANGUAGE: options.language ?? 'en' },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const child = browser.process();
  if (child) killAtExit(child);
  try {
    const id = packed?.id ?? (await browser.installExtension(resolve(build), { enabledInIncognito: true }));
    await waitForExtension(browser, id);
    return { browser, id };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Kills the browser's first process, with which all others end. */
async function killed(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child?.pid) throw new Error('the browser runs in no process of this machine');
  const others = await descendants(child.pid, '');
  const gone = ended(child, 5_000);
  child.kill('SIGKILL');
  await gone;
  // Those that end after it still have the profile open.
  await until(
    async () => !others.some(isAlive),
    10_000,
    () => 'the processes of the killed browser to be gone',
  );
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The command line of a session, less what puppeteer adds. */
export function argumentsFor(options: LaunchOptions): string[] {
  const { headless = true, language = 'en' } = options;
  // The default screen of headless Chromium is 800 × 600, which would cut a popup.
  const screen = `--screen-info={2560x1920 devicePixelRatio=${options.scale ?? 1}}`;
  return [
    ...BASE_ARGS,
    `--lang=${language}`,
    `--accept-lang=${language === 'en' ? 'en-US,en' : `${language},en`}`,
    ...(headless ? [screen] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.newsroom ? chromiumArgs(options.newsroom) : []),
    ...(options.chromiumArgs ?? []),
  ];
}
