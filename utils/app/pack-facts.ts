/** What the packs that come with Lede say of publishers, for sources that came by their address alone. */
import type { Pack, PackFacts, PackIndex } from '../model/pack.ts';
import { factsOf } from '../model/pack-entry.ts';
import { readPackageFile } from '../net/package-file.ts';
import { webUrl } from '../text/host.ts';

/**
 * The facts by the addresses at which each publisher's feed may be; empty where they cannot be read. The files are the
 * package's own and held to their schema by a test, so that nothing carries the code that checks them.
 */
export async function readPackFacts(read = readPackageFile): Promise<ReadonlyMap<string, PackFacts>> {
  const index = await read('/packs/index.json');
  const ids = index.ok ? (index.value as PackIndex).packs : [];
  const files = await Promise.all(ids.map((id) => read(`/packs/${id}.json`)));
  const entries = files.flatMap((file) => (file.ok ? (file.value as Pack).entries : []));
  const facts = new Map<string, PackFacts>();
  for (const entry of entries) {
    for (const feed of entry.feeds) facts.set(webUrl(feed) ?? feed, factsOf(entry));
  }
  return facts;
}
