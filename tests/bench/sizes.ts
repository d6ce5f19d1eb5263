/** What the packaged build weighs, in kB as the browser reads it: the package, the worker, the popup, the detector. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { builtExtension } from '../e2e/stage.ts';
import type { Figure } from './figure.ts';

/** kB, by key. */
const BUDGETS = {
  zip: 300,
  'worker-kb': 160,
  'worker-kb-later': null,
  'popup-kb': 60,
  'detector-kb': 4,
} as const;

type Key = keyof typeof BUDGETS;

const WHAT: Readonly<Record<Key, string>> = {
  zip: 'package, as stores take it',
  'worker-kb': 'background: the script that every wake-up loads',
  'worker-kb-later': 'background: all parts that are loaded when they are asked for',
  'popup-kb': 'popup.html with all that its tags and their imports name',
  'detector-kb': 'script in every page of the followed sites',
};

const MEASURES: Readonly<Record<Key, (folder: string) => Promise<number>>> = {
  zip: zipped,
  'worker-kb': (folder) => sizeOf(join(folder, 'background.js')),
  'worker-kb-later': (folder) => sizeOfAll(join(folder, 'background')),
  'popup-kb': (folder) => loadedBy(folder, 'popup.html'),
  'detector-kb': (folder) => sizeOf(join(folder, 'detector.js')),
};

/** Measures the wanted sizes. */
export async function sizeFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const folder = builtExtension('chromium', 'packaged');
  const keys = (Object.keys(BUDGETS) as Key[]).filter(wanted);
  return Promise.all(keys.map(async (key) => figure(key, await MEASURES[key](folder))));
}

function figure(key: Key, bytes: number): Figure {
  const samples = { values: [bytes / 1000] };
  return { key, what: WHAT[key], unit: 'kB', samples, baseline: null, budget: BUDGETS[key] };
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file)).size;
}

async function sizeOfAll(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map((name) => sizeOf(join(folder, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a zip file says of each of its files, beside the name, which stands in it twice; and what ends it. */
const ZIP_HEADERS = 30 + 46;
const ZIP_END = 22;

/** Bytes of the package as a zip file, each file deflated as far as it goes. */
async function zipped(folder: string): Promise<number> {
  let bytes = ZIP_END;
  for (const name of await readdir(folder, { recursive: true })) {
    if (!(await stat(join(folder, name))).isFile()) continue;
    const packed = deflateRawSync(await readFile(join(folder, name)), { level: 9 });
    bytes += packed.byteLength + 2 * Buffer.byteLength(name) + ZIP_HEADERS;
  }
  return bytes;
}

/** What a page names in its tags, and a script in its imports; what scripts import later, in brackets, is not waited for. */
const NAMED = {
  html: /(?:src|href)="(\/[^"]+\.(?:js|css))"/g,
  js: /\b(?:from|import)\s*["'](\.[^"']+)["']/g,
};

/** Bytes of a page and of all scripts and styles it names, with what these import in turn. */
async function loadedBy(folder: string, page: string): Promise<number> {
  const seen = new Set<string>();
  const waiting = [page];
  let bytes = 0;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = await readFile(join(folder, file));
    bytes += text.byteLength;
    for (const [, named = ''] of text.toString().matchAll(file.endsWith('.html') ? NAMED.html : NAMED.js)) {
      waiting.push(named.startsWith('/') ? named.slice(1) : join(dirname(file), named));
    }
  }
  return bytes;
}
