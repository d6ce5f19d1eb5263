/** Whether the account's server may be asked, looked at before each sync: access can go at any time. */
import type { AccountStanding } from '../model/account.ts';
import type { Problem } from '../model/problem.ts';
import type { Deps } from './deps.ts';
import { mayAsk } from './may-ask.ts';

export interface Standing {
  readonly name: Exclude<AccountStanding, 'signed-out'>;
  readonly problem: Problem | null;
}

/** How an account at this address stands, but for its password. */
export async function standingOf(deps: Deps, base: string): Promise<Standing> {
  const name = await deps.accountStanding(base);
  const problem = await mayAsk(deps, base);
  if (name === 'ready' && problem !== null) return { name: 'no-access', problem };
  return name === 'ready' ? { name, problem: null } : { name, problem: { code: 'no-permission' } };
}
