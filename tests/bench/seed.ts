/**
 * Fills the extension's database to a number of articles, by rows as the product makes them: every article in a story,
 * one story in four told by three outlets, and the totals that go with them.
 */

import { type Article, articleTime } from '../../utils/model/article.ts';
import { type Feed, newFeed } from '../../utils/model/feed.ts';
import type { Story } from '../../utils/model/story.ts';
import { newArticle } from '../../utils/story/dedupe.ts';
import { describeStory, type Member } from '../../utils/story/describe.ts';
import type { Page } from '../browsers/session.ts';

/** Rows handed to the page at once. */
const CHUNK = 2_400;
/** Sources that the articles are spread over. */
export const SOURCES = 40;
const MINUTE = 60_000;

/** Articles of four stories in a row: three single reports and one that three outlets tell. */
const ROUND = 6;

/** Brings the database to `articles` articles, ids 1 to `articles`, a minute apart; those already there are kept. */
export async function seedArticles(page: Page, articles: number): Promise<void> {
  const now = Date.now();
  // The background makes the database; opened before, it would be an empty one.
  await page.waitFor(hasDatabase);
  await page.evaluate(
    putRows,
    'feeds',
    Array.from({ length: SOURCES }, (_, i) => source(i + 1, now)),
  );
  const present = await page.evaluate(countArticles);
  for (let first = present + 1; first <= articles; first += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, articles - first + 1) }, (_, i) => first + i);
    const rows = ids.map((id) => article(id, now));
    await page.evaluate(putRows, 'articles', rows);
    await page.evaluate(putRows, 'stories', storiesOf(rows));
  }
  await page.evaluate(putCounters, {
    articles,
    unread: articles,
    unreadStories: storyOf(articles),
    lastStory: storyOf(articles),
    toldUpTo: articles,
  });
}

/** The number of the story that an article is in: chunks hold whole rounds but for the last. */
function storyOf(id: number): number {
  const place = (id - 1) % ROUND;
  return Math.floor((id - 1) / ROUND) * 4 + Math.min(place, 3) + 1;
}

function storiesOf(rows: readonly Article[]): Story[] {
  const byStory = Map.groupBy(rows, ({ story }) => story);
  return [...byStory].map(([id, articles]) => ({
    id,
    articles: articles.map((row) => row.id),
    feeds: articles.map(({ feedId }) => feedId),
    mark: null,
    seen: 0,
    ...describeStory(articles.map(member), new Map(), { languages: ['en'], preferred: new Set() }),
  }));
}

function member(row: Article): Member {
  return {
    id: row.id,
    feedId: row.feedId,
    owner: `source-${row.feedId}.example`,
    source: `Source number ${row.feedId}`,
    title: row.title,
    summary: row.snippet,
    language: row.language,
    at: articleTime(row),
    seenAt: row.firstSeenAt,
    isBacklog: false,
    isMuted: false,
    lateAfter: 60 * MINUTE,
  };
}

/** A followed source at `source-ID.example`, not due for a day. */
export function source(id: number, now: number): Feed {
  return {
    id,
    ...newFeed(`https://source-${id}.example/rss`, `Source number ${id}`, now),
    nextCheckAt: now + 24 * 60 * MINUTE,
    lastAttemptAt: now,
    lastSuccessAt: now,
  };
}

const WORDS = 'council harbour energy budget winter railway talks market court festival storm budget'.split(
  ' ',
);

function article(id: number, now: number): Article {
  const words = Array.from({ length: 9 }, (_, i) => WORDS[(id * (i + 3)) % WORDS.length]).join(' ');
  const incoming = {
    key: `g:${id}`,
    otherKey: '',
    url: `https://source-${id % SOURCES}.example/news/${id}`,
    urlKey: `source-${id % SOURCES}.example/news/${id}`,
    urlIsUnique: true,
    title: `${words} ${id}`,
    snippet: `${words} ${words} ${words}`,
    labels: [],
    author: null,
    language: 'en',
    image: null,
    fingerprint: `${id}`,
    publishedAt: now - id * MINUTE,
    publishedOffset: 0,
    html: '',
    categories: [],
  };
  const place = { feedId: (id % SOURCES) + 1, twinOf: null, isBacklog: false, isMuted: false };
  // What was published earlier came earlier: nothing that is put in later is new since the last visit.
  return { id, ...newArticle(incoming, place, now - id * MINUTE), story: storyOf(id) };
}

/** Runs in a page of the extension: whether the background has made the database. */
export async function hasDatabase(): Promise<boolean> {
  const all = await indexedDB.databases();
  return all.some(({ name, version = 0 }) => name === 'lede' && version > 1);
}

function countArticles(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('articles').objectStore('articles').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** Runs in a page of the extension. */
export function putRows(store: string, rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction(store, 'readwrite', { durability: 'relaxed' });
      for (const row of rows) tx.objectStore(store).put(row);
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Runs in a page of the extension. */
export function putCounters(counters: Readonly<Record<string, number>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('counters', 'readwrite');
      for (const [name, value] of Object.entries(counters)) tx.objectStore('counters').put(value, name);
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
