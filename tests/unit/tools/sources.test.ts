import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../browsers/cleanup.ts';
import { unzip } from '../../browsers/unzip.ts';
import { sourceArchive } from '../../tools/package/sources.ts';

/** A project in a folder of its own, with what is made from it beside it. */
function project(): { path: string; remove: () => void } {
  const folder = temporaryFolder('project');
  for (const [name, text] of Object.entries({
    'wxt.config.ts': 'export default {};',
    'entrypoints/background/index.ts': 'start();',
    '.npmrc': 'ignore-scripts=true',
    'node_modules/some/index.js': 'made();',
    '.output/chrome-mv3/background.js': 'made();',
  })) {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  }
  return folder;
}

const names = async (root: string) => unzip(await sourceArchive(root)).map(({ name }) => name);
const OWN = ['.npmrc', 'entrypoints/background/index.ts', 'wxt.config.ts'];

describe('the archive of sources', () => {
  let folder = project();

  afterEach(() => {
    folder.remove();
    folder = project();
  });

  it('holds what git tracks as it lies there, by name, and nothing that merely lies about', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path, stdio: 'ignore' });
    git('init');
    git('add', ...OWN);
    writeFileSync(join(folder.path, 'notes.txt'), 'nobody’s business');
    expect(await names(folder.path)).toEqual(OWN);
    writeFileSync(join(folder.path, 'wxt.config.ts'), 'export default { changed: true };');
    expect(
      unzip(await sourceArchive(folder.path))
        .at(-1)
        ?.content.toString(),
    ).toContain('changed');
    rmSync(join(folder.path, '.npmrc'));
    expect(await names(folder.path)).toEqual(OWN.slice(1));
  });

  it('can be made again where it was unpacked, without git', async () => {
    expect(await names(folder.path)).toEqual(OWN);
  });

  it('is the same bytes for the same sources', async () => {
    expect(await sourceArchive(folder.path)).toEqual(await sourceArchive(folder.path));
  });
});
