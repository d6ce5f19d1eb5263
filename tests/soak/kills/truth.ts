/** What the database holds beside what the press served. */
import { isRead, NO_STORY } from '../../../utils/model/article.ts';
import { canonicalUrl } from '../../../utils/text/url.ts';
import type { Holdings } from './holdings.ts';
import { addressOf, type KillPress } from './press.ts';

export interface Verdict {
  readonly lost: number;
  readonly doubled: number;
  readonly stuck: number;
  /** Each total, place in a story or row that contradicts another, in words. */
  readonly breaches: readonly string[];
}

export const RIGHT: Verdict = { lost: 0, doubled: 0, stuck: 0, breaches: [] };

/** The findings of two verdicts as those of one. */
export function both(one: Verdict, other: Verdict): Verdict {
  return {
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    stuck: one.stuck + other.stuck,
    breaches: [...one.breaches, ...other.breaches],
  };
}

/** Whether something is under way, or was when the background died: a check without an answer, articles without a story. */
export function isUnderWay({ feeds, articles, restore }: Holdings): boolean {
  return (
    restore === 'committing' ||
    feeds.some(isBeingAsked) ||
    articles.some(({ story, isListed }) => story === NO_STORY && isListed)
  );
}

function isBeingAsked({ isRemoved, lastAttemptAt, lastSuccessAt }: Holdings['feeds'][number]): boolean {
  return !isRemoved && lastAttemptAt !== null && lastAttemptAt > (lastSuccessAt ?? 0);
}

/** Articles of these hosts that were served and are not known, or known twice; and what does not add up. */
export function verdictOn(held: Holdings, press: KillPress, hosts: readonly string[]): Verdict {
  const byFeed = Map.groupBy(held.articles, ({ feedId }) => feedId);
  const buriedOf = Map.groupBy(held.tombstones, ({ feedId }) => feedId);
  let [lost, doubled, stuck] = [0, 0, 0];
  for (const host of hosts) {
    const feeds = held.feeds.filter(({ url, isRemoved }) => url === addressOf(host) && !isRemoved);
    doubled += Math.max(0, feeds.length - 1);
    const [feed] = feeds;
    if (!feed) {
      stuck += 1;
      continue;
    }
    const rows = [...(byFeed.get(feed.id) ?? []), ...(buriedOf.get(feed.id) ?? [])];
    const known = new Set(rows.map(({ urlKey }) => urlKey));
    lost += press.newlyMissing(press.served(host).filter((link) => !known.has(canonicalUrl(link))));
    doubled += rows.length - known.size;
  }
  return { lost, doubled, stuck, breaches: contradictions(held) };
}

function contradictions(held: Holdings): string[] {
  const { articles, feeds, stories, kept } = held;
  const found: string[] = [];
  const stored = Map.groupBy(articles, ({ feedId }) => feedId);
  if (kept.articles !== articles.length) found.push(`${articles.length} articles, counted ${kept.articles}`);
  const unread = unreadOf(held);
  if (kept.unread !== unread) found.push(`${unread} unread, counted ${kept.unread}`);
  for (const feed of feeds) {
    const count = stored.get(feed.id)?.length ?? 0;
    if (feed.stored !== count) found.push(`${count} articles of ${feed.url}, counted ${feed.stored}`);
  }
  const ids = new Set(feeds.map(({ id }) => id));
  const orphans = articles.filter(({ feedId }) => !ids.has(feedId)).length;
  if (orphans > 0) found.push(`${orphans} articles of no source`);
  const told = new Set(stories);
  const lost = articles.filter(({ story }) => story > 0 && !told.has(story)).length;
  if (lost > 0) found.push(`${lost} articles in stories that are not there`);
  return found;
}

/** How many articles are unread, counted anew. */
export function unreadOf({ articles, marks, allRead }: Holdings): number {
  const markOf = new Map(marks.map((mark) => [mark.articleId, mark]));
  return articles.filter(({ id, isListed }) => isListed && !isRead(id, markOf.get(id), allRead)).length;
}
