/** The licences of all that a package holds, from what npm installed: the build writes them beside the pages. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Licence } from '../../utils/model/licence.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Tools of development whose code is in the package all the same. */
const ALSO_SHIP = ['wxt', '@wxt-dev/browser', '@wxt-dev/webextension-polyfill'];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
}

/** One entry a package, by name. Rejects where one is not installed, or states no licence. */
export async function collectLicences(root = ROOT): Promise<Licence[]> {
  const lock: Lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path]) => path);
  const folders = new Set([...shipped, ...ALSO_SHIP.map((name) => `node_modules/${name}`)]);
  const all = await Promise.all([...folders].map((folder) => licenceIn(join(root, folder))));
  return all.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

async function licenceIn(folder: string): Promise<Licence> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} states no licence`);
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one));
  const text = file ? (await readFile(join(folder, file), 'utf8')).trim() : null;
  return { name, version, licence: license, text };
}
