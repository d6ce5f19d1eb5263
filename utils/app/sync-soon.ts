/** What the account's server is to be told is told at once. */
import { changeAccount } from '../store/account.ts';
import type { Deps } from './deps.ts';

/** Begins a sync that nobody waits for; a background that dies before it leaves it due. */
export async function syncSoon(deps: Deps): Promise<void> {
  await changeAccount(await deps.database(), { nextSyncAt: deps.now() });
  const { syncAccount } = await import('./commands/sync-account.ts');
  void syncAccount(deps).catch(() => undefined);
}
