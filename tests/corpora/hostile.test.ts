/** Hostile markup of others, shown as the reading page shows it in a page that itself forbids nothing. */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineSchema, piecesOf } from '../tools/sanitize/lines.ts';
import { openSanitiser, type Sanitiser } from '../tools/sanitize/page.ts';
import { linesOf } from '../tools/stories/lines.ts';
import { describeWhere } from './corpora.ts';
import { corpus } from './folder.ts';

const OPEN_PAGE = 'https://open.invalid/';
const OPEN_HTML = '<!doctype html><link rel="icon" href="data:,"><div id="place"></div>';

const folder = corpus('hostile');

/** What a page did after markup was put into it. */
interface Seen {
  readonly ran: readonly string[];
  readonly requested: readonly string[];
}

describeWhere(folder, 'hostile markup', () => {
  let sanitiser: Sanitiser;
  let payloads: string[];

  beforeAll(async () => {
    sanitiser = await openSanitiser();
    const pieces = [];
    for await (const line of linesOf(path.join(folder ?? '', 'markup.jsonl'), lineSchema)) {
      pieces.push(...piecesOf(line));
    }
    payloads = pieces.map(({ html }) => html);
  }, 60_000);

  afterAll(() => sanitiser?.close());

  const shown = (pictures: 'none' | 'direct') =>
    sanitiser.sanitise(
      payloads.map((html) => ({ html, base: 'https://unknown.invalid/' })),
      pictures,
    );

  it('runs and asks where it is shown as it came, so that this is a test', async () => {
    const { ran, requested } = await put(sanitiser, payloads);
    expect(ran).not.toEqual([]);
    expect(requested).not.toEqual([]);
  }, 60_000);

  it('runs nothing and asks for nothing', async () => {
    expect(await put(sanitiser, await shown('none'))).toEqual({ ran: [], requested: [] });
  }, 60_000);

  it('asks for http(s) pictures alone where the reader turned them on', async () => {
    const { ran, requested } = await put(sanitiser, await shown('direct'));
    expect(ran).toEqual([]);
    expect(requested.filter((request) => !/^image https?:/.test(request))).toEqual([]);
  }, 60_000);
});

/** Puts each into a live page of its own, presses and touches all that is there, and tells what came of it. */
async function put(sanitiser: Sanitiser, htmls: readonly string[]): Promise<Seen> {
  const page = await sanitiser.browser.newPage();
  const requested: string[] = [];
  const ran: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url() === OPEN_PAGE)
      return void request.respond({ contentType: 'text/html', body: OPEN_HTML });
    requested.push(`${request.resourceType()} ${request.url()}`);
    void request.abort();
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.exposeFunction('tell', (what: string) => void ran.push(what));
  await page.goto(OPEN_PAGE);
  await watch(page);
  // A page that leads itself away takes the script with it.
  await page.evaluate(showEach, htmls).catch((error: unknown) => ran.push(String(error)));
  await page.close();
  return { ran, requested };
}

/** Has the page tell of scripts that run, whatever they do. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { tell } = globalThis as unknown as { tell(what: string): void };
    for (const name of ['alert', 'confirm', 'prompt', 'eval', 'open', 'print', 'write'] as const) {
      Object.defineProperty(window, name, { value: () => tell(name) });
    }
    document.write = () => tell('document.write');
    addEventListener('error', (event) => event instanceof ErrorEvent && tell(event.message));
  });
}

async function showEach(htmls: readonly string[]): Promise<void> {
  const place = document.getElementById('place') ?? document.body;
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  // Nothing that is pressed may lead away: what it would do besides still happens.
  addEventListener('click', (event) => event.preventDefault());
  addEventListener('submit', (event) => event.preventDefault());
  for (let at = 0; at < htmls.length; at += 20) {
    for (const html of htmls.slice(at, at + 20)) {
      const box = document.createElement('div');
      box.innerHTML = html;
      place.append(box);
    }
    for (const element of place.querySelectorAll('*')) {
      for (const type of ['mouseover', 'focus', 'load', 'toggle', 'animationend', 'transitionend'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
      if (element instanceof HTMLElement) element.click();
    }
    await settle();
    place.replaceChildren();
  }
}
