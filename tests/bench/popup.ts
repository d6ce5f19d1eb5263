/** From navigation to the first headlines painted, beside an empty static page of the same extension. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch, type Page, type Session } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { seedArticles } from './seed.ts';

const RUNS = 15;
/** Of the empty page's time. */
const BUDGET = 1.8;
/** How many articles are stored, by the key of the figure. */
const STORED: readonly (readonly [key: string, articles: number])[] = [
  ['popup-2k', 2_000],
  ['popup-50k', 50_000],
];

const BLANK = '<!doctype html><meta charset="utf-8"><title>Blank</title><p>An empty static page';

/** Measures the wanted figures, the smaller store first; empty where none of them is wanted. */
export async function popupFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const todo = STORED.filter(([key]) => wanted(key));
  if (todo.length === 0) return [];
  const { path: extension, remove } = temporaryFolder('bench');
  await cp(builtExtension('chromium', 'testing'), extension, { recursive: true });
  await writeFile(join(extension, 'blank.html'), BLANK);
  const newsroom = await startNewsroom();
  const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  try {
    const figures: Figure[] = [];
    for (const [key, articles] of todo) {
      await fill(session, articles);
      figures.push(await measure(session, key, articles));
    }
    return figures;
  } finally {
    await session.close();
    await newsroom.close();
    remove();
  }
}

async function fill(session: Session, articles: number): Promise<void> {
  const page = await session.open('options.html');
  await seedArticles(page, articles);
  await page.close();
}

async function measure(session: Session, key: string, articles: number): Promise<Figure> {
  const popup: number[] = [];
  const blank: number[] = [];
  // The first of each warms the browser up and is not counted; then one of each in turn.
  for (let run = -1; run < RUNS; run += 1) {
    const [empty, rows] = [
      await paintedAt(session, 'blank.html', 'p'),
      await paintedAt(session, 'popup.html', '.row'),
    ];
    if (run < 0) continue;
    blank.push(empty);
    popup.push(rows);
  }
  return {
    key,
    what: `popup with ${articles.toLocaleString('en')} articles stored`,
    unit: 'ms',
    samples: { values: popup },
    baseline: { what: 'empty static page', samples: { values: blank } },
    budget: BUDGET,
  };
}

/** Milliseconds from navigation to the first paint of text inside an element that matches. */
async function paintedAt(session: Session, path: string, selector: string): Promise<number> {
  const page: Page = await session.open(path);
  const at = await page.evaluate(firstTextPaint, selector);
  await page.close();
  return at;
}

/** Runs in the page: waits for the first large text paint there (Largest Contentful Paint, first candidate). */
function firstTextPaint(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { readonly element: Element | null })[]) {
        if (entry.element?.closest(selector)) resolve(entry.startTime);
      }
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}
