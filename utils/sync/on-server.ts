/**
 * Sources that the reader's feed server follows for him: every browser with that account has them from there. Carried beside
 * it, one that is left or removed in one browser would be removed in the others, and by these on the server.
 */
import { detailsKey, kindOf, restOf, sourceKey } from './keys.ts';
import type { Local } from './local.ts';
import type { Entry } from './state.ts';

/** What this browser has, with nothing new to say of these: what was carried of them before they moved there stays so. */
export function sayingNothingOf(
  urls: readonly string[],
  records: ReadonlyMap<string, Local>,
  state: ReadonlyMap<string, Entry>,
): Map<string, Local> {
  const said = new Map(records);
  for (const key of urls.flatMap((url) => [sourceKey(url), detailsKey(url)])) {
    const value = state.get(key)?.value ?? null;
    if (value === null) said.delete(key);
    else said.set(key, { value, isDefault: false });
  }
  return said;
}

/** Whether what came of a key is about one of these sources, and no word of it is taken in. */
export function isOnServer(key: string, hashes: ReadonlySet<string>): boolean {
  const kind = kindOf(key);
  return (kind === 'source' || kind === 'details') && hashes.has(restOf(key));
}
