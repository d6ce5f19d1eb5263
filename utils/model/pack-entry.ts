/** What follows from the entries of a pack. Apart from the schema, so that pages need not load it. */
import type { PackEntry, PackFacts } from './pack.ts';

/** The hosts that the reader has to allow for these entries, each once: those of the feeds and of the articles. */
export function hostsOf(entries: readonly PackEntry[]): string[] {
  return [...new Set(entries.flatMap((entry) => [...entry.feedHosts, ...entry.articleHosts]))];
}

/** What the background takes of an entry. */
export function factsOf(entry: PackEntry): PackFacts {
  const { name, site, language, feeds, support, kind, owner, country, articleHosts } = entry;
  return { name, site, language, feeds, support, publisher: { kind, owner, country, articleHosts } };
}
