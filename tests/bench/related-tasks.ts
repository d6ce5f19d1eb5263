/** Whether the detector holds up a page: the saved pages of real sites, each opened on a followed site and on another. */
import type { Session } from '../browsers/session.ts';
import type { Newsroom } from '../newsroom/index.ts';
import { savedPage } from '../pages/corpus.ts';
import labels from '../pages/labels.json' with { type: 'json' };

const FOLLOWED = 'source-2.example';
const NOT_FOLLOWED = 'nobody.example';
/** What runs in pages begins when they are idle, and looks again twice, 1.2 s apart. */
const WATCHED_MS = 3_000;

export interface PageTask {
  readonly page: string;
  /** Longest tasks after the document was there, ms: with the detector, and where that is long without. Browsers tell of those over 50 ms. */
  readonly followed: number;
  readonly other: number;
}

/** The longest task of each page; empty where this machine has no saved pages. */
export async function longestTasks(session: Session, newsroom: Newsroom): Promise<PageTask[]> {
  const tasks: PageTask[] = [];
  for (const { page } of labels) {
    const html = savedPage(page);
    if (html === null) return [];
    const followed = await longestOn(session, newsroom, FOLLOWED, page, html);
    const other = followed > 0 ? await longestOn(session, newsroom, NOT_FOLLOWED, page, html) : 0;
    tasks.push({ page, followed, other });
  }
  return tasks;
}

async function longestOn(
  session: Session,
  newsroom: Newsroom,
  host: string,
  name: string,
  html: string,
): Promise<number> {
  const path = `/saved/${name}`;
  // The page's own scripts are of sites that nobody asks here; without them each task is the browser's or the detector's.
  const body = html.replaceAll(/<script(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script>/gi, '');
  newsroom.script({ host, path }, { body, headers: { 'content-type': 'text/html; charset=utf-8' } });
  const page = await session.open(`https://${host}${path}`);
  const longest = await page.evaluate(longestSince, WATCHED_MS);
  await page.close();
  return longest;
}

/** Runs in the page: the longest task that began after the document was whole, within so many ms. */
function longestSince(ms: number): Promise<number> {
  const [{ domContentLoadedEventStart: whole } = { domContentLoadedEventStart: 0 }] =
    performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= whole) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  return new Promise((resolve) => setTimeout(() => resolve(longest), ms));
}
