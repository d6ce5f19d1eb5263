/** The panel beside a reader who moves on: within a site that draws its pages by script, and away and back again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import type { PublishedArticle } from '../../newsroom/index.ts';
import { clickInPanel, inPanel, looksOfDetector } from '../in-panel.ts';
import { mostTold, oneOfEachDesign } from '../on-pages.ts';
import { follow, openStage, type Stage } from '../stage.ts';

const HOST = '[data-lede=panel]';
const SOON = { timeout: 15_000 };
const isOpen = (root: ShadowRoot) => root.querySelector<HTMLElement>('.card')?.hidden === false;
const srcdoc = (root: ShadowRoot) => root.querySelector('iframe')?.srcdoc ?? '';

export function movingOn(kind: BrowserKind): void {
  describe('a reader who moves on', () => {
    let stage: Stage;

    beforeAll(async () => {
      stage = await openStage(kind);
      await follow(stage, stage.newsroom.outlets);
    });

    afterAll(() => stage?.close());

    /** What the card tells, opened by a click. */
    const opened = async (page: Page): Promise<string> => {
      await page.waitFor(HOST);
      await clickInPanel(stage.session, page, '.pill');
      await expect.poll(() => inPanel(stage.session, page, isOpen), SOON).toBe(true);
      expect(await page.count('[data-lede]')).toBe(1);
      return (await inPanel(stage.session, page, srcdoc)) ?? '';
    };

    it('within a site that draws its pages by script has the panel of each article, and none elsewhere', async () => {
      const { session, newsroom } = stage;
      const first = mostTold(stage);
      const second = newsroom
        .published()
        .find(
          (one) => one.story !== first.story && told(stage, one).length > 2 && one.outlet === first.outlet,
        );
      if (!second) throw new Error('no other story is told by many');
      const { hostname, protocol } = new URL(first.url);
      newsroom.script(
        { host: hostname, path: '/app/1' },
        { body: application([first, second]), headers: { 'content-type': 'text/html; charset=utf-8' } },
      );
      const page = await session.open(`${protocol}//${hostname}/app/1`);
      expect(namesAny(await opened(page), told(stage, first))).toBe(true);

      await page.evaluate("window.go('/app/2')");
      await page.waitFor(HOST);
      await expect.poll(() => inPanel(session, page, isOpen), SOON).toBe(false);
      const other = await opened(page);
      expect(namesAny(other, told(stage, second))).toBe(true);
      expect(namesAny(other, told(stage, first))).toBe(false);

      await page.evaluate("window.go('/app/list')");
      await page.waitFor(() => document.querySelector('[data-lede]') === null);
      expect(await looksOfDetector(session, page)).toBe(3);
      expect(await page.count('[data-lede]')).toBe(0);

      await page.evaluate(goBack);
      expect(namesAny(await opened(page), told(stage, second))).toBe(true);
      await page.close();
    });

    it('and comes back to a page that the browser kept finds one panel, which works', async () => {
      const [first, second] = oneOfEachDesign(stage);
      const page = await stage.session.open(first?.url ?? '');
      await page.waitFor(HOST);
      await page.evaluate(noteReturn);
      await goTo(page, second?.url ?? '');
      await page.waitFor(HOST);
      await page.evaluate(goBack);
      await page.waitFor(wasKept);
      expect(await opened(page)).toContain('<section');
      await page.close();
    });

    it('finds none there where it was turned off meanwhile', async () => {
      const [first, second] = oneOfEachDesign(stage);
      const page = await stage.session.open(first?.url ?? '');
      const options = await stage.session.open('options.html');
      await page.waitFor(HOST);
      await page.evaluate(noteReturn);
      await goTo(page, second?.url ?? '');
      await page.waitFor(HOST);
      await say(options, 'changeSettings', { panel: 'off' });
      await page.waitFor(() => document.querySelector('[data-lede]') === null);
      await page.evaluate(goBack);
      await page.waitFor(wasKept);
      await page.waitFor(() => document.querySelector('[data-lede]') === null);
      await say(options, 'changeSettings', { panel: 'on' });
      await page.close();
    });
  });
}

/** Headlines of the other outlets on the story of an article. */
function told({ newsroom }: Stage, { story, outlet }: PublishedArticle): string[] {
  const others = newsroom.published().filter((one) => one.story === story && one.outlet !== outlet);
  return others.map(({ title }) => title);
}

/** Whether a document of the panel has one of these headlines. */
function namesAny(html: string, titles: readonly string[]): boolean {
  return titles.some((title) =>
    html.includes(title.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)),
  );
}

/** Runs in the page; in a moment, since what asks for it does not outlive the page. */
function goBack(): void {
  setTimeout(() => history.back());
}

async function goTo(page: Page, url: string): Promise<void> {
  await page.evaluate((to: string) => void setTimeout(() => location.assign(to)), url);
  await page.waitFor((to: string) => location.href === to && document.readyState === 'complete', 10_000, url);
}

/** Runs in the page: it says by `wasKept` that it was left and came back as it was. */
function noteReturn(): void {
  addEventListener('pageshow', ({ persisted }) => Object.assign(window, { wasKept: persisted }));
}

/** Runs in the page. */
function wasKept(): boolean {
  return (window as typeof window & { readonly wasKept?: boolean }).wasKept === true;
}

/** A site in one document: `go` draws another of its pages. */
function application(articles: readonly PublishedArticle[]): string {
  const pages = Object.fromEntries(
    articles.map(({ title, lead }, at) => [`/app/${at + 1}`, { title, text: `${lead} `.repeat(8) }]),
  );
  const data = JSON.stringify(pages).replaceAll('<', '\\u003c');
  const script = `
    const pages = ${data};
    const draw = () => {
      const page = pages[location.pathname];
      document.title = page ? page.title : 'All';
      document.querySelector('meta[property="og:type"]').content = page ? 'article' : 'website';
      const main = document.querySelector('main');
      main.replaceChildren();
      const put = (name, text) => main.append(Object.assign(document.createElement(name), { textContent: text }));
      put('h1', document.title);
      if (page) for (let at = 0; at < 3; at += 1) put('p', page.text);
      else for (const one of Object.values(pages)) put('h2', one.title);
    };
    window.go = (path) => { history.pushState({}, '', path); draw(); };
    addEventListener('popstate', draw);
    draw();`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title><meta property="og:type" content="website"></head><body><main></main><script>${script}</script></body></html>`;
}
