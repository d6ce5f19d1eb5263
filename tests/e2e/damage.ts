/** Damage to a database as disks, cleaners and crashes do it: to the files of a profile that no browser holds. */
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserKind } from '../browsers/session.ts';

export interface DamageCase {
  readonly name: string;
  /** Whether it is part of every run; the others take minutes. */
  readonly isShort?: true;
  readonly damage: (profile: string) => Promise<void>;
}

/** The folders of extensions' databases in a Chromium profile: in the usual place, and in storage buckets. */
async function levelDbs(profile: string): Promise<string[]> {
  const all = await readdir(join(profile, 'Default'), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isDirectory() && /\bindexeddb\.leveldb$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function files(folder: string, name: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((file) => name.test(file)).map((file) => join(folder, file));
}

/** Does something to the files of the database whose names match; there must be some. */
function inChromium(name: RegExp, damage: (file: string) => Promise<void>) {
  return async (profile: string): Promise<void> => {
    const found = (await Promise.all((await levelDbs(profile)).map((folder) => files(folder, name)))).flat();
    if (found.length === 0) throw new Error(`no file ${name} of a database in ${profile}`);
    for (const file of found) await damage(file);
  };
}

/** The files of the extension's own database in a Firefox profile; that of `storage.local` lies beside it. */
async function sqlites(profile: string): Promise<string[]> {
  const folder = join(profile, 'storage', 'default');
  const origins = (await readdir(folder)).filter((name) => /^moz-extension\+\+\+[0-9a-f-]+$/.test(name));
  const found = await Promise.all(origins.map((name) => files(join(folder, name, 'idb'), /\.sqlite$/)));
  return found.flat();
}

function inFirefox(damage: (file: string) => Promise<void>) {
  return async (profile: string): Promise<void> => {
    const found = await sqlites(profile);
    if (found.length === 0) throw new Error(`no database in ${profile}`);
    for (const file of found) await damage(file);
  };
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

async function overwrite(file: string, from: number, length: number): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill('lede', Math.min(from, bytes.length), Math.min(from + length, bytes.length));
  await writeFile(file, bytes);
}

const header = (file: string): Promise<void> => overwrite(file, 0, 4096);
const everything = (file: string): Promise<void> => overwrite(file, 0, Number.MAX_SAFE_INTEGER);
const halve = async (file: string): Promise<void> => truncate(file, Math.floor((await stat(file)).size / 2));
const empty = (file: string): Promise<void> => truncate(file, 0);
const middle = async (file: string): Promise<void> => {
  const { size } = await stat(file);
  await overwrite(file, Math.floor(size / 4), Math.floor(size / 2));
};

async function replaceByFolder(file: string): Promise<void> {
  await remove(file);
  await mkdir(file);
}

/** In place of a folder. */
async function replaceByFile(folder: string): Promise<void> {
  await remove(folder);
  await writeFile(folder, 'lede');
}

/** Does something to the folders of the database; there must be some. */
function eachFolder(damage: (folder: string) => Promise<void>) {
  return async (profile: string): Promise<void> => {
    const found = await levelDbs(profile);
    if (found.length === 0) throw new Error(`no folder of a database in ${profile}`);
    for (const folder of found) await damage(folder);
  };
}

const CHROMIUM: readonly DamageCase[] = [
  { name: 'deleted', damage: eachFolder(remove) },
  { name: 'silently empty', isShort: true, damage: inChromium(/^MANIFEST/, everything) },
  { name: 'unopenable', isShort: true, damage: inChromium(/^CURRENT$/, everything) },
  { name: 'header overwritten', damage: inChromium(/\.(?:ldb|log)$/, header) },
  { name: 'truncated', damage: inChromium(/\.(?:ldb|log)$/, halve) },
  { name: 'overwritten in the middle', damage: inChromium(/\.(?:ldb|log)$/, middle) },
  { name: 'emptied', damage: inChromium(/\.(?:ldb|log)$/, empty) },
  { name: 'path replaced by a file', damage: eachFolder(replaceByFile) },
  { name: 'part replaced by a directory', damage: inChromium(/^CURRENT$/, replaceByFolder) },
];

const FIREFOX: readonly DamageCase[] = [
  { name: 'deleted', damage: inFirefox(remove) },
  { name: 'silently empty', damage: inFirefox(empty) },
  { name: 'header overwritten', isShort: true, damage: inFirefox(header) },
  { name: 'unopenable', damage: inFirefox(everything) },
  { name: 'truncated', damage: inFirefox(halve) },
  { name: 'overwritten in the middle', damage: inFirefox(middle) },
  { name: 'path replaced by a directory', damage: inFirefox(replaceByFolder) },
];

/** All cases of a browser. */
export function damageCases(kind: BrowserKind): readonly DamageCase[] {
  return kind === 'chromium' ? CHROMIUM : FIREFOX;
}
