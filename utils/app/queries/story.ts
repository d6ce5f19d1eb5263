/** A story with everything that is told of it. */
import { articleTime } from '../../model/article.ts';
import type { StoryView } from '../../model/view.ts';
import { storyWithArticles } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow } from './rows.ts';

/** The story, also by the number of one that became part of it; null where it is gone. */
export async function story(
  db: Database,
  { storyId }: { readonly storyId: number },
): Promise<StoryView | null> {
  const found = await storyWithArticles(db, storyId);
  if (!found) return null;
  const { id, origin, firstAt, lastAt } = found.story;
  const shown = found.articles.filter(({ article }) => !article.muted);
  const newestFirst = (shown.length > 0 ? shown : found.articles).sort(
    (one, two) => articleTime(two.article) - articleTime(one.article) || two.article.id - one.article.id,
  );
  return { id, rows: newestFirst.map(articleRow), origin, firstAt, lastAt };
}
