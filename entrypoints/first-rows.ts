/**
 * The popup's first script: draws the first rows as they lie ready in the browser's memory, before the application is
 * loaded. It runs on its own, so it holds no more than it must.
 */
import { drawFront } from '../components/first/draw-front.ts';
import { readPlace } from '../components/popup/place.ts';
import { readFront } from '../utils/platform/read-front.ts';

export default { main };

async function main(): Promise<void> {
  const left = readPlace(localStorage, Date.now());
  // Left somewhere else, it opens there.
  const isElsewhere =
    left !== null && (left.tab !== 'latest' || left.scroll > 0 || isNarrowed(left.narrowing));
  if (isElsewhere || !navigator.onLine) return;
  const front = await readFront();
  if (front !== null) drawFront(front, Date.now());
}

function isNarrowed(narrowing: object): boolean {
  return Object.keys(narrowing).length > 0;
}
