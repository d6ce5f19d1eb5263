/**
 * Polling in the built product: what is not modified, what is new and ends in stories, and a cycle of 2,000 sources; each
 * beside the same requests, or the same rows, without Lede.
 */
import { type Feed, newFeed } from '../../utils/model/feed.ts';
import type { StoryArticle } from '../../utils/story/stories.ts';
import { until } from '../browsers/page.ts';
import { launch, type Page, type Session } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { type Newsroom, startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { answeredAfter, bulkPut, conditionalLoop, storedRows, toldUpTo } from './polls-page.ts';
import { hasDatabase, putCounters, putRows } from './seed.ts';
import { news } from './stories.ts';

const UNCHANGED = { key: 'not-modified', sources: 1_000, runs: 5, budget: 1.3 } as const;
const INGEST = { key: 'ingest', sources: 200, articles: 5_000, budget: 3 } as const;
const CYCLE = { key: 'poll-2000', sources: 2_000, delayMs: 200, budget: 1_200_000 } as const;
/** A day by the reader's own wish: a testing build checks at other times by seconds. */
const A_DAY_IN_MINUTES = 1_440;
const LONGEST_MS = CYCLE.budget;
const HOUR = 3_600_000;

/** Measures the wanted figures, each in a browser of its own. */
export async function pollFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [{ key }, measure] of [
    [UNCHANGED, unchanged],
    [INGEST, ingest],
    [CYCLE, cycle],
  ] as const) {
    if (!wanted(key)) continue;
    const newsroom = await startNewsroom();
    const extension = builtExtension('chromium', 'testing');
    const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
    try {
      figures.push(await measure(session, newsroom));
    } finally {
      await session.close();
      await newsroom.close();
    }
  }
  return figures;
}

/** A poll of sources that all say 304, and the same requests in a loop, in turn. */
async function unchanged(session: Session, newsroom: Newsroom): Promise<Figure> {
  const { key, sources, runs, budget } = UNCHANGED;
  const feed = rss([{ id: 1, title: 'One report', summary: '' }]);
  newsroom.script({ host: /^bench-/ }, ({ headers: asked }) => {
    const headers = { 'content-type': 'application/rss+xml', etag: '"one"' };
    return asked['if-none-match'] === '"one"' ? { status: 304, body: '', headers } : { body: feed, headers };
  });
  const page = await session.open('options.html');
  await follow(page, sources);
  await refreshed(page);
  const urls = feeds(sources, 0).map(({ url }) => url);
  const [own, loop]: [number[], number[]] = [[], []];
  for (let run = -1; run < runs; run += 1) {
    const least = await page.evaluate(conditionalLoop, urls);
    await page.evaluate(putRows, 'feeds', (await askedLongAgo(session)) as object[]);
    const ms = await refreshed(page);
    if (run < 0) continue;
    loop.push(least);
    own.push(ms);
  }
  return {
    key,
    what: 'a poll of 1,000 sources in which nothing changed',
    unit: 'ms',
    samples: { values: own },
    baseline: { what: 'an empty loop of 1,000 conditional fetches', samples: { values: loop } },
    budget,
  };
}

/** Feeds of 5,000 articles until all of them are in stories, beside one bulk put of the rows that this made. */
async function ingest(session: Session, newsroom: Newsroom): Promise<Figure> {
  const { key, sources, articles, budget } = INGEST;
  const { ms, page } = await ingested(session, newsroom, sources, articles);
  return {
    key,
    what: 'bytes of 200 feeds to 5,000 articles committed, in stories and found by search',
    unit: 'ms',
    samples: { values: [ms] },
    baseline: { what: 'one bulk put of the same rows', samples: { values: [await page.evaluate(bulkPut)] } },
    budget,
  };
}

/** So many articles from so many feeds, from the first request until all of them are in stories: ms, and the page in front. */
export async function ingested(
  session: Session,
  newsroom: Newsroom,
  sources: number,
  articles: number,
): Promise<{ ms: number; page: Page }> {
  const all = news(articles);
  const headers = { 'content-type': 'application/rss+xml' };
  const each = articles / sources;
  newsroom.script({ host: /^bench-/ }, ({ host }) => {
    const at = Number(host.split(/[-.]/)[1]);
    return { body: rss(all.slice(at * each, (at + 1) * each)), headers };
  });
  const page = await session.open('options.html');
  await follow(page, sources);
  const began = performance.now();
  await refreshed(page);
  const isTold = async () => (await page.evaluate(toldUpTo)) >= articles;
  await until(isTold, LONGEST_MS, () => 'all articles to be in stories');
  const ms = performance.now() - began;
  const rows = await page.evaluate(storedRows);
  if (rows !== articles) throw new Error(`${rows} articles are stored, ${articles} were published`);
  return { ms, page };
}

/** A whole cycle of slow sources, from the moment that all of them are due. */
async function cycle(session: Session, newsroom: Newsroom): Promise<Figure> {
  const { key, sources, delayMs, budget } = CYCLE;
  const body = rss([{ id: 1, title: 'One report', summary: '' }]);
  newsroom.script({ host: /^bench-/ }, () => ({
    body,
    delayMs,
    headers: { 'content-type': 'application/rss+xml' },
  }));
  const page = await session.open('options.html');
  await follow(page, sources);
  const ms = await refreshed(page);
  return {
    key,
    what: 'a cycle of 2,000 sources that answer after 200 ms',
    unit: 'ms',
    samples: { values: [ms] },
    baseline: null,
    budget,
  };
}

/** From the button to its answer, ms; every source must have been asked. */
async function refreshed(page: Page): Promise<number> {
  const { ms, asked, of } = await page.evaluate(answeredAfter);
  if (asked !== of) throw new Error(`${asked} of ${of} sources were asked`);
  return ms;
}

function feeds(count: number, now: number): Feed[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    ...newFeed(`http://bench-${at}.example/rss`, `Bench ${at}`, now),
    nextCheckAt: now + 24 * HOUR,
    checkMinutes: A_DAY_IN_MINUTES,
  }));
}

async function follow(page: Page, count: number): Promise<void> {
  await page.waitFor(hasDatabase);
  await page.evaluate(putRows, 'feeds', feeds(count, Date.now()));
  await page.evaluate(putCounters, { toldUpTo: 0 });
}

/** The sources as they are, last asked an hour ago: the reader's button asks none twice in five minutes. */
function askedLongAgo(session: Session): Promise<object[]> {
  return session.inDatabase(
    (databases) =>
      new Promise((resolve, reject) => {
        const opening = databases.open('lede');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('feeds').objectStore('feeds').getAll();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(
              asking.result.map((feed) => ({
                ...feed,
                lastAttemptAt: Date.now() - 3_600_000,
                unconditionalAt: Date.now() - 3_600_000,
                nextCheckAt: Date.now() + 24 * 3_600_000,
              })),
            );
          };
        };
      }),
  );
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function rss(articles: readonly Pick<StoryArticle, 'id' | 'title' | 'summary'>[]): string {
  const items = articles.map(
    ({ id, title, summary }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title><description>${escaped(summary ?? '')}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title>${items.join('')}</channel></rss>`;
}
