/** What the list under the address bar offers for what is typed there. */

import type { Database } from '../../store/schema.ts';
import { webUrl } from '../../text/host.ts';
import { describeArticle, type SuggestionMarkup } from '../../text/suggestion.ts';
import { search } from './search.ts';

export interface Suggestion {
  /** What stands for it in the address bar, and comes back if it is chosen: the article's address. */
  readonly content: string;
  readonly description: string;
}

/** Browsers show about so many. */
const MOST = 8;

/** Articles that hold what was typed, each once. Those without an address cannot be opened from there. */
export async function suggestions(
  db: Database,
  typed: string,
  markup: SuggestionMarkup,
  now: number,
): Promise<readonly Suggestion[]> {
  if (typed.trim() === '') return [];
  const { hits } = await search(db, { typed, after: null, limit: 2 * MOST, leads: true, now });
  const byAddress = new Map<string, Suggestion>();
  for (const { row, highlights } of hits) {
    if (row.url === null || webUrl(row.url) === null || byAddress.has(row.url)) continue;
    const described = { title: row.title, highlights: highlights.title, source: row.source.name };
    byAddress.set(row.url, { content: row.url, description: describeArticle(described, markup) });
  }
  return [...byAddress.values()].slice(0, MOST);
}
