import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Folders of pages are named by what they are, not by where they lie. */
const PARTS = ['utils', 'components'];

/** Every folder below one, by its path. */
function foldersBelow(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  const own = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
  return own.flatMap((path) => [path, ...foldersBelow(path)]);
}

it('ARCHITECTURE says of every folder what it is', () => {
  const tables = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').match(/^\| `.*$/gm) ?? [];
  const named = tables.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  const isNamed = (path: string) => named.some((name = '') => path === name || path.endsWith(`/${name}`));
  const folders = PARTS.flatMap(foldersBelow);
  expect(folders.length).toBeGreaterThan(30);
  const within = ['utils/app/commands', 'utils/app/queries'];
  expect(folders.filter((path) => !isNamed(path) && !within.includes(path))).toEqual([]);
});
