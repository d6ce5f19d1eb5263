/** Test material that is not part of the project: where it lies, and what to say where it does not. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..', process.env.LEDE_CORPORA ?? '../shared/corpora');

/** Why a test that needs it is left out. */
export const NO_MATERIAL = 'there is no test material beside the project, and LEDE_CORPORA names none';

/** A folder of the corpora; null, with a line that says so, where there is none. */
export function corpus(name: string): string | null {
  const folder = path.join(ROOT, name);
  if (existsSync(folder)) return folder;
  console.warn(`skipped: no test material at ${folder} (LEDE_CORPORA names its folder)`);
  return null;
}
