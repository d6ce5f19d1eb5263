/**
 * The popup's first script: draws the first rows as they lie ready in the browser's memory, then has the application begin,
 * whose code is fetched meanwhile. Begun before, it would hold up that they are painted. It runs on its own, so it
 * holds no more than it must.
 */
import { drawFront } from '../components/first/draw-front.ts';
import { readPlace } from '../components/popup/place.ts';
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
  const left = readPlace(localStorage, Date.now());
  // Left somewhere else, it opens there.
  const isElsewhere =
    left !== null && (left.tab !== 'latest' || left.scroll > 0 || isNarrowed(left.narrowing));
  const front = isElsewhere || !navigator.onLine ? null : await readFront();
  if (document.readyState === 'loading') await parsed();
  if (front !== null) drawFront(front, Date.now());
  return front !== null;
}

/** The page's own markup is there. */
function parsed(): Promise<unknown> {
  return new Promise((resolve) => {
    document.addEventListener('readystatechange', resolve, { once: true });
  });
}

/** What was drawn is on the screen: the task after the frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE_MS);
  });
}

function isNarrowed(narrowing: object): boolean {
  return Object.keys(narrowing).length > 0;
}
