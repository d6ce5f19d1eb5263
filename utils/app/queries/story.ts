/** A story with everything that is told of it. */
import { articleTime } from '../../model/article.ts';
import type { Story } from '../../model/story.ts';
import type { LatestRow, StoryView } from '../../model/view.ts';
import { storyWithArticles, underLeads } from '../../store/latest.ts';
import type { Database } from '../../store/schema.ts';
import { articleRow, storyRow } from './rows.ts';

/** The story, also by the number of one that became part of it; null where it is gone. */
export async function story(
  db: Database,
  { storyId }: { readonly storyId: number },
): Promise<StoryView | null> {
  const found = await storyWithArticles(db, storyId);
  if (!found) return null;
  const { id, origin, firstAt, lastAt } = found.story;
  const earlier = await earlierOf(db, found.story);
  const shown = found.articles.filter(({ article }) => !article.muted);
  const newestFirst = (shown.length > 0 ? shown : found.articles).sort(
    (one, two) => articleTime(two.article) - articleTime(one.article) || two.article.id - one.article.id,
  );
  return { id, rows: newestFirst.map(articleRow), origin, firstAt, lastAt, earlier };
}

/** The earlier chapter under its best headline; null where there is none, or it is gone or muted. */
async function earlierOf(db: Database, { id, earlier }: Story): Promise<LatestRow | null> {
  const found = earlier === undefined ? null : await storyWithArticles(db, earlier);
  if (!found || found.story.id === id || found.story.newestFirst === null) return null;
  const [listed] = await underLeads(db, [found.story]);
  return listed ? storyRow(listed) : null;
}
