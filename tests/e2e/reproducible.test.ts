/** A package that is built twice is the same, byte by byte, also where only the sources went. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { unzip } from '../browsers/unzip.ts';
import { zipFolder } from '../browsers/zip.ts';
import { isFull } from '../full-run.ts';
import { sourceArchive } from '../tools/package/sources.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BROWSERS = isFull ? ['chrome', 'firefox', 'edge'] : ['chrome'];

it.each(BROWSERS)('the package for %s is the same bytes when it is built again', async (browser) => {
  const folder = temporaryFolder('build');
  execFileSync(process.execPath, [join(ROOT, 'tests/tools/build-into.ts'), browser, folder.path], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const [before, again] = [join(ROOT, '.output', `${browser}-mv3`), join(folder.path, `${browser}-mv3`)];
  const names = (await readdir(before, { recursive: true })).sort();
  expect((await readdir(again, { recursive: true })).sort()).toEqual(names);
  const [one, other] = [await zipFolder(before), await zipFolder(again)];
  if (!one.equals(other)) expect(await differing(before, again, names)).toEqual([]);
  expect(one.equals(other)).toBe(true);
  folder.remove();
});

/** For a build and the linter, which takes longer. */
const BUILD_AND_LINT_MS = 180_000;

it.runIf(isFull)(
  'the archive of sources, unpacked anywhere, builds the same archive for Firefox',
  async () => {
    const folder = temporaryFolder('sources');
    for (const { name, content } of unzip(await sourceArchive(ROOT))) {
      await mkdir(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), content);
    }
    await symlink(join(ROOT, 'node_modules'), join(folder.path, 'node_modules'));
    const { version } = JSON.parse(await readFile(join(folder.path, 'package.json'), 'utf8'));
    execFileSync('npm', ['run', 'package', '--', 'firefox'], { cwd: folder.path, stdio: 'ignore' });
    const built = await readFile(join(folder.path, '.output', 'packages', `lede-${version}-firefox.zip`));
    expect(built.equals(await zipFolder(join(ROOT, '.output', 'firefox-mv3')))).toBe(true);
    folder.remove();
  },
  BUILD_AND_LINT_MS,
);

/** The files that are not the same. */
async function differing(one: string, other: string, names: readonly string[]): Promise<string[]> {
  const different: string[] = [];
  for (const name of names) {
    const [a, b] = await Promise.all(
      [one, other].map((folder) => readFile(join(folder, name)).catch(() => null)),
    );
    if (a && b && !a.equals(b)) different.push(name);
  }
  return different;
}
