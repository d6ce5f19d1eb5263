/** From navigation to the first headlines painted, beside an empty static page of the same extension. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch, type Session } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { paintedAt } from './painted.ts';
import { seedArticles } from './seed.ts';

const RUNS = 30;
/** Of the empty page's time. */
const BUDGET = 1.8;
const TOP_BUDGET = 2;
/** Of the popup's time with the smallest store. */
const GROWTH_BUDGET = 1.1;

/** What is opened, and which element of it is looked for. */
interface Opened {
  readonly key: string;
  readonly what: string;
  /** Where the popup is left before it is opened again. */
  readonly tab: 'latest' | 'top';
  readonly shows: string;
  readonly articles: number;
  readonly budget: number;
}

const LATEST = { tab: 'latest', shows: '.row .headline', budget: BUDGET } as const;
const OPENED: readonly Opened[] = [
  { key: 'popup-2k', what: 'popup, 2,000 articles stored', articles: 2_000, ...LATEST },
  { key: 'popup-50k', what: 'popup, 50,000 articles stored', articles: 50_000, ...LATEST },
  {
    key: 'top',
    what: 'popup with story cards, 50,000 stored',
    articles: 50_000,
    tab: 'top',
    shows: '.story-card .headline',
    budget: TOP_BUDGET,
  },
  { key: 'popup-200k', what: 'popup, 200,000 articles stored', articles: 200_000, ...LATEST },
];
const GROWTH = { key: 'popup-growth', small: 2_000, large: 200_000 } as const;

const BLANK = '<!doctype html><meta charset="utf-8"><title>Blank</title><p>An empty static page';

/** Measures the wanted figures, the smaller store first; empty where none of them is wanted. */
export async function popupFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const grows = wanted(GROWTH.key);
  const todo = OPENED.filter(({ key }) => wanted(key));
  if (todo.length === 0 && !grows) return [];
  const { path: extension, remove } = temporaryFolder('bench');
  await cp(builtExtension('chromium', 'testing'), extension, { recursive: true });
  await writeFile(join(extension, 'blank.html'), BLANK);
  const newsroom = await startNewsroom();
  const start = () => launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  const session = await start();
  try {
    const figures: Figure[] = [];
    for (const opened of todo) {
      await fill(session, opened.articles);
      figures.push(await measure(session, opened));
    }
    return grows ? [...figures, await growth(session, await start())] : figures;
  } finally {
    await session.close();
    await newsroom.close();
    remove();
  }
}

/** The largest store beside the smallest, in a browser each, opened in turn. */
async function growth(large: Session, small: Session): Promise<Figure> {
  try {
    await fill(small, GROWTH.small);
    await fill(large, GROWTH.large);
    for (const session of [small, large]) await leaveAt(session, 'latest');
    const times: [small: number, large: number][] = [];
    for (let run = -1; run < RUNS; run += 1) {
      const pair = [
        await paintedAt(small, 'popup.html', LATEST.shows),
        await paintedAt(large, 'popup.html', LATEST.shows),
      ] as const;
      if (run >= 0) times.push([...pair]);
    }
    return {
      key: GROWTH.key,
      what: 'popup, 200,000 articles stored',
      unit: 'ms',
      samples: { values: times.map(([, ms]) => ms) },
      baseline: { what: 'popup, 2,000 articles stored', samples: { values: times.map(([ms]) => ms) } },
      budget: GROWTH_BUDGET,
    };
  } finally {
    await small.close();
  }
}

async function fill(session: Session, articles: number): Promise<void> {
  const page = await session.open('options.html');
  await seedArticles(page, articles);
  // The rows were put in behind the background's back: something that it does has it look at them.
  await page.evaluate(markFirst);
  await page.waitFor(hasFront);
  await page.close();
}

/** Run in the page. */
type Extension = {
  readonly chrome: {
    readonly runtime: { sendMessage(message: object): Promise<unknown> };
    readonly storage: { readonly session: { get(key: string): Promise<{ front?: { front: unknown } }> } };
  };
};

async function markFirst(): Promise<void> {
  const { runtime } = (globalThis as unknown as Extension).chrome;
  await runtime.sendMessage({ verb: 'markRead', request: { articleIds: [1], read: true } });
}

async function hasFront(): Promise<boolean> {
  const { session } = (globalThis as unknown as Extension).chrome.storage;
  return ((await session.get('front')).front?.front ?? null) !== null;
}

async function measure(session: Session, { key, what, tab, shows, budget }: Opened): Promise<Figure> {
  await leaveAt(session, tab);
  const popup: number[] = [];
  const blank: number[] = [];
  // The first of each warms the browser up and is not counted; then one of each in turn.
  for (let run = -1; run < RUNS; run += 1) {
    const [empty, rows] = [
      await paintedAt(session, 'blank.html', 'p'),
      await paintedAt(session, 'popup.html', shows),
    ];
    if (run < 0) continue;
    blank.push(empty);
    popup.push(rows);
  }
  return {
    key,
    what,
    unit: 'ms',
    samples: { values: popup },
    baseline: { what: 'empty static page', samples: { values: blank } },
    budget,
  };
}

/** The popup opens where it was left. */
async function leaveAt(session: Session, tab: Opened['tab']): Promise<void> {
  const page = await session.open('popup.html');
  await page.waitFor(`#tab-${tab}`);
  await page.click(`#tab-${tab}`);
  await page.waitFor(`#tab-${tab}[aria-selected=true]`);
  await page.close();
}
