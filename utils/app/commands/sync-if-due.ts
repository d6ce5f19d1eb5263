/** Whether the account's server is to be asked, apart from the code that asks: most readers have no account. */
import { nextSync } from '../../store/account.ts';
import type { Deps } from '../deps.ts';

/** Syncs where that is due. Never rejects. */
export async function syncIfDue(deps: Deps): Promise<void> {
  const now = deps.now();
  const at = await nextSync(await deps.database(), now);
  if (at !== null && at <= now) await sync(deps);
}

/** Syncs at once, where there is an account that may be asked. Never rejects. */
export async function syncIfReady(deps: Deps): Promise<void> {
  if ((await nextSync(await deps.database(), deps.now())) !== null) await sync(deps);
}

async function sync(deps: Deps): Promise<void> {
  try {
    await (await import('./sync-account.ts')).syncAccount(deps);
  } catch (error) {
    // A fault of Lede's own keeps no source from being checked; what was stored is whole.
    console.error('sync failed', error);
  }
}
