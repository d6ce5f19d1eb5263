/** The page that a new reader sees first. */
import { welcomeOnce } from '../../store/records.ts';
import type { Deps } from '../deps.ts';

/**
 * Opens it after an installation, once: a database that saw it, or that has sources already, is a reader's who came
 * back.
 */
export async function welcome(deps: Deps): Promise<void> {
  if (await welcomeOnce(await deps.database())) await deps.openWelcome();
}
