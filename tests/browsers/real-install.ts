/**
 * Installing for real, as a reader would have it: only then does a restart keep alarms and registered scripts
 * and fire the startup event. Chromium takes a packed CRX named by a file in a system folder; Firefox takes an
 * XPI in the profile.
 */
import { generateKeyPairSync } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FoundBrowser, findBrowser } from '../tools/browsers.ts';
import { atExit, temporaryFolder } from './cleanup.ts';
import { extensionId, packCrx } from './crx.ts';
import { zipFolder } from './zip.ts';

/** Where Chromium looks for extensions that the system installs. */
const SYSTEM_FOLDER = '/usr/share/chromium/extensions';

export type CanInstall = { readonly can: true } | { readonly can: false; readonly reason: string };

/** Whether a real installation can be had here; the reason is one sentence for a report of skipped tests. */
export async function canInstallForReal(kind: 'chromium' | 'firefox'): Promise<CanInstall> {
  const browser = await findBrowser(kind);
  if (!browser) return { can: false, reason: `there is no ${kind} on this machine` };
  return kind === 'firefox' ? { can: true } : canPack(browser);
}

async function canPack(browser: FoundBrowser): Promise<CanInstall> {
  if (process.platform !== 'linux' || browser.kind !== 'chromium') {
    return { can: false, reason: 'a packed extension can be installed in Chromium on Linux only' };
  }
  return access(await nearestFolder(SYSTEM_FOLDER), constants.W_OK).then(
    () => ({ can: true }),
    () => ({ can: false, reason: `${SYSTEM_FOLDER} cannot be written by this user` }),
  );
}

/** The folder itself, or the closest one above it that exists. */
async function nearestFolder(path: string): Promise<string> {
  return access(path).then(
    () => path,
    () => nearestFolder(dirname(path)),
  );
}

/** Puts the extension into a Firefox profile that is not in use, in place of an earlier build. */
export async function placeXpi(profile: string, id: string, extension: string): Promise<void> {
  const folder = join(profile, 'extensions');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${id}.xpi`), await zipFolder(extension));
}

/** An extension that Chromium installs at its next start. */
export interface PackedExtension {
  readonly id: string;
  /** Packs a build, or a later one in its place. */
  place(extension: string): Promise<void>;
  remove(): void;
}

/** Makes a key of its own for this session, so that sessions side by side do not meet. */
export function packedExtension(): PackedExtension {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const id = extensionId(privateKey);
  const folder = temporaryFolder('crx');
  const entry = join(SYSTEM_FOLDER, `${id}.json`);
  const removeEntry = atExit(() => rmSync(entry, { force: true }));
  return {
    id,
    place: async (extension) => {
      const manifest: { version: string } = JSON.parse(
        await readFile(join(extension, 'manifest.json'), 'utf8'),
      );
      const file = join(folder.path, `${manifest.version}.crx`);
      await writeFile(file, packCrx(await zipFolder(extension), privateKey));
      await mkdir(SYSTEM_FOLDER, { recursive: true });
      await writeFile(entry, JSON.stringify({ external_crx: file, external_version: manifest.version }));
    },
    remove: () => {
      removeEntry();
      folder.remove();
    },
  };
}
