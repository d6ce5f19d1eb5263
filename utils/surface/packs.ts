/**
 * The starter packs as pages have them: read from the package, and followed one by one once they are allowed. The
 * files are the package's own and held to their schema by a test, so that no page carries the code that checks them.
 */
import { Lanes } from '../app/lanes.ts';
import type { Pack, PackEntry, PackIndex, Packs } from '../model/pack.ts';
import { factsOf } from '../model/pack-entry.ts';
import { ok, type Result } from '../model/problem.ts';
import { readPackageFile } from '../net/package-file.ts';
import type { Client } from '../protocol/client.ts';
import { hostOf } from '../text/host.ts';
import type { Followed } from './surface.ts';

/** All packs, in the order of the index. */
export async function loadPacks(read = readPackageFile): Promise<Result<Packs>> {
  const index = await read('/packs/index.json');
  if (!index.ok) return index;
  const { criteria, packs: ids } = index.value as PackIndex;
  const files = await Promise.all(ids.map((id) => read(`/packs/${id}.json`)));
  const packs: Pack[] = [];
  for (const file of files) {
    if (!file.ok) return file;
    packs.push(file.value as Pack);
  }
  return ok({ criteria, packs });
}

/** Follows each of the entries, whose hosts are allowed; `onFollowed` is called as each ends. */
export async function followEach(
  client: Pick<Client, 'followEntry'>,
  entries: readonly PackEntry[],
  onFollowed: (followed: Followed) => void,
): Promise<void> {
  const lanes = new Lanes();
  const follow = async (entry: PackEntry): Promise<void> => {
    const { feeds, ...facts } = factsOf(entry);
    onFollowed({ entry, result: await client.followEntry({ ...facts, feeds: [...feeds] }) });
  };
  await Promise.all(
    entries.map((entry) => lanes.run(hostOf(entry.feeds[0] ?? entry.site), () => follow(entry))),
  );
}
