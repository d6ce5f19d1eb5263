/** Saved pages of real sites, where this machine has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus } from '../corpora/folder.ts';

/** Undefined until somebody asks. */
let folder: string | null | undefined;

/** The source of a saved page; null where there is no corpus on this machine. */
export function savedPage(name: string): string | null {
  if (folder === undefined) folder = corpus('pages');
  const file = join(folder ?? '', name, 'source.html');
  return folder !== null && existsSync(file) ? readFileSync(file, 'utf8') : null;
}
