/** The archive of sources that a store's reviewers build a package from. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zip } from '../../browsers/zip.ts';

/** What is made from the sources, and what git keeps for itself. */
const MADE = ['.git', '.output', '.wxt', 'node_modules'];

/**
 * A ZIP of every file that belongs to the project, as it lies in the working tree, by name. What git does not know stays
 * out: a note left lying about is nobody's business, and would make other bytes.
 */
export async function sourceArchive(root: string): Promise<Buffer> {
  const names = (await trackedFiles(root)) ?? (await filesBelow(root));
  const entries = names.sort().map(async (name) => ({ name, content: await readFile(join(root, name)) }));
  return zip(await Promise.all(entries));
}

/** Paths that git tracks and that are there; null where there is no repository, as in an unpacked archive of sources. */
async function trackedFiles(root: string): Promise<string[] | null> {
  const list = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await promisify(execFile)('git', ['ls-files', '-z', ...args], {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    return stdout.split('\0').filter((name) => name !== '');
  };
  try {
    const [tracked, deleted] = await Promise.all([list(), list('--deleted')]);
    return tracked.length > 0 ? tracked.filter((name) => !deleted.includes(name)) : null;
  } catch {
    return null;
  }
}

/** Paths of all files below a folder of the root but of those that are made, with `/` on every system. */
async function filesBelow(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const names = entries.map(async (entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (MADE.includes(name)) return [];
    return entry.isDirectory() ? filesBelow(root, name) : [name];
  });
  return (await Promise.all(names)).flat();
}
