/** Hiding a story: no list shows it and no total counts it, nor what is told of it later. */
import type { Article } from '../model/article.ts';
import type { Story } from '../model/story.ts';
import { ArticleWriter } from './article-writer.ts';
import { mutesWithin } from './mutes.ts';
import { type ArticleTransaction, articleTransaction, type Database } from './schema.ts';
import { whole } from './whole.ts';

/**
 * Hides a story, or no longer, and leaves it to be described anew. Gives whether it is there. Running it twice changes
 * nothing more.
 */
export function hideStory(db: Database, storyId: number, hidden: boolean): Promise<boolean> {
  const tx = articleTransaction(db);
  return whole(tx, () => hideWithin(tx, storyId, hidden));
}

async function hideWithin(tx: ArticleTransaction, storyId: number, hidden: boolean): Promise<boolean> {
  const stories = tx.objectStore('stories');
  const story = await stories.get(storyId);
  if (!story) return false;
  await hideArticles(tx, story, hidden);
  // The articles have marked it as stale.
  const { hidden: _, ...left } = (await stories.get(storyId)) ?? story;
  await stories.put(hidden ? { ...left, hidden: 1, stale: 1 } : { ...left, stale: 1 });
  return true;
}

async function hideArticles(tx: ArticleTransaction, story: Story, hidden: boolean): Promise<void> {
  const writer = await ArticleWriter.within(tx);
  const isMuted = await mutesWithin(tx);
  for (const id of story.articles) {
    const article = await tx.objectStore('articles').get(id);
    const feed = article && (await tx.objectStore('feeds').get(article.feedId));
    if (!article) continue;
    const row = hiddenOrNot(article, hidden);
    const muted = hidden || (feed !== undefined && isMuted(row, feed));
    await writer.list(row, { muted, uncounted: feed?.uncounted ?? false });
  }
  await writer.finish();
}

function hiddenOrNot(article: Article, hidden: boolean): Article {
  const { hidden: _, ...plain } = article;
  return hidden ? { ...plain, hidden } : plain;
}
