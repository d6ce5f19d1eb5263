/** Parsing in a real Chromium, beside DOMParser, which there is nowhere else. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from '../browsers/cleanup.ts';
import { launch } from '../browsers/session.ts';
import { builtExtension } from '../e2e/stage.ts';
import { startNewsroom } from '../newsroom/index.ts';
import type { Figure } from './figure.ts';

const KEY = 'parse-domparser';
/** The most that ours may take of DOMParser's time. */
const BUDGET = 0.5;
const PAGE = '<!doctype html><meta charset="utf-8"><title>Parsing</title><script src="parsing.js"></script>';

type Parsing = {
  readonly parsing?: {
    load(count: number): Promise<{ kept: number; bytes: number }>;
    run(): { own: number; other: number };
  };
};

/** Measures so many runs over those of the feeds that both sides can read. */
export async function domParserFigure(feeds: readonly Uint8Array[], runs: number): Promise<Figure> {
  const { path: extension, remove } = temporaryFolder('bench-parse');
  await cp(builtExtension('chromium', 'testing'), extension, { recursive: true });
  await writeFile(join(extension, 'parsing.html'), PAGE);
  await writeFile(join(extension, 'parsing.js'), await pageScript());
  await mkdir(join(extension, 'feeds'));
  for (const [at, bytes] of feeds.entries()) await writeFile(join(extension, 'feeds', String(at)), bytes);
  const newsroom = await startNewsroom();
  const session = await launch({ kind: 'chromium', extension, install: 'temporary', newsroom });
  try {
    const page = await session.open('parsing.html');
    const { kept, bytes } = await page.evaluate(loaded, feeds.length);
    const [own, other]: [number[], number[]] = [[], []];
    for (let run = -2; run < runs; run += 1) {
      const ms = await page.evaluate(ranOnce);
      if (run < 0) continue;
      own.push(ms.own);
      other.push(ms.other);
    }
    return {
      key: KEY,
      what: `${kept} real feeds, ${(bytes / 1e6).toFixed(1)} MB, to the one model`,
      unit: 'ms',
      samples: { values: own },
      baseline: { what: 'DOMParser and its questions', samples: { values: other } },
      budget: BUDGET,
    };
  } finally {
    await session.close();
    await newsroom.close();
    remove();
  }
}

async function pageScript(): Promise<string> {
  const entry = join(import.meta.dirname, 'parse-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the script of the page was not built');
  return first.output[0].code;
}

function loaded(count: number): Promise<{ kept: number; bytes: number }> {
  const { parsing } = globalThis as Parsing;
  if (!parsing) throw new Error('the page has no parser');
  return parsing.load(count);
}

function ranOnce(): { own: number; other: number } {
  const { parsing } = globalThis as Parsing;
  if (!parsing) throw new Error('the page has no parser');
  return parsing.run();
}
