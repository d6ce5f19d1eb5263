/** Other versions of the extension than the one that was built: the one that was merged last, and a later one. */
import { execFileSync } from 'node:child_process';
import { cp, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../browsers/cleanup.ts';
import type { BrowserKind } from '../browsers/session.ts';
import { type Build, builtExtension } from './stage.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The version of `laterVersion`. */
export const LATER = '99.0';

export interface Folder {
  readonly path: string;
  readonly remove: () => void;
}

/** Why the version that was merged last cannot be built here; null where it can. */
export function whyNoPrevious(): string | null {
  try {
    git('rev-parse', '--verify', 'HEAD');
    return null;
  } catch {
    return 'no version was merged before this one that could be built';
  }
}

/** The packaged build of what was merged last, in a folder of its own. */
export async function previousVersion(kind: BrowserKind): Promise<Folder> {
  const source = temporaryFolder('previous');
  const archive = join(source.path, 'all.tar');
  git('archive', '--output', archive, 'HEAD');
  const run = (program: string, ...args: string[]): unknown =>
    execFileSync(program, args, { cwd: source.path, stdio: 'ignore' });
  run('tar', '-xf', archive);
  await symlink(join(ROOT, 'node_modules'), join(source.path, 'node_modules'));
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  run(process.execPath, 'tests/tools/build-into.ts', browser, 'built');
  const folder = temporaryFolder('previous-build');
  await cp(join(source.path, 'built', `${browser}-mv3`), folder.path, { recursive: true });
  source.remove();
  return folder;
}

/** A build again, under a later version. */
export async function laterVersion(kind: BrowserKind, build: Build): Promise<Folder> {
  const folder = temporaryFolder('update');
  await cp(builtExtension(kind, build), folder.path, { recursive: true });
  const manifest = join(folder.path, 'manifest.json');
  const fields: object = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...fields, version: LATER }));
  await renameParts(folder.path);
  return folder;
}

/** Gives the parts of the background other names, as a version with other code has. */
async function renameParts(folder: string): Promise<void> {
  const script = join(folder, 'background.js');
  let code = await readFile(script, 'utf8');
  for (const name of await readdir(join(folder, 'background'))) {
    await rename(join(folder, 'background', name), join(folder, 'background', `later-${name}`));
    code = code.replaceAll(`background/${name}`, `background/later-${name}`);
  }
  await writeFile(script, code);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
