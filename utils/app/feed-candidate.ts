/** A feed as it is shown before it is followed. */
import { COMMENTS } from '../feed/feed-paths.ts';
import type { FeedCandidate, FeedLink } from '../model/discovery.ts';
import type { ParsedFeed, ParsedItem } from '../model/parsed-feed.ts';

const HEADLINES = 3;
const DAY_MS = 86_400_000;
/** What was published within less than this says nothing of how often, in ms. */
const SHORTEST_SPAN_MS = 3_600_000;
/** The oldest tenth of the dates does not count: articles that a publisher keeps in front may be years old. */
const KEPT_IN_FRONT = 0.1;
/** Headlines by which two documents are known to be one feed in two forms. */
const ALIKE = 5;

/** A feed that was looked at. */
export function candidateOf(link: FeedLink, feed: ParsedFeed, state: 'found' | 'followed'): FeedCandidate {
  return {
    ...link,
    title: feed.title || link.title,
    scope: COMMENTS.test(feed.title) ? 'comments' : link.scope,
    format: feed.format,
    headlines: feed.items
      .map(({ title }) => title)
      .filter((title) => title !== '')
      .slice(0, HEADLINES),
    perDay: perDay(feed.items),
    language: feed.language,
    state,
  };
}

/** A feed that is named and was not looked at. */
export function unseen(link: FeedLink, state: 'needs-permission' | 'followed'): FeedCandidate {
  return { ...link, format: null, headlines: [], perDay: null, language: null, state };
}

/** Whether two documents are the same feed, in two formats or at two addresses: their newest headlines are. */
export function isSameFeed(a: ParsedFeed, b: ParsedFeed): boolean {
  const [first, second] = [a, b].map(({ items }) => items.slice(0, ALIKE).map(({ title }) => title));
  if (first === undefined || second === undefined) return false;
  const alike = Math.min(first.length, second.length);
  if (alike === 0 || (alike < HEADLINES && a.items.length !== b.items.length)) return false;
  return first.slice(0, alike).every((title, i) => title === second[i]);
}

/** Articles a day over what the feed holds, or null where too few have dates. */
function perDay(items: readonly ParsedItem[]): number | null {
  const dated = items.flatMap(({ published, updated }) => (published ?? updated)?.at ?? []);
  const newest = dated.sort((a, b) => b - a).slice(0, Math.ceil(dated.length * (1 - KEPT_IN_FRONT)));
  const span = (newest[0] ?? 0) - (newest.at(-1) ?? 0);
  return newest.length < 3 || span < SHORTEST_SPAN_MS ? null : ((newest.length - 1) * DAY_MS) / span;
}
