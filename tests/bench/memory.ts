/** What the extension's process holds: at rest, in a poll, with the popup open. PSS after a collection, worker awake. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { memoryOf } from '../browsers/memory.ts';
import { launch, type Session } from '../browsers/session.ts';
import { manySources, scriptMany } from '../e2e/many-sources.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';
import { seedNews } from './seed-news.ts';
import { news } from './stories.ts';

const ARTICLES = 50_000;
const RUNS = 5;
const POLLED = 1_000;
/** While a poll runs it is measured so often. */
const LOOKS = 8;
/** Until it is at rest it is looked at so often, at least and at most. */
const [FEWEST_LOOKS, MOST_LOOKS, LOOK_EVERY_MS] = [4, 12, 10_000];
const BLANK = '<!doctype html><meta charset="utf-8"><title>Blank</title>';
const EMPTY_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, answer) => void answer({ ok: false }));';
const BUDGETS = { 'mem-rest': 40, 'mem-popup': 12, 'mem-poll': 150 } as const;
type Key = keyof typeof BUDGETS;

/** Measures the wanted figures in one browser, beside one with an empty worker of the same manifest. */
export async function memoryFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const keys = (Object.keys(BUDGETS) as Key[]).filter(wanted);
  if (keys.length === 0) return [];
  const newsroom = await startNewsroom();
  const [ours, empty] = [await extension(null), await extension(EMPTY_WORKER)];
  const start = (extension: string): Promise<Session> =>
    launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  const [own, least] = [await start(ours.path), await start(empty.path)];
  try {
    const page = await own.open('options.html');
    await seedNews(own, page, news(ARTICLES));
    await page.close();
    // What filled it leaves its own in the process.
    await own.killBackground();
    // The window is loaded by whoever asks for what is related.
    const blank = await own.open('blank.html');
    await blank.evaluate(askRelated);
    await blank.close();
    await settle(own);
    const rest = await held(own);
    const figures: Figure[] = [];
    if (wanted('mem-rest')) {
      const floor = await held(least);
      const more = rest.map((mb, at) => mb - (floor[at] ?? 0));
      figures.push(figure('mem-rest', 'at rest with 50,000 stored, more than an empty extension', more));
    }
    if (wanted('mem-popup')) {
      const popup = await own.open('popup.html');
      await popup.waitFor('.row .headline');
      const more = (await held(own)).map((mb, at) => mb - (rest[at] ?? 0));
      figures.push(figure('mem-popup', 'with the popup open, more than at rest', more));
      await popup.close();
    }
    if (wanted('mem-poll')) figures.push(await polling(own, newsroom));
    return figures;
  } finally {
    for (const session of [own, least]) await session.close();
    await newsroom.close();
    for (const folder of [ours, empty]) folder.remove();
  }
}

async function extension(worker: string | null): Promise<ReturnType<typeof temporaryFolder>> {
  const folder = temporaryFolder('bench-memory');
  await cp(builtExtension('chromium', 'testing'), folder.path, { recursive: true });
  await writeFile(join(folder.path, 'blank.html'), BLANK);
  if (worker !== null) await writeFile(join(folder.path, 'background.js'), worker);
  return folder;
}

/** The most that is held in a poll of 1,000 sources. */
async function polling(
  session: Session,
  newsroom: Awaited<ReturnType<typeof startNewsroom>>,
): Promise<Figure> {
  scriptMany(newsroom);
  const page = await session.open('options.html');
  await page.evaluate(startPoll, manySources(POLLED));
  let most = 0;
  for (let look = 0; look < LOOKS; look += 1) most = Math.max(most, ...(await held(session, 1)));
  await page.close();
  return figure('mem-poll', 'the most in a poll of 1,000 sources, 50,000 stored, options open', [most]);
}

/** Browsers give back by and by what was freed: waits until a look finds no less than the one before it. */
async function settle(session: Session): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [now = 0] = await held(session, 1);
    if (look >= FEWEST_LOOKS && before - now < 1) return;
    before = now;
    await pause(LOOK_EVERY_MS);
  }
}

/** MB, so many times. */
async function held(session: Session, runs = RUNS): Promise<number[]> {
  const sizes: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await session.collectGarbage();
    sizes.push((await memoryOf(await session.extensionProcesses())) / 1e6);
  }
  return sizes;
}

function figure(key: Key, what: string, values: readonly number[]): Figure {
  return { key, what, unit: 'MB', samples: { values }, baseline: null, budget: BUDGETS[key] };
}

/** Runs in a page of the extension. */
async function askRelated(): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
  };
  const page = { title: 'Parliament passes the budget', summary: '', language: 'en', url: null };
  await chrome.runtime.sendMessage({ verb: 'related', request: { limit: 5, page } });
}

/** Runs in a page of the extension: imports a list; its first checks go on after that is answered. */
async function startPoll(sources: readonly object[]): Promise<void> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
  };
  await chrome.runtime.sendMessage({ verb: 'importSources', request: { sources } });
}
