/** The project's sanitiser in a real Chromium, on a page under the content security policy of the extension's pages. */
import { join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../content-security-policy.ts';
import type { SanitiseOptions } from '../../../utils/page/sanitise.ts';
import { argumentsFor } from '../../browsers/chromium.ts';
import { killAtExit } from '../../browsers/cleanup.ts';
import { ensureBrowser } from '../browsers.ts';

/** Relative addresses become those of a site that nobody answers at. */
export const UNKNOWN_ADDRESS = 'https://unknown.invalid/';

const PAGE = 'https://reading.invalid/';
const ROOT = join(import.meta.dirname, '..', '..', '..');
/** A piece that takes longer than this keeps the page from all others. */
const LONGEST_MS = 60_000;

export interface Piece {
  readonly html: string;
  /** The address that relative ones in it belong to. */
  readonly base: string;
}

export interface Sanitiser {
  readonly browser: Browser;
  /** What the reading page would show of each, as markup, in their order. */
  sanitise(pieces: readonly Piece[], pictures: SanitiseOptions['pictures']): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts a browser of its own. */
export async function openSanitiser(): Promise<Sanitiser> {
  const [script, { path }] = await Promise.all([bundle(), ensureBrowser('chromium')]);
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: true,
    pipe: true,
    args: argumentsFor({ kind: 'chromium', extension: '', install: 'temporary' }),
    protocolTimeout: LONGEST_MS,
  });
  const child = browser.process();
  if (child) killAtExit(child);
  const page = await openPage(browser, script);
  return {
    browser,
    sanitise: (pieces, pictures) => page.evaluate(runAll, pieces, pictures),
    close: () => browser.close(),
  };
}

/** Runs in the page, where the bundle has put the function. */
function runAll(pieces: readonly Piece[], pictures: SanitiseOptions['pictures']): string[] {
  const { sanitisedHtml } = (
    globalThis as unknown as { lede: { sanitisedHtml(html: string, options: SanitiseOptions): string } }
  ).lede;
  return pieces.map(({ html, base }) => sanitisedHtml(html, { base, pictures }));
}

/** The sanitiser as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(ROOT, 'utils/page/sanitise.ts'), formats: ['iife'], name: 'lede' },
    },
  });
  const [output] = [built].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('the sanitiser could not be built');
  return chunk.code;
}

async function openPage(browser: Browser, script: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request, script));
  await page.goto(PAGE);
  return page;
}

/** Serves the page and its script; everything else is refused. */
function answer(request: HTTPRequest, script: string): Promise<void> {
  const headers = { 'Content-Security-Policy': contentSecurityPolicy('chrome') };
  if (request.url() === PAGE) {
    const body = '<!doctype html><meta charset="utf-8"><script src="/sanitise.js"></script>';
    return request.respond({ contentType: 'text/html', headers, body });
  }
  if (request.url() === `${PAGE}sanitise.js`)
    return request.respond({ contentType: 'text/javascript; charset=utf-8', body: script });
  return request.abort();
}
