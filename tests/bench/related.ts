/**
 * Related news in the built product: from a dead background to its answers, from a page that is idle to its panel, and
 * what a page holds more for it.
 */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryArticle } from '../../utils/story/stories.ts';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch, type Page, type Session } from '../browsers/session.ts';
import { say } from '../browsers/verbs.ts';
import { builtExtension } from '../e2e/stage.ts';
import { type Newsroom, startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { heldMore, shownAfter } from './related-pages.ts';
import { longestTasks } from './related-tasks.ts';
import { seedNews } from './seed-news.ts';
import { news } from './stories.ts';

const ARTICLES = 50_000;
/** What a page holds is the same however many are stored. */
const FEW = 3_000;
const RUNS = 15;
const MEMORY_RUNS = 7;
const BLANK = '<!doctype html><meta charset="utf-8"><title>Blank</title><p>An empty static page';
/** Answers at once, and does nothing else. */
const EMPTY_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, answer) => void answer({ ok: false }));';
/** So that a page can say what it holds. */
const CHROMIUM_ARGS = ['--enable-precise-memory-info', '--js-flags=--expose-gc'];

const MEMORY = 'mem-page';
const TASKS = 'detector-task';
const KEYS = ['worker-wake', 'worker-related', 'panel-cold', 'panel-warm', MEMORY, TASKS];
/** What is measured over a few articles. */
const OVER_FEW: readonly string[] = [MEMORY, TASKS];

/** What is measured in: the extension over a full store, and the same with an empty worker. */
interface Place {
  readonly newsroom: Newsroom;
  readonly session: Session;
  readonly page: Page;
  /** Articles that several outlets tell. */
  readonly asked: readonly StoryArticle[];
}

/** Measures the wanted figures. */
export async function relatedFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  if (!KEYS.some(wanted)) return [];
  const [ours, empty] = [await extension(null), await extension(EMPTY_WORKER)];
  const newsroom = await startNewsroom();
  const start = (folder: string): Promise<Session> =>
    launch({
      kind: 'chromium',
      extension: folder,
      install: 'temporary',
      newsroom,
      chromiumArgs: CHROMIUM_ARGS,
    });
  const session = await start(ours.path);
  const beside = wanted('worker-wake') ? await start(empty.path) : null;
  try {
    const page = await session.open('blank.html');
    const articles = news(KEYS.some((key) => !OVER_FEW.includes(key) && wanted(key)) ? ARTICLES : FEW);
    await seedNews(session, page, articles);
    const place = { newsroom, session, page, asked: await toldByMany(page, articles) };
    return [
      ...(beside ? [await wakeFigure(place, beside)] : []),
      ...(wanted('worker-related') ? [await relatedFigure(place)] : []),
      ...(wanted('panel-cold') ? [await panelFigure(place, 'cold', 250)] : []),
      ...(wanted('panel-warm') ? [await panelFigure(place, 'warm', 60)] : []),
      ...(wanted(MEMORY) ? [await memoryFigure(place)] : []),
      ...(wanted(TASKS) ? await taskFigure(place) : []),
    ];
  } finally {
    await session.close();
    await beside?.close();
    await newsroom.close();
    ours.remove();
    empty.remove();
  }
}

async function extension(worker: string | null): Promise<ReturnType<typeof temporaryFolder>> {
  const folder = temporaryFolder('bench-related');
  await cp(builtExtension('chromium', 'testing'), folder.path, { recursive: true });
  await writeFile(join(folder.path, 'blank.html'), BLANK);
  if (worker !== null) await writeFile(join(folder.path, 'background.js'), worker);
  return folder;
}

/** The newest articles of which at least two others are found that tell the same. */
async function toldByMany(page: Page, articles: readonly StoryArticle[]): Promise<StoryArticle[]> {
  const found: StoryArticle[] = [];
  for (const article of articles.slice(-2_000).reverse()) {
    const rows = await say<readonly { relation: string }[]>(page, 'related', question(article));
    if (rows.filter(({ relation }) => relation === 'same-story').length > 1) found.push(article);
    if (found.length === RUNS) return found;
  }
  throw new Error(`only ${found.length} articles are told by many`);
}

function question({ title, summary, language }: StoryArticle) {
  return { limit: 10, page: { title, summary: summary ?? '', language, url: null } };
}

/** What ours takes more than an empty worker of the same manifest, run by run in turn. */
async function wakeFigure({ session, page }: Place, empty: Session): Promise<Figure> {
  const other = await empty.open('blank.html');
  const nothing = { verb: 'nothing', request: {} };
  const values: number[] = [];
  // The first of each warms the browser up and is not counted.
  for (let run = -1; run < RUNS; run += 1) {
    const least = await fromDead(empty, other, nothing);
    const own = await fromDead(session, page, nothing);
    if (run >= 0) values.push(own - least);
  }
  const what = 'from a dead background to its listener, more than an empty one';
  return { key: 'worker-wake', what, unit: 'ms', samples: { values }, baseline: null, budget: 10 };
}

async function relatedFigure({ session, page, asked }: Place): Promise<Figure> {
  const values: number[] = [];
  for (const article of asked)
    values.push(await fromDead(session, page, { verb: 'related', request: question(article) }));
  const what = 'from a dead background to related articles, 50,000 stored';
  return { key: 'worker-related', what, unit: 'ms', samples: { values }, baseline: null, budget: 120 };
}

async function fromDead(session: Session, page: Page, message: object): Promise<number> {
  await session.killBackground();
  return page.evaluate(answeredAfter, message);
}

/** Runs in a page of the extension: ms from saying something to the answer. */
async function answeredAfter(message: object): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
  };
  const began = performance.now();
  await chrome.runtime.sendMessage(message);
  return performance.now() - began;
}

async function panelFigure(place: Place, start: 'cold' | 'warm', budget: number): Promise<Figure> {
  const { newsroom, session, page, asked } = place;
  const values: number[] = [];
  for (const article of asked) {
    if (start === 'cold') await session.killBackground();
    else await say(page, 'related', question(article));
    values.push(await shownAfter(session, newsroom, article));
  }
  const what = `from an idle page to its panel, background ${start === 'cold' ? 'dead' : 'awake'}, 50,000 stored`;
  return { key: `panel-${start}`, what, unit: 'ms', samples: { values }, baseline: null, budget };
}

async function memoryFigure({ newsroom, session, asked }: Place): Promise<Figure> {
  const [article] = asked;
  if (!article) throw new Error('no article is told by many');
  const values: number[] = [];
  for (let run = 0; run < MEMORY_RUNS; run += 1) values.push(await heldMore(session, newsroom, article));
  const what = 'what a page holds more with detector and pill';
  return { key: MEMORY, what, unit: 'kB', samples: { values }, baseline: null, budget: 500 };
}

/** Absent where this machine has no saved pages. */
async function taskFigure({ newsroom, session }: Place): Promise<Figure[]> {
  const tasks = await longestTasks(session, newsroom);
  if (tasks.length === 0) return [];
  const long = tasks.filter(({ followed }) => followed > 0);
  for (const { page, followed, other } of long)
    console.log(
      `${page}: a task of ${Math.round(followed)} ms; without the detector ${Math.round(other)} ms`,
    );
  const values = tasks.map(({ followed, other }) => (other > 0 ? 0 : followed));
  const what = `longest task over 50 ms that the detector adds to any of ${tasks.length} saved pages`;
  return [
    { key: TASKS, what, unit: 'ms', samples: { values: [Math.max(...values)] }, baseline: null, budget: 50 },
  ];
}
