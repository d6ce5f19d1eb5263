/** What stands before every request: no address is asked that the reader would not want asked. */
import type { Problem } from '../model/problem.ts';
import { isConfirmedHost } from '../store/hosts.ts';
import { hostOf } from '../text/host.ts';
import { isPrivateHost } from '../text/private-host.ts';
import type { Deps } from './deps.ts';

/**
 * Why an address may not be asked, or null if it may: `private-address` where it names a machine of the reader's own
 * network that the reader has not confirmed, `no-permission` where its host is not allowed.
 */
export async function mayAsk(deps: Deps, url: string): Promise<Problem | null> {
  const host = hostOf(url);
  if (isPrivateHost(host) && !(await isConfirmedHost(await deps.database(), host))) {
    return { code: 'private-address' };
  }
  return (await deps.hasAccess(url)) ? null : { code: 'no-permission' };
}
