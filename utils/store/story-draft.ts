/** A story while it is being changed, and its articles as what describes it sees them. */
import { type Article, articleTime } from '../model/article.ts';
import { type Feed, feedName } from '../model/feed.ts';
import type { Story, StoryMark } from '../model/story.ts';
import { lateAfter, type Member } from '../story/describe.ts';
import { ownerOf } from '../story/owner.ts';

/** What a story has that its articles do not say. */
export interface Kept {
  alertedAt?: number;
  watchedAt?: number;
  earlier?: number;
  hidden?: 1;
}

/** A story that is being changed. */
export interface Draft {
  articles: number[];
  feeds: number[];
  mark: StoryMark | null;
  seen: number;
  readonly kept: Kept;
  readonly wasUnread: boolean;
}

/** An article as its story is described by; nothing is known of a source that is not followed any more. */
export function asMember(article: Article, feed: Feed | undefined): Member {
  const { id, feedId, title, snippet, firstSeenAt, isBacklog, muted = false, uncounted = false } = article;
  return {
    id,
    feedId,
    owner: feed ? ownerOf(feed) : `source ${feedId}`,
    source: feed ? feedName(feed) : '',
    title,
    summary: snippet,
    language: article.language ?? feed?.language ?? null,
    at: articleTime(article),
    seenAt: firstSeenAt,
    arrivedAt: article.arrivedAt,
    isBacklog,
    isMuted: muted,
    isUncounted: uncounted,
    isPreferred: feed?.preferred ?? false,
    lateAfter: lateAfter(feed ? checkedEvery(feed) : 0),
  };
}

/** Ms between two checks; of a source that the account's server asks it is not known. */
function checkedEvery({ nextCheckAt, lastAttemptAt, account }: Feed): number {
  return account === undefined ? nextCheckAt - (lastAttemptAt ?? nextCheckAt) : 0;
}

/** A stored story as one that can be changed. `wasUnread` is what totals count of it so far. */
export function asDraft(
  { articles, feeds, mark, seen, alertedAt, watchedAt, earlier, hidden }: Story,
  wasUnread: boolean,
): Draft {
  const kept = {
    ...(alertedAt !== undefined && { alertedAt }),
    ...(watchedAt !== undefined && { watchedAt }),
    ...(earlier !== undefined && { earlier }),
    ...(hidden !== undefined && { hidden }),
  };
  return { articles: [...articles], feeds: [...feeds], mark, seen, kept, wasUnread };
}

/** A story without articles yet, which no total counts. */
export function emptyDraft(): Draft {
  return { articles: [], feeds: [], mark: null, seen: 0, kept: {}, wasUnread: false };
}

/** Has a story keep what another had whose articles come to it. One that is hidden does not hide what was not. */
export function keepOf(from: Kept, to: Kept, id: number): void {
  if (from.alertedAt !== undefined) to.alertedAt ??= from.alertedAt;
  if (from.watchedAt !== undefined) to.watchedAt ??= from.watchedAt;
  if (from.earlier !== undefined && from.earlier !== id) to.earlier ??= from.earlier;
}

/** Takes an article out of a story; nothing happens where it is in another. */
export function leave(draft: Draft, id: number): void {
  const at = draft.articles.indexOf(id);
  if (at < 0) return;
  draft.articles.splice(at, 1);
  draft.feeds.splice(at, 1);
}

/** Numbers of articles grow in the order in which they are stored. */
export function sortByArrival(draft: Draft): void {
  const order = draft.articles.map((id, at) => ({ id, feed: draft.feeds[at] ?? 0 }));
  order.sort((one, two) => one.id - two.id);
  draft.articles = order.map(({ id }) => id);
  draft.feeds = order.map(({ feed }) => feed);
}
