/** Having the account's server change its sources as the reader did. */
import type { Problem } from '../../model/problem.ts';
import type { AccountSession } from '../account-session.ts';
import type { Deps } from '../deps.ts';

/** Sends what waits, in its order; gives why it did not come to its end, or null. */
export async function sendOrders(_deps: Deps, _session: AccountSession): Promise<Problem | null> {
  return null;
}
