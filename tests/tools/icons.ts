/**
 * Draws the extension's icons into `public/icon` from the drawings in `icons/`, through headless Chromium. Run by hand
 * when a drawing changes: `node tests/tools/icons.ts`. The toolbar sizes lie on whole pixels, the large ones are a tile.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './browsers.ts';

/** By file name: the drawing and its size in pixels. `light` and `dark` are the themes that they stand on. */
const DRAWINGS: Readonly<Record<string, readonly [drawing: string, size: number]>> = {
  16: ['toolbar', 16],
  32: ['toolbar', 32],
  48: ['tile', 48],
  128: ['tile', 128],
  'light-16': ['toolbar-light', 16],
  'light-32': ['toolbar-light', 32],
  'dark-16': ['toolbar-dark', 16],
  'dark-32': ['toolbar-dark', 32],
  'grey-16': ['toolbar-grey', 16],
  'grey-32': ['toolbar-grey', 32],
};
const TARGET = new URL('../../public/icon/', import.meta.url);

/** The PNG of a drawing at a size in pixels, on a transparent ground. */
async function draw(browser: Browser, svg: string, size: number): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

const found = await findBrowser('chromium');
if (!found) {
  console.error('icons: no Chromium was found to draw with');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
await mkdir(TARGET, { recursive: true });
for (const [name, [drawing, size]] of Object.entries(DRAWINGS)) {
  const svg = await readFile(new URL(`icons/${drawing}.svg`, import.meta.url), 'utf8');
  await writeFile(new URL(`${name}.png`, TARGET), await draw(browser, svg, size));
}
await browser.close();
