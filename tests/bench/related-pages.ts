/** Articles in pages of a followed site, or of another, and what can be measured in them. */
import type { StoryArticle } from '../../utils/story/stories.ts';
import type { Page, Session } from '../browsers/session.ts';
import type { Newsroom } from '../newsroom/index.ts';

const FOLLOWED = 'source-1.example';
const NOT_FOLLOWED = 'nobody.example';
const PANEL = '[data-lede=panel]';
let pages = 0;

/** Ms from when the page is idle to the frame in which its panel stands. */
export async function shownAfter(
  session: Session,
  newsroom: Newsroom,
  article: StoryArticle,
): Promise<number> {
  const page = await open(session, newsroom, FOLLOWED, article);
  await page.waitFor(PANEL);
  await page.waitFor(() => (globalThis as Marks).shownAt !== undefined);
  const ms = await page.evaluate(() => {
    const { shownAt = Number.NaN, idleAt = Number.NaN } = globalThis as Marks;
    return shownAt - idleAt;
  });
  await page.close();
  return ms;
}

/** What a page with detector and closed panel holds more than the same page on a site that is not followed, in kB. */
export async function heldMore(session: Session, newsroom: Newsroom, article: StoryArticle): Promise<number> {
  const held: number[] = [];
  for (const host of [NOT_FOLLOWED, FOLLOWED]) {
    const page = await open(session, newsroom, host, article);
    await page.waitFor(host === FOLLOWED ? PANEL : 'h1');
    await page.waitFor(() => (globalThis as Marks).idleAt !== undefined);
    held.push(await page.evaluate(heapOf));
    await page.close();
  }
  return ((held[1] ?? 0) - (held[0] ?? 0)) / 1000;
}

/** What the page notes. */
type Marks = typeof globalThis & { readonly idleAt?: number; readonly shownAt?: number };

async function open(
  session: Session,
  newsroom: Newsroom,
  host: string,
  article: StoryArticle,
): Promise<Page> {
  pages += 1;
  const path = `/story/${pages}`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  newsroom.script({ host, path }, { body: html(article), headers });
  return session.open(`https://${host}${path}`);
}

/** Idle is the first moment after the document that the page itself is given as such, as it is for the detector. */
const NOTES = `
  addEventListener('DOMContentLoaded', () => requestIdleCallback(() => { window.idleAt = performance.now(); }, { timeout: 1000 }));
  new MutationObserver(() => {
    if (document.querySelector('[data-lede]') && window.noted === undefined) {
      window.noted = true;
      requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { window.shownAt = performance.now(); }; port2.postMessage(0); });
    }
  }).observe(document.documentElement, { childList: true });`;

function html({ title, summary }: StoryArticle): string {
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary,
  };
  const data = JSON.stringify(linked).replaceAll('<', '\\u003c');
  const text = '<p>Nothing else is told on this page.</p>'.repeat(20);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><script type="application/ld+json">${data}</script><script>${NOTES}</script></head><body><h1>Page</h1>${text}</body></html>`;
}

/** Runs in the page: bytes of its heap and of what its buffers hold, after a collection. */
function heapOf(): number {
  const { gc, performance } = globalThis as unknown as {
    gc(): void;
    performance: { memory: { usedJSHeapSize: number } };
  };
  gc();
  gc();
  return performance.memory.usedJSHeapSize;
}
