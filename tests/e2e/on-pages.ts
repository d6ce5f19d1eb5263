/** Articles that panel and bar are tried on, and what pages do to read them. */
import type { PublishedArticle } from '../newsroom/index.ts';
import type { Stage } from './stage.ts';

/** Articles of different page designs, each of a story that at least three outlets tell. */
export function oneOfEachDesign({ newsroom }: Stage): PublishedArticle[] {
  const published = newsroom.published();
  const tellers = (story: string | null) =>
    new Set(published.filter((one) => one.story === story).map(({ outlet }) => outlet)).size;
  const designs = new Set<string>();
  return published.filter(({ outlet, story }) => {
    const design = newsroom.outlets.find(({ id }) => id === outlet)?.design ?? '';
    if (story === null || designs.has(design) || tellers(story) < 3) return false;
    designs.add(design);
    return true;
  });
}

/** An article on the story that most outlets tell. */
export function mostTold({ newsroom }: Stage): PublishedArticle {
  const published = newsroom.published();
  const tellers = ({ story }: PublishedArticle) => published.filter((one) => one.story === story).length;
  const [most] = published.filter(({ story }) => story !== null).sort((a, b) => tellers(b) - tellers(a));
  if (!most) throw new Error('nothing is published');
  return most;
}

/** Runs in the page: which of these words it can get hold of, by any way that a page has. */
export function readByPage(words: readonly string[]): string[] {
  const found: string[] = [];
  const own = document.body?.innerHTML ?? '';
  const find = (globalThis as unknown as { find(...a: unknown[]): boolean }).find;
  for (const host of document.querySelectorAll('[data-lede]')) if (host.shadowRoot) found.push('a root');
  for (const word of words) {
    if (own.includes(word)) continue;
    for (const inFrames of [false, true]) {
      getSelection()?.removeAllRanges();
      try {
        if (find(word, false, false, true, false, inFrames, false)) found.push(`find: ${word}`);
      } catch {
        // Firefox stops at a frame of another origin with an error.
      }
    }
    getSelection()?.removeAllRanges();
    getSelection()?.selectAllChildren(document.documentElement);
    document.execCommand('selectAll');
    for (let step = 0; step < 3; step += 1) getSelection()?.modify('extend', 'forward', 'documentboundary');
    if (getSelection()?.toString().includes(word)) found.push(`selection: ${word}`);
    if (document.documentElement.textContent?.includes(word)) found.push(`text: ${word}`);
  }
  for (let at = 0; at < window.length; at += 1) {
    try {
      if (window[at]?.document.body.textContent) found.push('a frame');
    } catch {
      // As it should be: the frame is of no origin.
    }
  }
  return found;
}

/** Runs in the page: how much of it moved by itself so far. Chromium alone tells. */
export function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      const shifts = list.getEntries() as (PerformanceEntry & { readonly value?: number })[];
      resolve(shifts.reduce((sum, { value = 0 }) => sum + value, 0));
    }).observe({ type: 'layout-shift', buffered: true });
    // Without any there is no entry and no call.
    setTimeout(resolve, 300, 0);
  });
}
