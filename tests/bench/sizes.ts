/** What the packaged build weighs: what the worker and the popup load, in kB as the browser reads them. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { builtExtension } from '../e2e/stage.ts';
import type { Figure } from './figure.ts';

/** kB, by key. */
const BUDGETS = { 'worker-kb': 160, 'popup-kb': 60, 'detector-kb': 4 } as const;

/** Measures the wanted sizes. */
export async function sizeFigures(wanted: (key: string) => boolean): Promise<Figure[]> {
  const folder = builtExtension('chromium', 'packaged');
  const figures: Figure[] = [];
  if (wanted('worker-kb')) {
    const size = (await stat(join(folder, 'background.js'))).size;
    figures.push(figure('worker-kb', 'background script', size));
  }
  if (wanted('detector-kb')) {
    const size = (await stat(join(folder, 'detector.js'))).size;
    figures.push(figure('detector-kb', 'script in every page of the followed sites', size));
  }
  if (wanted('popup-kb'))
    figures.push(figure('popup-kb', 'popup with all it loads', await loadedBy(folder, 'popup.html')));
  return figures;
}

function figure(key: keyof typeof BUDGETS, what: string, bytes: number): Figure {
  return { key, what, unit: 'kB', samples: { values: [bytes / 1000] }, baseline: null, budget: BUDGETS[key] };
}

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
    for (const [, named] of text.toString().matchAll(/["']((?:\.{0,2}\/)[\w./-]+\.(?:js|css))["']/g)) {
      const from = named?.startsWith('/') ? '.' : dirname(file);
      waiting.push(join(from, named ?? ''));
    }
  }
  return bytes;
}
