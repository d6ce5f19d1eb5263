/** Search as it is typed and from cold, beside what else a developer would take, in real Chromium. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch, type Page, type Session } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import { readStream } from '../stories/read.ts';
import { type Figure, median } from './figure.ts';
import type { Cold, inPage, Sample } from './search-page.ts';

const RUNS = 9;
/** Ms that filling the database, or the indexes beside it, may take. */
const LONGEST_MS = 1_800_000;
const PAGE = 'search-bench.html';
/** What the first query of a page is. */
const FIRST_QUERY = 'government';
/** Typed letter by letter: a word of each alphabet, one alphabet for the other, two words, a quotation. */
const TYPED = ['storm damage', 'zelensky', 'міністр оборони', 'трамп', '"prime minister'];

type InPage = typeof inPage;
type Name = 'cold' | 'coldMiniSearch' | 'coldFlexSearch';

const STORED = [
  ['50k', 50_000],
  ['200k', 200_000],
] as const;

/** Measures the wanted figures, the smaller store first. */
export async function searchFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const todo = STORED.filter(([size]) => wanted(`search-key-${size}`) || wanted(`search-cold-${size}`));
  if (todo.length === 0) return [];
  const { path: extension, remove } = temporaryFolder('bench-search');
  await cp(builtExtension('chromium', 'testing'), extension, { recursive: true });
  await bundle(extension);
  const newsroom = await startNewsroom();
  const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  try {
    const figures: Figure[] = [];
    for (const [size, articles] of todo) {
      const page = await session.open(PAGE);
      await callLong(page, 'seed', samples(), articles);
      await page.close();
      if (wanted(`search-key-${size}`)) figures.push(await keyFigure(session, size));
      if (wanted(`search-cold-${size}`)) figures.push(await coldFigure(session, size));
    }
    return figures;
  } finally {
    await session.close();
    await newsroom.close();
    remove();
  }
}

/** The page's script from the project's own modules, beside the extension's pages. */
async function bundle(extension: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: extension,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry: join(import.meta.dirname, 'search-page.ts'),
        formats: ['es'],
        fileName: () => 'search-bench.js',
      },
    },
  });
  await writeFile(
    join(extension, PAGE),
    '<!doctype html><meta charset="utf-8"><title>Search</title><script type="module" src="/search-bench.js"></script><p>Search',
  );
}

function samples(): Sample[] {
  return readStream().map(({ title, summary, language }) => ({ title, summary: summary ?? title, language }));
}

/** Calls a function of `search-page.ts` in the page. */
async function call<N extends keyof InPage>(
  page: Page,
  name: N,
  ...args: Parameters<InPage[N]>
): Promise<Awaited<ReturnType<InPage[N]>>> {
  await page.waitFor(() => 'inPage' in globalThis);
  return page.evaluate(callInPage, name, args) as Promise<Awaited<ReturnType<InPage[N]>>>;
}

/** The same for what takes longer than one answer of the browser may: it is asked after now and then. */
async function callLong<N extends 'seed' | 'indexOthers'>(
  page: Page,
  name: N,
  ...args: Parameters<InPage[N]>
): Promise<void> {
  await page.waitFor(() => 'inPage' in globalThis);
  await page.evaluate(beginInPage, name, args);
  await page.waitFor(() => 'ended' in globalThis, LONGEST_MS);
  const error = await page.evaluate(() => (globalThis as unknown as { ended: string | null }).ended);
  if (error !== null) throw new Error(`${name}: ${error}`);
}

function beginInPage(name: string, args: readonly unknown[]): void {
  const page = globalThis as unknown as {
    inPage: Record<string, (...args: unknown[]) => Promise<unknown>>;
    ended?: string | null;
  };
  const work = page.inPage[name]?.(...args) ?? Promise.reject(new Error('there is none'));
  work.then(
    () => {
      page.ended = null;
    },
    (error: unknown) => {
      page.ended = String(error);
    },
  );
}

function callInPage(name: string, args: readonly unknown[]): unknown {
  const functions = (globalThis as unknown as { inPage: Record<string, (...args: unknown[]) => unknown> })
    .inPage;
  return functions[name]?.(...args);
}

async function keyFigure(session: Session, size: '50k' | '200k'): Promise<Figure> {
  const queries = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const page = await session.open(PAGE);
  // The first round warms the page up and is not counted.
  await call(page, 'keystrokes', queries);
  const values = await call(page, 'keystrokes', queries);
  await page.close();
  const slowest = queries[values.indexOf(Math.max(...values))];
  return {
    key: `search-key-${size}`,
    what: `a keystroke with ${size} articles stored (${queries.length} of them; the slowest is at ${slowest})`,
    unit: 'ms',
    samples: { values },
    baseline: null,
    budget: 16,
  };
}

async function coldFigure(session: Session, size: '50k' | '200k'): Promise<Figure> {
  const page = await session.open(PAGE);
  await callLong(page, 'indexOthers');
  await page.close();
  const runs: Record<Name, Cold[]> = { cold: [], coldMiniSearch: [], coldFlexSearch: [] };
  // The first of each warms the browser up and is not counted; then one of each in turn, each in a page of its own.
  for (let run = -1; run < RUNS; run += 1) {
    for (const name of ['cold', 'coldMiniSearch', 'coldFlexSearch'] as const) {
      const measured = await inNewPage(session, name);
      if (run >= 0) runs[name].push(measured);
    }
  }
  const all = (name: Name): number[] => runs[name].map((one) => one.all);
  const [mini, flex] = [median(all('coldMiniSearch')), median(all('coldFlexSearch'))];
  expectSameWork(runs);
  const beside = `MiniSearch ${Math.round(mini)} ms, FlexSearch ${Math.round(flex)} ms`;
  const lead = `to the last lead ${Math.round(median(all('cold')))} ms`;
  if (size === '50k') {
    const values = runs.cold.map(({ first }) => first);
    const what = `first hits from cold, 50k articles (${lead}; ${beside})`;
    return { key: 'search-cold-50k', what, unit: 'ms', samples: { values }, baseline: null, budget: 60 };
  }
  const faster = mini < flex ? ('coldMiniSearch' as const) : ('coldFlexSearch' as const);
  return {
    key: 'search-cold-200k',
    what: `all hits from cold, 200k articles (${beside})`,
    unit: 'ms',
    samples: { values: all('cold') },
    baseline: { what: faster.slice('cold'.length), samples: { values: all(faster) } },
    budget: 1,
  };
}

async function inNewPage(session: Session, name: Name): Promise<Cold> {
  const page = await session.open(PAGE);
  const measured = await call(page, name, FIRST_QUERY);
  await page.close();
  return measured;
}

/** All find the same by a word as it is typed; ours finds its other forms as well. */
function expectSameWork(runs: Record<Name, readonly Cold[]>): void {
  const [ours, mini, flex] = [runs.cold, runs.coldMiniSearch, runs.coldFlexSearch].map(
    (some) => some[0]?.total ?? 0,
  );
  if (!ours || !mini || !flex || mini !== flex || ours < mini) {
    throw new Error(`search-cold: found ${ours} beside ${mini} (MiniSearch) and ${flex} (FlexSearch)`);
  }
}
