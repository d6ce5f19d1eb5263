/** What the reader saved. */
import type { LatestRow } from '../../model/view.ts';
import { savedArticles } from '../../store/article-page.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow } from './rows.ts';

/** All saved articles, what was saved last first. */
export async function saved(db: Database): Promise<LatestRow[]> {
  return (await savedArticles(db)).map(articleRow);
}
