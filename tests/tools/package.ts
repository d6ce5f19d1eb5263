/**
 * `npm run package`: builds what the stores take, into `.output/packages`: an archive for Chrome, Edge and Firefox each, and
 * the sources that Mozilla's reviewers build Firefox's from (BUILD.md). The same sources make the same bytes. Ends with what
 * the add-on linter says of Firefox's archive. `npm run package -- firefox` makes single ones.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFolder } from '../browsers/zip.ts';
import { runTool } from './package/run-tool.ts';
import { sourceArchive } from './package/sources.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PACKAGES = join(ROOT, '.output', 'packages');
const BROWSERS = ['chrome', 'edge', 'firefox'];
const ALL = [...BROWSERS, 'sources'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`There is no package ${unknown.join(', ')}; there are ${ALL.join(', ')}.`);
  process.exitCode = 1;
} else {
  process.exitCode = await main(asked.length > 0 ? asked : ALL);
}

/** Gives the exit code: that of the linter where Firefox's archive was made. */
async function main(names: readonly string[]): Promise<number> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await mkdir(PACKAGES, { recursive: true });
  for (const name of names) {
    const file = `lede-${version}-${name}.zip`;
    await rm(join(PACKAGES, file), { force: true });
    const bytes = name === 'sources' ? await sourceArchive(ROOT) : await buildFor(name);
    await writeFile(join(PACKAGES, file), bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    console.log(`.output/packages/${file}  ${bytes.length.toLocaleString('en')} bytes  sha256 ${hash}`);
  }
  if (!names.includes('firefox')) return 0;
  const archive = join(PACKAGES, `lede-${version}-firefox.zip`);
  const { code, output } = await runTool('web-ext', [
    'lint',
    '--source-dir',
    archive,
    '--warnings-as-errors',
  ]);
  console.log(`\n${output}`);
  return code;
}

/** Builds the package for a browser and gives its archive. */
async function buildFor(browser: string): Promise<Buffer> {
  const { code, output } = await runTool('wxt', ['build', '-b', browser, '--mv3']);
  if (code !== 0) throw new Error(`The build for ${browser} failed.\n${output}`);
  return zipFolder(join(ROOT, '.output', `${browser}-mv3`));
}
