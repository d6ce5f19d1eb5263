/** What should be stored, by what the press served, beside what is. */
import type { Deps } from '../../utils/app/deps.ts';
import { canonicalUrl } from '../../utils/text/url.ts';
import type { SoakFeed } from './feeds.ts';
import type { Press } from './press.ts';

const DAY = 24 * 3_600_000;

export interface Losses {
  /** Articles that arrived in a whole body and are not known. */
  readonly lost: number;
  /** Articles that are stored twice. */
  readonly doubled: number;
  /** Sources that are due and were not asked for a day. */
  readonly stuck: number;
}

/** Compares the database with the press at `now` (UTC ms). */
export async function lossesOf(
  deps: Deps,
  feeds: readonly SoakFeed[],
  press: Press,
  now: number,
): Promise<Losses> {
  const db = await deps.database();
  const rows = new Map((await db.getAll('feeds')).map((row) => [row.url.replace('/new-', '/feed-'), row]));
  let [lost, doubled, stuck] = [0, 0, 0];
  for (const feed of feeds) {
    const row = rows.get(feed.url);
    if (!row) {
      stuck += 1;
      continue;
    }
    const ofFeed = IDBKeyRange.bound([row.id], [row.id, []]);
    const articles = await db.getAllFromIndex('articles', 'byKey', ofFeed);
    const known = articles.map(({ urlKey }) => urlKey);
    const buried = (await db.getAll('tombstones', ofFeed)).map(({ urlKey }) => urlKey);
    const all = new Set([...known, ...buried]);
    for (const link of press.served.get(feed.id) ?? []) if (!all.has(canonicalUrl(link))) lost += 1;
    doubled += known.length - new Set(known).size;
    if (!row.stopped && row.nextCheckAt < now - DAY) stuck += 1;
  }
  return { lost, doubled, stuck };
}
