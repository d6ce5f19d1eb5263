/**
 * The popup's first script: draws the first rows as they lie ready in the browser's memory, then has the application begin,
 * whose code is fetched meanwhile. Begun before, it would hold up that they are painted. It runs on its own, so it
 * holds no more than it must.
 */
import { drawFront } from '../components/first/draw-front.ts';
import { type Place, readPlace } from '../components/popup/place.ts';
import { type Front, TOP_LASTS_MS } from '../utils/model/front.ts';
import { readFront } from '../utils/platform/read-front.ts';

/** Ms after which the application begins also where nothing is painted, as in a tab behind another. */
const PATIENCE_MS = 100;

export default { main };

async function main(): Promise<void> {
  const hasDrawn = await drawFirst().catch(() => false);
  if (hasDrawn) await painted();
  // Where the page is served while it is worked on, its application begins by itself.
  if (document.querySelector('link#application') === null) return;
  // @ts-expect-error: it is written when all is built, and begins what the link names.
  await import('/popup-start.js');
}

/** Gives whether there was something to draw. */
async function drawFirst(): Promise<boolean> {
  const now = Date.now();
  const tab = openedTab(readPlace(localStorage, now));
  const front = tab === null || !navigator.onLine ? null : await readFront();
  if (document.readyState === 'loading') await parsed();
  if (tab === null || front === null || !lies(front, tab, now)) return false;
  drawFront(front, tab, now);
  return true;
}

/** The tab that it opens at, if the first rows of that lie ready: left anywhere else, it opens there. */
function openedTab(left: Place | null): 'latest' | 'top' | null {
  if (left === null) return 'latest';
  if (left.scroll > 0) return null;
  if (left.tab === 'top') return 'top';
  return left.tab === 'latest' && !isNarrowed(left.narrowing) ? 'latest' : null;
}

function lies({ top, rankedAt }: Front, tab: 'latest' | 'top', now: number): boolean {
  return tab === 'latest' || (top.length > 0 && now - rankedAt < TOP_LASTS_MS);
}

/** The page's own markup is there. */
function parsed(): Promise<unknown> {
  return new Promise((resolve) => {
    document.addEventListener('readystatechange', resolve, { once: true });
  });
}

/** What was drawn is on the screen; a frame that was only asked for may wait for a window that has just been made. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PATIENCE_MS);
  });
}

function isNarrowed(narrowing: object): boolean {
  return Object.keys(narrowing).length > 0;
}
