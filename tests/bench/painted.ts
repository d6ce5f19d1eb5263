/** When a page of the extension shows its text. */
import type { Page, Session } from '../browsers/session.ts';

/** Milliseconds from navigation to the first paint of text inside an element that matches. */
export async function paintedAt(session: Session, path: string, selector: string): Promise<number> {
  const page: Page = await session.open(path);
  const at = await page.evaluate(firstTextPaint, selector);
  await page.close();
  return at;
}

/** What the browser says of a paint; of an element that is gone by now it knows the id alone. */
type Painted = PerformanceEntry & { readonly element: Element | null; readonly id: string };

/**
 * Runs in the page: waits for the first large text paint there (Largest Contentful Paint, first candidate). The rows that
 * are painted first have given way to those of the application when this is asked.
 */
function firstTextPaint(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Painted[]) {
        const begin = selector.includes('.row') ? 'headline-' : 'ranked-';
        const wasRow = entry.element === null && entry.id.startsWith(begin);
        if (wasRow || entry.element?.closest(selector)) resolve(entry.startTime);
      }
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
