/** What becomes of a story when one of its articles goes. */
import { type Article, articleTime, NO_STORY } from '../model/article.ts';
import type { Story } from '../model/story.ts';
import { countsAsUnread } from './marks.ts';
import { asAllRead } from './records.ts';
import type { ArticleTransaction } from './schema.ts';

/** Articles that are looked at for the newest one left. */
const LOOKED_AT = 50;

/**
 * Takes an article out of its story, or puts the row that stands in for it (`heir`) in its place. What the row says of
 * its articles is made right by whoever describes stories; until then it names none that is gone. Gives 1 where an
 * unread story went with its last article, else 0.
 */
export async function leaveStory(
  tx: ArticleTransaction,
  article: Article,
  heir: Article | null,
): Promise<number> {
  if (article.story <= NO_STORY) return 0;
  const stories = tx.objectStore('stories');
  const story = await stories.get(article.story);
  if (!story) return 0;
  const left = without(story, article.id, heir);
  if (left.articles.length > 0) {
    await stories.put(await withNewest(tx, left));
    return 0;
  }
  await stories.delete(story.id);
  const allRead = asAllRead(await tx.objectStore('records').get('allStoriesRead'));
  return countsAsUnread(story, allRead) ? 1 : 0;
}

function without(story: Story, id: number, heir: Article | null): Story {
  const at = story.articles.indexOf(id);
  if (at < 0) return story;
  const articles = story.articles.toSpliced(at, 1, ...(heir ? [heir.id] : []));
  const feeds = story.feeds.toSpliced(at, 1, ...(heir ? [heir.feedId] : []));
  const seen = Math.min(story.seen, articles.length);
  return { ...story, articles, feeds, seen, stale: 1 };
}

async function withNewest(tx: ArticleTransaction, story: Story): Promise<Story> {
  const { articles, newest, lead } = story;
  if (articles.includes(newest) && articles.includes(lead)) return story;
  const ids = articles.slice(-LOOKED_AT);
  const rows = await Promise.all(ids.map((id) => tx.objectStore('articles').get(id)));
  const left = rows.filter((row) => row !== undefined);
  const shown = left.filter((row) => !row.muted);
  const [best] = (shown.length > 0 ? shown : left).sort((one, two) => articleTime(two) - articleTime(one));
  if (!best) return story;
  // Whether it is shown at all is for whoever describes it: the totals change with that.
  const newestFirst = story.newestFirst === null ? null : -articleTime(best);
  return { ...story, newest: best.id, newestFirst, lead: best.id };
}
