/** Search over what is stored. */
import type { SearchHit, SearchPage } from '../../model/search.ts';
import type { LatestCursor } from '../../model/view.ts';
import { inOrder, TermMatcher } from '../../search/match.ts';
import { readQuery } from '../../search/query.ts';
import { wordsOf } from '../../search/words.ts';
import { newestArticles } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow } from './rows.ts';

export interface SearchRequest {
  readonly typed: string;
  /** Where the page before it ended; null: from the top. */
  readonly after: number | null;
  readonly limit: number;
  /** False: headlines, authors and sources alone. */
  readonly leads: boolean;
  /** UTC ms. */
  readonly now: number;
}

const MOST_LOOKED_AT = 2_000;
const AT_ONCE = 200;

/** Articles that hold what was typed. */
export async function search(
  db: Database,
  { typed, after, limit, leads }: SearchRequest,
): Promise<SearchPage> {
  const query = readQuery(typed);
  const terms = query.terms.map((term) => new TermMatcher(term));
  const hits: SearchHit[] = [];
  let cursor: LatestCursor | null = null;
  let lookedAt = 0;
  while (terms.length > 0 && lookedAt < MOST_LOOKED_AT) {
    const listed = await newestArticles(db, cursor, AT_ONCE);
    lookedAt += listed.length;
    for (const one of listed) {
      const row = articleRow(one);
      const title = wordsOf(row.title);
      const snippet = leads ? wordsOf(row.snippet) : [];
      const named = `${row.source.name} ${one.article.author ?? ''}`;
      const names = wordsOf(named);
      const inTitle = terms.map((term) => term.find(row.title, title).found);
      const inSnippet = terms.map((term) => term.find(row.snippet, snippet).found);
      const isHit = terms.every(
        (term, at) => inTitle[at]?.length || inSnippet[at]?.length || term.find(named, names).found.length,
      );
      if (isHit) {
        hits.push({
          row,
          highlights: { title: inOrder(inTitle.flat()), snippet: inOrder(inSnippet.flat()) },
        });
      }
    }
    const last = listed.at(-1)?.article;
    if (listed.length < AT_ONCE || !last || last.newestFirst === null) break;
    cursor = [last.newestFirst, last.id];
  }
  const from = after ?? 0;
  return {
    hits: hits.slice(from, from + limit),
    total: hits.length,
    complete: lookedAt < MOST_LOOKED_AT,
    next: hits.length > from + limit ? from + limit : null,
    notes: query.notes,
  };
}

/** Loads what searching needs. */
export async function prepareSearch(_db: Database, _request: object = {}): Promise<null> {
  return null;
}
