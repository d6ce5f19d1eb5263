/** What the database holds, read beside the background. */
import type { AllRead, Article, Mark, Tombstone } from '../../../utils/model/article.ts';
import type { Feed } from '../../../utils/model/feed.ts';
import type { Databases } from '../../browsers/session.ts';

export type HeldFeed = Pick<Feed, 'id' | 'url' | 'lastAttemptAt' | 'lastSuccessAt' | 'stored'> & {
  readonly isRemoved: boolean;
};

export interface HeldArticle {
  readonly id: number;
  readonly feedId: number;
  readonly urlKey: string | null;
  readonly story: number;
  /** Whether lists show it and totals count it. */
  readonly isListed: boolean;
}

export interface Holdings {
  readonly version: number;
  readonly feeds: readonly HeldFeed[];
  readonly articles: readonly HeldArticle[];
  readonly tombstones: readonly Pick<Tombstone, 'feedId' | 'urlKey'>[];
  /** The numbers of all stories. */
  readonly stories: readonly number[];
  readonly marks: readonly Mark[];
  readonly allRead: AllRead;
  /** The totals that are kept. */
  readonly kept: { readonly articles: number; readonly unread: number };
  /** How a restore of a backup stands, or null. */
  readonly restore: string | null;
}

/** Runs beside the background: everything that is judged. Rejects where there is no database. */
export async function readHoldings(databases: Databases): Promise<Holdings> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opening = databases.open('lede');
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const db = await result(opening);
  try {
    const tx = db.transaction(['feeds', 'articles', 'tombstones', 'stories', 'marks', 'counters', 'records']);
    const all = <T>(name: string): Promise<T[]> => result(tx.objectStore(name).getAll());
    const one = <T>(name: string, key: string): Promise<T | undefined> =>
      result(tx.objectStore(name).get(key));
    const [feeds, articles, tombstones, stories, marks, allRead, restore, total, unread] = await Promise.all([
      all<Feed>('feeds'),
      all<Article>('articles'),
      all<Tombstone>('tombstones'),
      result(tx.objectStore('stories').getAllKeys()),
      all<Mark>('marks'),
      one<AllRead>('records', 'allRead'),
      one<{ state: string }>('records', 'restore'),
      one<number>('counters', 'articles'),
      one<number>('counters', 'unread'),
    ]);
    return {
      version: db.version,
      feeds: feeds.map(({ id, url, lastAttemptAt, lastSuccessAt, stored, removedAt }) => ({
        id,
        url,
        lastAttemptAt,
        lastSuccessAt,
        stored,
        isRemoved: removedAt !== undefined,
      })),
      articles: articles.map(({ id, feedId, urlKey, story, newestFirst, muted, uncounted }) => ({
        id,
        feedId,
        urlKey,
        story,
        isListed: newestFirst !== null && !muted && !uncounted,
      })),
      tombstones: tombstones.map(({ feedId, urlKey }) => ({ feedId, urlKey })),
      stories: stories.map(Number),
      marks,
      allRead: allRead ?? { upToId: 0, at: 0 },
      kept: { articles: total ?? 0, unread: unread ?? 0 },
      restore: restore?.state ?? null,
    };
  } finally {
    db.close();
  }
}
