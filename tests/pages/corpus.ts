/** Saved pages of real sites, where this machine has them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The source of a saved page; null where there is no corpus on this machine. */
export function savedPage(name: string): string | null {
  const file = join(process.env.LEDE_CORPORA ?? '/none', 'pages', name, 'source.html');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
