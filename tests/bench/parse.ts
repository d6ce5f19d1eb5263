/** From bytes to the one model over real feeds, beside what else a developer would take. Skipped without the corpora. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed as feedsmith } from 'feedsmith';
import { Parser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { parseFeed } from '../../utils/feed/index.ts';
import { corpus } from '../corpora/folder.ts';
import type { Figure } from './figure.ts';
import { domParserFigure } from './parse-browser.ts';

const RUNS = 15;

interface Beside {
  readonly key: string;
  readonly what: string;
  /** The most that ours may take, as a multiple of this. */
  readonly budget: number | null;
  /** Reads one feed from its bytes; resolves to whether it could. */
  read(bytes: Uint8Array): boolean | Promise<boolean>;
}

const decoder = new TextDecoder();
const rssParser = new RssParser();

const BESIDE: readonly Beside[] = [
  {
    key: 'parse-htmlparser2',
    what: 'decoding and htmlparser2 with an empty handler',
    budget: 2,
    read(bytes) {
      const parser = new Parser({}, { xmlMode: true });
      parser.end(decoder.decode(bytes));
      return true;
    },
  },
  {
    key: 'parse-feedsmith',
    what: 'feedsmith',
    budget: 1 / 1.5,
    read: (bytes) => Boolean(feedsmith(decoder.decode(bytes)).feed),
  },
  {
    key: 'parse-rss-parser',
    what: 'rss-parser',
    budget: 0.5,
    read: async (bytes) => Boolean(await rssParser.parseString(decoder.decode(bytes))),
  },
  {
    key: 'parse-limit',
    what: 'decoding and one scan',
    budget: null,
    read: (bytes) => decoder.decode(bytes).lastIndexOf('<') > -1,
  },
];

/** Measures the wanted figures: both sides read the same feeds, those that all of them can. */
export async function parseFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const todo = BESIDE.filter(({ key }) => wanted(key));
  const folder = corpus('feeds/real');
  const inBrowser = wanted('parse-domparser');
  if (todo.length === 0 && !inBrowser) return [];
  if (folder === null) {
    console.error('parse-*: skipped, there are no real feeds at LEDE_CORPORA');
    return [];
  }
  const figures: Figure[] = [];
  const feeds = realFeeds(folder);
  for (const beside of todo) figures.push(await measure(beside, await readable(feeds, beside)));
  if (inBrowser) figures.push(await domParserFigure(feeds, RUNS));
  return figures;
}

function realFeeds(folder: string): Uint8Array[] {
  const manifest = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').trim().split('\n');
  return manifest.map((line) => {
    const { file }: { file: string } = JSON.parse(line);
    return Uint8Array.from(readFileSync(join(folder, file)));
  });
}

/** The real feeds that the other side can read too, so that both do the same work. */
async function readable(all: readonly Uint8Array[], beside: Beside): Promise<Uint8Array[]> {
  const feeds: Uint8Array[] = [];
  for (const bytes of all) if (await can(beside, bytes)) feeds.push(bytes);
  return feeds;
}

async function can(beside: Beside, bytes: Uint8Array): Promise<boolean> {
  try {
    return await beside.read(bytes);
  } catch {
    return false;
  }
}

async function measure(beside: Beside, feeds: readonly Uint8Array[]): Promise<Figure> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  // The first of each warms up and is not counted; then one of each in turn.
  for (let run = -2; run < RUNS; run += 1) {
    const own = await timed(
      feeds,
      (bytes) => parseFeed({ bytes, url: 'https://a.example/', contentType: null }).ok,
    );
    const other = await timed(feeds, beside.read);
    if (run < 0) continue;
    ours.push(own);
    theirs.push(other);
  }
  const megabytes = feeds.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;
  return {
    key: beside.key,
    what: `${feeds.length} real feeds, ${megabytes.toFixed(1)} MB, to the one model`,
    unit: 'ms',
    samples: { values: ours },
    baseline: { what: beside.what, samples: { values: theirs } },
    budget: beside.budget,
  };
}

async function timed(
  feeds: readonly Uint8Array[],
  read: (bytes: Uint8Array) => boolean | Promise<boolean>,
): Promise<number> {
  const start = performance.now();
  for (const bytes of feeds) await read(bytes);
  return performance.now() - start;
}
