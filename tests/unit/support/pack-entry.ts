/** Entries of packs for tests. */
import type { PackEntry } from '../../../utils/model/pack.ts';

/** An entry of an invented paper, with what the test does not name filled in. */
export function packEntry(entry: Partial<PackEntry> = {}): PackEntry {
  return {
    id: 'courier',
    name: 'Northgate Courier',
    site: 'https://www.courier.example/',
    language: 'en',
    country: 'GB',
    kind: 'newspaper',
    owner: null,
    support: null,
    feeds: ['https://courier.example/rss'],
    discovery: false,
    feedHosts: ['courier.example'],
    articleHosts: ['www.courier.example'],
    verified: false,
    ...entry,
  };
}
