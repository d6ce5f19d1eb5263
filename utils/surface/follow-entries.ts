/** Following sources of starter packs, from a click. */
import type { PackEntry } from '../model/pack.ts';
import { hostsOf } from '../model/pack-entry.ts';
import { fail, ok, type Result } from '../model/problem.ts';
import type { Client } from '../protocol/client.ts';
import type { Followed } from './surface.ts';

/** The code of the packs, which is loaded by the pages that show them alone. */
export const packCode = () => import('./packs.ts');

/**
 * Asks once for the hosts of these entries and no others, then follows each; `onFollowed` is called as each ends.
 * Nothing is followed where the reader refuses. Must be called straight from a click: nothing is awaited before the
 * browser is asked.
 */
export async function followEntries(
  client: Pick<Client, 'followEntry'>,
  requestAccess: (urls: readonly string[]) => Promise<boolean>,
  entries: readonly PackEntry[],
  onFollowed: (followed: Followed) => void,
): Promise<Result<null>> {
  if (!(await requestAccess(hostsOf(entries).map((host) => `https://${host}/`))))
    return fail('no-permission');
  await (await packCode()).followEach(client, entries, onFollowed);
  return ok(null);
}
