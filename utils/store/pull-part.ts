/** Articles that were fetched from the account's server, made ready to be stored: what takes time, before a transaction. */
import { arrivalOf, asItem, keyOfItem } from '../account/incoming.ts';
import type { ServerItem } from '../account/wire.ts';
import type { Feed } from '../model/feed.ts';
import { NO_PACE } from '../model/parsed-feed.ts';
import type { IncomingArticle } from '../story/incoming.ts';
import { feedLanguage, normalise } from '../story/normalise.ts';

/** An article of the server with its source here, as it would be stored. */
export interface PulledItem {
  readonly item: ServerItem;
  readonly feedId: number;
  readonly incoming: IncomingArticle;
  /** UTC ms at which the server had it, or null where that is not known. */
  readonly arrivedAt: number | null;
}

/** What is learned of a source from its articles. */
export interface Pulled {
  readonly items: readonly PulledItem[];
  /** Languages of sources that have none yet, as their headlines tell. */
  readonly languages: ReadonlyMap<number, string>;
}

/**
 * The articles of sources that are known here, the newest first. What is of no known source is left
 * out: its source was added a moment ago, and it comes with the next sync.
 *
 * @param feeds by the server's names of their streams
 */
export function readyPart(
  items: readonly ServerItem[],
  feeds: ReadonlyMap<string, Pick<Feed, 'id' | 'language'>>,
  now: number,
): Pulled {
  const languages = new Map<number, string>();
  const pulled: PulledItem[] = [];
  for (const [stream, own] of Map.groupBy(items, ({ feedId }) => feedId)) {
    const feed = feeds.get(stream);
    if (!feed) continue;
    const parsed = asFeed(own, feed.language);
    const language = feed.language ?? feedLanguage(parsed);
    if (feed.language === null && language !== null) languages.set(feed.id, language);
    const byKey = new Map(normalise(parsed).map((incoming) => [incoming.key, incoming]));
    for (const item of own) {
      const incoming = byKey.get(keyOfItem(item.id));
      if (incoming) pulled.push({ item, feedId: feed.id, incoming, arrivedAt: arrivalOf(item, now) });
    }
  }
  return { items: pulled.sort(newestFirst), languages };
}

function asFeed(items: readonly ServerItem[], language: string | null) {
  const about = { title: '', siteUrl: null, description: '', pace: NO_PACE, complete: true } as const;
  return { format: 'rss' as const, ...about, language, items: items.map(asItem) };
}

/** As documents of feeds have them. Ids grow with the time of arrival. */
function newestFirst({ item: a }: PulledItem, { item: b }: PulledItem): number {
  return b.id.length - a.id.length || (a.id < b.id ? 1 : -1);
}
