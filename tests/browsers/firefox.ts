/** Starts a session in Firefox, driven through Marionette alone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { firefoxPrefs } from '../newsroom/browsers.ts';
import { findBrowser } from '../tools/browsers.ts';
import { temporaryFolder } from './cleanup.ts';
import { giveCompiled, keepCompiled } from './firefox-cache.ts';
import { type Prefs, type RunningFirefox, startFirefox } from './firefox-process.ts';
import * as scripts from './firefox-scripts.ts';
import { HOST, type State, surfaces } from './firefox-session.ts';
import { until } from './page.ts';
import { placeXpi } from './real-install.ts';
import type { LaunchOptions, Session } from './session.ts';
import { zipFolder } from './zip.ts';

/** What stays the same over restarts. */
interface Setup {
  readonly options: LaunchOptions;
  readonly executable: string;
  readonly id: string;
  readonly profile: string;
}

/** Starts Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<Session> {
  const executable = options.executable ?? (await findBrowser('firefox'))?.path;
  if (!executable) throw new Error('there is no Firefox on this machine');
  const id = await geckoId(options.extension);
  const temporary = options.profile ? null : temporaryFolder('firefox');
  const profile = options.profile ?? temporary?.path ?? '';
  const setup: Setup = { options, executable, id, profile };
  if (temporary) await giveCompiled(executable, profile);
  let running = await start(setup, options.extension);
  const state: State = { id, marionette: running.marionette, theme: options.theme ?? 'light' };
  return {
    ...surfaces(state, options.scale ?? 1),
    profile,
    untilClosed: () => running.exited,
    update: (extension) => update(running, id, extension),
    restart: async (changes = {}) => {
      await (changes.byDeath ? running.kill() : running.quit());
      await changes.whileClosed?.(profile);
      running = await start(setup, changes.extension ?? options.extension);
      state.marionette = running.marionette;
    },
    close: async () => {
      await running.quit();
      if (temporary) await keepCompiled(executable, profile);
      temporary?.remove();
    },
  };
}

/** The add-on id that a built manifest names. */
async function geckoId(extension: string): Promise<string> {
  const manifest: { browser_specific_settings?: { gecko?: { id?: string } } } = JSON.parse(
    await readFile(join(extension, 'manifest.json'), 'utf8'),
  );
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extension}/manifest.json has no browser_specific_settings.gecko.id`);
  return id;
}

async function start(setup: Setup, extension: string): Promise<RunningFirefox> {
  const { options, id, profile } = setup;
  if (options.install === 'real') await placeXpi(profile, id, extension);
  const running = await startFirefox(setup.executable, profile, {
    headless: options.headless ?? true,
    language: options.language ?? 'en',
    prefs: prefsFor(options, id),
  });
  try {
    await install(running, setup, extension);
    return running;
  } catch (error) {
    await running.quit();
    throw error;
  }
}

/** Installs an unpacked build, or waits until Firefox has found the packed one, and puts its button up. */
async function install({ marionette }: RunningFirefox, setup: Setup, extension: string): Promise<void> {
  const { options, id } = setup;
  if (options.install === 'temporary') {
    await marionette.chrome(scripts.ALLOW_PRIVATE, [id]);
    await marionette.chrome(scripts.INSTALL, [resolve(extension)]);
  }
  await until(
    () => marionette.chrome<boolean>(scripts.PIN, [id]),
    20_000,
    () => 'the extension to be installed',
  );
}

/** Installs a packed build over the one that runs. */
async function update({ marionette }: RunningFirefox, id: string, extension: string): Promise<void> {
  const file = join(temporaryFolder('xpi').path, 'lede.xpi');
  await writeFile(file, await zipFolder(extension));
  await marionette.chrome(scripts.INSTALL, [file]);
  // It is read from there as long as it runs.
  await marionette.chrome(scripts.PIN, [id]);
}

function prefsFor(options: LaunchOptions, id: string): Prefs {
  const { language = 'en', newsroom } = options;
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: HOST }),
    'layout.css.prefers-color-scheme.content-override': options.theme === 'dark' ? 0 : 1,
    'intl.locale.requested': language === 'en' ? 'en-US' : language,
    'intl.accept_languages': language === 'en' ? 'en-US, en' : `${language}, en`,
    ...(newsroom ? firefoxPrefs(newsroom) : {}),
    ...options.firefoxPrefs,
  };
}
