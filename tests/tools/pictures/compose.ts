/** Draws surfaces into the frames in which README and stores show them, through a Chromium without the extension. */
import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import type { Theme } from '../../browsers/session.ts';
import { type Surface, WINDOW } from './surfaces.ts';

/** A size in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** What all three stores take. */
const SCREENSHOT: Size = { width: 1280, height: 800 };
/** The small promotional tile of the Chrome Web Store and of Edge Add-ons. */
const TILE: Size = { width: 440, height: 280 };
/** How wide surfaces stand in the README; about twice as wide as it shows them. */
const IN_README: Readonly<Record<Surface, number>> = { latest: 600, top: 600, reading: 1120, panel: 1120 };

const POPUP: Size = { width: 400, height: 600 };
const SIZES: Readonly<Record<Surface, Size>> = { latest: POPUP, top: POPUP, reading: WINDOW, panel: WINDOW };
const ICON = new URL('../icons/tile.svg', import.meta.url);
const TOKENS = new URL('../../../components/style/tokens.css', import.meta.url);

export interface Frames {
  /** A surface alone, from its picture, as the README has it. */
  bare(surface: Surface, picture: Buffer): Promise<Buffer>;
  /** A surface under its caption, as stores have it. */
  captioned(surface: Surface, picture: Buffer, theme: Theme, caption: string): Promise<Buffer>;
  /** Icon, name and a line. */
  tile(name: string, line: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Starts the browser at a path. All pictures are PNG at one device pixel a CSS pixel. */
export async function openFrames(executablePath: string): Promise<Frames> {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  const icon = `data:image/svg+xml;base64,${(await readFile(ICON)).toString('base64')}`;
  const style = `${await readFile(TOKENS, 'utf8')}${STYLE}`;
  const picture = (bytes: Buffer) =>
    `<img class="shot" src="data:image/png;base64,${bytes.toString('base64')}">`;
  const draw = (size: Size, theme: Theme, body: string) =>
    photograph(
      browser,
      size,
      `<html data-theme="${theme}"><style>${style}</style><body>${body}</body></html>`,
    );
  return {
    bare: (surface, bytes) => {
      const { width, height } = SIZES[surface];
      const size = { width: IN_README[surface], height: Math.round((height * IN_README[surface]) / width) };
      return draw(size, 'light', picture(bytes));
    },
    captioned: (surface, bytes, theme, caption) => {
      const form = SIZES[surface] === POPUP ? 'beside' : 'below';
      const words = `<header><p><img src="${icon}">Lede</p><h1>${caption}</h1></header>`;
      return draw(SCREENSHOT, theme, `<main class="${form}">${words}${picture(bytes)}</main>`);
    },
    tile: (name, line) =>
      draw(TILE, 'light', `<main class="tile"><img src="${icon}"><h1>${name}</h1><p>${line}</p></main>`),
    close: () => browser.close(),
  };
}

async function photograph(browser: Browser, viewport: Size, html: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport });
  await page.setContent(html);
  await page.evaluate(() => Promise.all(Array.from(document.images, (image) => image.decode())));
  const png = await page.screenshot();
  await page.close();
  return png;
}

/** In the tokens of the extension itself. */
const STYLE = `
  body { margin: 0; background: var(--canvas); color: var(--ink); font-family: var(--ui) }
  .shot { display: block; width: 100vw }
  main { box-sizing: border-box; width: 100vw; height: 100vh; overflow: hidden }
  main .shot { border: 1px solid var(--line-strong); border-radius: 10px; box-shadow: 0 12px 40px rgb(0 0 0 / .18) }
  header p { display: flex; align-items: center; gap: 14px; margin: 0; font: 700 26px var(--serif) }
  header p img { width: 44px }
  h1 { margin: 0; font: 700 46px/1.2 var(--serif); text-wrap: balance }
  .beside { display: grid; grid-template-columns: 1fr 464px; gap: 88px; align-items: center; padding: 52px 92px 52px 104px }
  .beside h1 { margin-top: 28px }
  .beside .shot { width: 464px }
  .below { display: flex; flex-direction: column; align-items: center; gap: 30px; padding: 38px 80px 0 }
  .below header { display: flex; align-items: center; justify-content: space-between; width: 1120px }
  .below h1 { font-size: 34px }
  .below .shot { width: 1120px; border-bottom: 0; border-radius: 10px 10px 0 0 }
  .tile { display: grid; align-content: center; justify-items: center; gap: 14px; padding: 0 40px; text-align: center; background: var(--paper) }
  .tile img { width: 84px }
  .tile h1 { font-size: 32px }
  .tile p { margin: 0; color: var(--ink-2); font-size: 17px; line-height: 1.4; text-wrap: balance }
`;
