/** Stories that broke at the account's server while nobody asked it: what is old by the time it comes here is no alert. */
import type { Story } from '../model/story.ts';
import { ownerOf } from '../story/owner.ts';
import { brokeAt, type Threshold } from '../story/rank/breaking.ts';
import type { StoryTransaction } from './story-stores.ts';

/** What a server had longer ago, in ms, before it came here, raises no breaking alert: it is no news any more. */
const NO_NEWS = 3_600_000;

interface Told {
  readonly stories: readonly Story[];
  readonly threshold: Threshold;
  /** UTC ms. */
  readonly now: number;
}

/**
 * The stories but those that enough voices told by what arrived over an hour ago, at the server or here: however much came
 * since, and in however many pieces all of it came, that is what they broke by.
 */
export async function withoutOldNews(
  tx: StoryTransaction,
  { stories, threshold, now }: Told,
): Promise<readonly Story[]> {
  const isNews = await Promise.all(
    stories.map(async (story) => {
      if (story.alertedAt !== undefined || brokeAt(story.voices, threshold) === null) return true;
      const early = await heardBy(tx, story, now - NO_NEWS);
      return (
        brokeAt(
          story.voices.filter(({ owner }) => early.has(owner)),
          threshold,
        ) === null
      );
    }),
  );
  return stories.filter((_, at) => isNews[at]);
}

/** Whose reports of a story had arrived by a time; nobody's where none of them waited at a server. */
async function heardBy(tx: StoryTransaction, { articles }: Story, by: number): Promise<ReadonlySet<string>> {
  const early = new Set<string>();
  let hasWaited = false;
  for (const id of articles) {
    const article = await tx.objectStore('articles').get(id);
    if (!article || (article.arrivedAt ?? article.firstSeenAt) > by) continue;
    hasWaited ||= article.arrivedAt !== undefined;
    const feed = await tx.objectStore('feeds').get(article.feedId);
    early.add(feed ? ownerOf(feed) : `source ${article.feedId}`);
  }
  return hasWaited ? early : new Set();
}
