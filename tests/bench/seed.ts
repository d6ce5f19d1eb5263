/** Fills the extension's database to a number of articles, by rows as the product makes them. */

import type { Article } from '../../utils/model/article.ts';
import { type Feed, newFeed } from '../../utils/model/feed.ts';
import { newArticle } from '../../utils/story/dedupe.ts';
import type { Page } from '../browsers/session.ts';

/** Rows handed to the page at once. */
const CHUNK = 2_000;
/** Sources that the articles are spread over. */
const SOURCES = 40;
const MINUTE = 60_000;

/** Brings the database to `articles` articles, ids 1 to `articles`, a minute apart; those already there are kept. */
export async function seedArticles(page: Page, articles: number): Promise<void> {
  const now = Date.now();
  await page.evaluate(
    putRows,
    'feeds',
    Array.from({ length: SOURCES }, (_, i) => source(i + 1, now)),
  );
  const present = await page.evaluate(countArticles);
  for (let first = present + 1; first <= articles; first += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, articles - first + 1) }, (_, i) => first + i);
    await page.evaluate(
      putRows,
      'articles',
      ids.map((id) => article(id, now)),
    );
  }
}

function source(id: number, now: number): Feed {
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
  return {
    id,
    ...newArticle(
      incoming,
      { feedId: (id % SOURCES) + 1, twinOf: null, isBacklog: false, isMuted: false },
      now,
    ),
  };
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

function putRows(store: string, rows: readonly object[]): Promise<void> {
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
