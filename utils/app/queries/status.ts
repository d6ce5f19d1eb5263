/** How the whole stands: unread total, sources and their faults. */
import { type Feed, feedName, LONG_FAILURE_MS } from '../../model/feed.ts';
import type { Recovered } from '../../model/snapshot.ts';
import type { Status } from '../../model/view.ts';
import { allFeeds } from '../../store/feeds.ts';
import { counter, loadSettings, unreadRows } from '../../store/records.ts';
import type { Database } from '../../store/schema.ts';
import { primaryLanguage } from '../../text/language-tag.ts';
import { waitsFor } from '../waits-for.ts';

/** Totals for the frame around the lists. */
export async function status(db: Database): Promise<Status> {
  const [feeds, unread, articles, { newsLanguage }, recovered] = await Promise.all([
    allFeeds(db),
    unreadRows(db),
    counter(db, 'articles'),
    loadSettings(db),
    db.get('records', 'recovered'),
  ]);
  const failing = feeds.filter((feed) => feed.problem !== null);
  return {
    unread,
    articles,
    recovered: (recovered as Recovered | undefined) ?? null,
    sources: feeds.length,
    failing: failing.length,
    offline: failing.some((feed) => feed.problem?.code === 'offline'),
    isFull: failing.some((feed) => feed.problem?.code === 'disk-full'),
    longFailing: failing.flatMap(longFailing),
    languages: languagesOf(feeds),
    folders: foldersOf(feeds),
    newsLanguage,
    waitingHosts: [...new Set(failing.flatMap(waitingHosts))],
    lastSuccessAt: feeds.reduce<number | null>((latest, feed) => later(latest, feed.lastSuccessAt), null),
  };
}

/** A source that is sent on to who knows where waits for nothing that one press could give. */
function waitingHosts(feed: Feed): string[] {
  return feed.problem?.code === 'no-permission' ? waitsFor(feed) : [];
}

/** A source that has been failing for days by its own attempts, if the reader does not know yet. */
function longFailing(feed: Feed): Status['longFailing'] {
  const { id, problem, failingSince, failureTold, lastAttemptAt } = feed;
  if (problem === null || failingSince === null || failureTold) return [];
  const isLong = (lastAttemptAt ?? 0) - failingSince >= LONG_FAILURE_MS;
  return isLong && problem.code !== 'no-permission' ? [{ id, name: feedName(feed), problem }] : [];
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function languagesOf(feeds: readonly Feed[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of feeds) {
    const tag = primaryLanguage(language);
    if (tag !== null) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, two]) => two - one || a.localeCompare(b)).map(([tag]) => tag);
}

/** Each folder that holds a source, with those that it lies in. */
function foldersOf(feeds: readonly Feed[]): string[][] {
  const paths = feeds.flatMap(({ folder }) => folder.map((_, at) => folder.slice(0, at + 1)));
  const byName = new Map(paths.map((path) => [JSON.stringify(path), path]));
  return [...byName.values()].sort((one, two) => one.join('/').localeCompare(two.join('/')));
}
