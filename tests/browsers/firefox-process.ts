/** Starts Firefox on a profile, with Marionette on a port of the system's choice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ended, killAtExit } from './cleanup.ts';
import { QUIT } from './firefox-scripts.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { until } from './page.ts';

export type Prefs = Readonly<Record<string, string | number | boolean>>;

/** What every test profile has. */
const BASE_PREFS: Prefs = {
  'marionette.port': 0,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  // Firefox asks Mozilla for nothing of its own: what the newsroom logs is the extension's doing.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': 'data:,',
  'privacy.userContext.enabled': true,
  // The sixth crash of the extension process would otherwise disable extensions for good.
  'extensions.webextensions.crash.threshold': 10_000,
  // A start after several deaths would ask for troubleshoot mode.
  'toolkit.startup.max_resumed_crashes': -1,
  // An extension keeps its data and its address when its build is replaced.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // An unsigned XPI in the profile is installed, found again and updated.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
};

export interface RunningFirefox {
  readonly marionette: Marionette;
  /** Resolves when the process has ended. */
  readonly exited: Promise<void>;
  /** Ends Firefox as its menu does; kills it where it has not ended after ten seconds. */
  quit(): Promise<void>;
  /** Kills it without warning. */
  kill(): Promise<void>;
}

/** Starts Firefox and connects. Rejects where it ends or does not answer within a minute. */
export async function startFirefox(
  executable: string,
  profile: string,
  options: { headless: boolean; prefs: Prefs; language: string },
): Promise<RunningFirefox> {
  const portFile = join(profile, 'MarionetteActivePort');
  await rm(portFile, { force: true });
  await writeFile(join(profile, 'user.js'), prefsFile({ ...BASE_PREFS, ...options.prefs }));
  const args = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const child = spawn(executable, options.headless ? ['--headless', ...args] : args, {
    stdio: 'ignore',
    env: {
      ...process.env,
      MOZ_CRASHREPORTER_DISABLE: '1',
      // Without it a released Firefox does not heed the preference for its settings server.
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      LANGUAGE: options.language,
    },
  });
  const kill = killAtExit(child);
  const port = await until(
    async () => (child.exitCode === null ? Number(await readFile(portFile, 'utf8')) || null : -1),
    60_000,
    () => 'Firefox to start',
  );
  if (port < 0) throw new Error(`Firefox ended with code ${child.exitCode} before it could be driven`);
  const marionette = await connectMarionette(port);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    marionette,
    exited,
    quit: () => quit(child, marionette, kill),
    kill: async () => {
      kill();
      await exited;
      marionette.close();
    },
  };
}

/** The text of a `user.js` with these preferences. */
export function prefsFile(prefs: Prefs): string {
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  return lines.join('');
}

async function quit(child: ChildProcess, marionette: Marionette, kill: () => void): Promise<void> {
  // The connection may break before the answer: that is what was asked for.
  await marionette.chrome(QUIT).catch(() => undefined);
  await ended(child, 10_000).catch(kill);
  await ended(child, 5_000);
  marionette.close();
}
