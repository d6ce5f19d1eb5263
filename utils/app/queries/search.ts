/** Search over everything that is stored. */
import type { SearchHit, SearchPage } from '../../model/search.ts';
import { lookThrough, type Sought, seek } from '../../search/look.ts';
import { readQuery } from '../../search/query.ts';
import { inOrder } from '../../search/terms.ts';
import { wordsOf } from '../../search/words.ts';
import { articlesById, type ListedArticle } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { type Searched, SearchMemory } from '../../store/search-memory.ts';
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

/** What a page or background holds in memory of each database it has open. */
const memories = new WeakMap<Database, SearchMemory>();

/** Articles that hold what was typed: the surest and newest first. */
export async function search(db: Database, request: SearchRequest): Promise<SearchPage> {
  const { typed, limit, leads, now } = request;
  const after = request.after ?? 0;
  const sought = seek(readQuery(typed));
  const memory = memoryOf(db);
  const look = ({ blocks, sources }: Searched) =>
    lookThrough(blocks, sources, sought, { most: after + limit, now });
  // While the database says whether anything has changed, what is known is looked through.
  const known = memory.known(leads);
  const asking = memory.searched(leads, now);
  const guess = known && look(known);
  const searched = await asking;
  const found = guess && searched === known ? guess : look(searched);
  const listed = await articlesById(db, found.ids.slice(after));
  return {
    // What was muted or went a moment ago is not shown.
    hits: listed.filter(({ article }) => !article.muted).map((one) => hitOf(one, sought)),
    total: found.total,
    complete: searched.isComplete,
    next: found.total > after + limit ? after + limit : null,
    notes: found.notes,
  };
}

/** Loads what searching needs into memory, headlines first. */
export async function prepareSearch(db: Database, { now }: Pick<SearchRequest, 'now'>): Promise<null> {
  await memoryOf(db).searched(false, now);
  await memoryOf(db).searched(true, now);
  return null;
}

function memoryOf(db: Database): SearchMemory {
  const known = memories.get(db);
  if (known) return known;
  const memory = new SearchMemory(db);
  memories.set(db, memory);
  return memory;
}

function hitOf(listed: ListedArticle, { terms }: Sought): SearchHit {
  const row = articleRow(listed);
  const [title, snippet] = [wordsOf(row.title), wordsOf(row.snippet)];
  return {
    row,
    highlights: {
      title: inOrder(terms.flatMap((term) => term.find(title).found)),
      snippet: inOrder(terms.flatMap((term) => term.find(snippet).found)),
    },
  };
}
