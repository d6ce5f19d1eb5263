/** Fills the extension's database with news that have much in common, and has the background tell it in stories. */
import { newArticle } from '../../utils/story/dedupe.ts';
import type { StoryArticle } from '../../utils/story/stories.ts';
import { until } from '../browsers/page.ts';
import type { Page, Session } from '../browsers/session.ts';
import { hasDatabase, putCounters, putRows, SOURCES, source } from './seed.ts';

const CHUNK = 2_400;
const HOURS = 70;
const MINUTE = 60_000;
/** What the background may take to tell and to pack all of it, each in ms. */
const LONGEST_MS = 900_000;

/** Stores these articles, the last of them the newest, spread over sources and the last days. */
export async function seedNews(
  session: Session,
  page: Page,
  articles: readonly StoryArticle[],
): Promise<void> {
  const now = Date.now();
  // The background makes the database; opened before, it would be an empty one.
  await page.waitFor(hasDatabase);
  const feeds = Array.from({ length: SOURCES }, (_, at) => source(at + 1, now));
  await page.evaluate(putRows, 'feeds', feeds);
  for (let from = 0; from < articles.length; from += CHUNK) {
    const rows = articles.slice(from, from + CHUNK).map((one) => row(one, articles.length, now));
    await page.evaluate(putRows, 'articles', rows);
  }
  const count = articles.length;
  await page.evaluate(putCounters, { articles: count, unread: count, unreadStories: 0, toldUpTo: 0 });
  // The next one finds what is untold, and stays awake under the debugger.
  await session.killBackground();
  await session.inBackground('1');
  // What is not packed for search either would be packed, a little further, by each that is woken to be measured.
  for (const counter of ['toldUpTo', 'packedUpTo']) {
    const isDone = async () => (await page.evaluate(countOf, counter)) >= count;
    await until(isDone, LONGEST_MS, () => `the background to bring ${counter} to ${count}`);
  }
  // As it is after every poll that brought much.
  const isKept = () => page.evaluate(hasImage);
  await until(isKept, LONGEST_MS, () => 'the background to store its engine');
}

function row({ id, title, summary, language, owner: _owner }: StoryArticle, count: number, now: number) {
  const feedId = (id % SOURCES) + 1;
  const url = `https://source-${feedId}.example/news/${id}`;
  const incoming = {
    ...{
      key: `g:${id}`,
      otherKey: '',
      url,
      urlKey: url.slice(8),
      urlIsUnique: true,
      labels: [],
      author: null,
    },
    ...{ language, image: null, fingerprint: `${id}`, publishedOffset: 0, html: '', categories: [] },
    ...{ title, snippet: summary ?? '', publishedAt: now - ((count - id) / count) * HOURS * 60 * MINUTE },
  };
  const place = { feedId, twinOf: null, isBacklog: false, isMuted: false };
  return { id, ...newArticle(incoming, place, now) };
}

/** Runs in a page of the extension: whether the engine is stored as a whole. */
function hasImage(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('records').objectStore('records').getKey('engineAt');
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result !== undefined);
      };
    };
  });
}

/** Runs in a page of the extension: one of the database's counters. */
function countOf(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lede');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('counters').objectStore('counters').get(name);
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result ?? 0);
      };
    };
  });
}
