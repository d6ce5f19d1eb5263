/**
 * What Firefox compiles of its own code at its first start on a profile. A fresh profile is given what an earlier one of
 * this process was left with: Firefox then starts with two thirds of the work, and the profile is as fresh as without it.
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.ts';

const CACHE = 'startupCache';
/** Says which Firefox compiled it; without this the cache is thrown away. */
const OWNER = 'compatibility.ini';
/** What is kept there of extensions, of which a fresh profile knows none. */
const OF_EXTENSIONS = /^webext/;

/** Folders with the cache of each Firefox, by its path. */
const kept = new Map<string, string>();

/** Puts into a profile that was never used what is kept of this Firefox. */
export async function giveCompiled(executable: string, profile: string): Promise<void> {
  const from = kept.get(executable);
  if (from !== undefined) await cp(from, profile, { recursive: true });
}

/** Keeps what a Firefox that has ended left in its profile, unless there is such a thing already. */
export async function keepCompiled(executable: string, profile: string): Promise<void> {
  if (kept.has(executable)) return;
  const names = await readdir(join(profile, CACHE)).catch(() => []);
  if (names.length === 0) return;
  const { path } = temporaryFolder('compiled');
  for (const name of names.filter((one) => !OF_EXTENSIONS.test(one))) {
    await cp(join(profile, CACHE, name), join(path, CACHE, name), { recursive: true });
  }
  await cp(join(profile, OWNER), join(path, OWNER));
  kept.set(executable, path);
}
