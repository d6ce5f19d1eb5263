/** Rows as lists draw them. */
import { articleTime } from '../../model/article.ts';
import { feedName } from '../../model/feed.ts';
import type { Story } from '../../model/story.ts';
import type { LatestRow, StoryOfRow } from '../../model/view.ts';
import type { ListedArticle, ListedStory } from '../../store/latest.ts';
import { hostOf } from '../../text/host.ts';

/** The row of one article. */
export function articleRow({ article, unread, saved, feed }: ListedArticle): LatestRow {
  return {
    id: article.id,
    title: article.title,
    snippet: article.snippet,
    url: article.url,
    language: article.language ?? feed?.language ?? null,
    at: articleTime(article),
    unread,
    saved,
    source: {
      id: article.feedId,
      name: feed ? feedName(feed) : '',
      host: hostOf(feed?.siteUrl ?? feed?.url ?? article.url ?? ''),
    },
    story: null,
    ...(article.isLong && { isLong: article.isLong }),
  };
}

/** The row of a story, as the article that stands for it. */
export function storyRow(listed: ListedStory): LatestRow & { readonly story: StoryOfRow } {
  const row = articleRow(listed);
  return { ...row, story: storyOfRow(listed.story, row.source.id, listed.more) };
}

function storyOfRow(
  { id, articles, feeds, muted = [], origin }: Story,
  feedId: number,
  more: number,
): StoryOfRow {
  const others = new Set(feeds.filter((_, at) => !muted.includes(articles[at] ?? 0)));
  others.delete(feedId);
  return { id, others: others.size, more, origin };
}
