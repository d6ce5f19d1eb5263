/** A feed as it is shown before it is followed. */
import type { FeedCandidate, FeedLink } from '../model/discovery.ts';
import type { ParsedFeed, ParsedItem } from '../model/parsed-feed.ts';

const HEADLINES = 3;
const DAY_MS = 86_400_000;
/** What was published within less than this says nothing of how often, in ms. */
const SHORTEST_SPAN_MS = 3_600_000;

/** A feed that was looked at. */
export function candidateOf(link: FeedLink, feed: ParsedFeed, state: 'found' | 'followed'): FeedCandidate {
  return {
    ...link,
    title: feed.title || link.title,
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

/** Articles a day from the oldest to the newest that the feed holds, or null where too few have dates. */
function perDay(items: readonly ParsedItem[]): number | null {
  const times = items.flatMap(({ published, updated }) => (published ?? updated)?.at ?? []);
  const span = Math.max(...times) - Math.min(...times);
  return times.length < 3 || span < SHORTEST_SPAN_MS ? null : ((times.length - 1) * DAY_MS) / span;
}
