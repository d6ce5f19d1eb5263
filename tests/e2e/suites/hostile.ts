/** Hostile feeds on every surface: nothing runs, nothing leads away, nothing is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../browsers/page.ts';
import type { BrowserKind } from '../../browsers/session.ts';
import { say } from '../../browsers/verbs.ts';
import { isFull } from '../../full-run.ts';
import { AUDIT_ROOT, findings, hostileFeeds, payloads } from '../hostile-feeds.ts';
import { clickInPanel, inPanel } from '../in-panel.ts';
import { headlines, openStage, type Stage } from '../stage.ts';

/** Payloads of others in a run of every day, and articles of which the page is opened. */
const MOST = isFull ? 10_000 : 60;
const OPENED = isFull ? 200 : 8;
const SOURCES = /^hostile-\d+\.example$/;
/** Whom this test itself asks. */
const OURS = /^(?:hostile-\d+|failing|press)\.example$/;
const DRAWN = '.prose:not([aria-busy]), .no-text';
/** One that tells the same as the first, so that there is something related. */
const ECHO = 900;

interface Row {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
  readonly story: { readonly id: number } | null;
  readonly source: { readonly id: number };
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** A page about what the first item of the first feed tells. */
function articlePage(payload: string): string {
  const headline = JSON.stringify(`Harbour 0 ${payload}`).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><title>Article</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${headline}}</script><h1>Article</h1><p>Text of it.`;
}

/** Addresses of pages that show what is stored. */
const SURFACES = [
  'popup.html',
  'sidepanel.html',
  'reader.html',
  'reader.html#/popular',
  'reader.html#/saved',
  'reader.html#/search?q=harbour',
  'options.html',
  'options.html#manage',
  'options.html#alerts',
  'options.html#data',
];

export function hostile(kind: BrowserKind): void {
  describe('hostile feeds', () => {
    let stage: Stage;
    let rows: readonly Row[];
    let asked = 0;
    const all = payloads(MOST);
    const feeds = hostileFeeds(all);

    beforeAll(async () => {
      stage = await openStage(kind);
      const { newsroom, session } = stage;
      newsroom.script({ host: SOURCES }, ({ host }) => ({
        body: feeds[Number(/\d+/.exec(host)?.[0]) % ECHO] ?? '',
        headers: { 'content-type': 'application/rss+xml' },
      }));
      newsroom.script(
        { path: '/raw' },
        { body: `<!doctype html><p>Raw</p>${all.slice(0, 13).join('<p>')}`, headers: HTML },
      );
      newsroom.script({ path: '/article' }, { body: articlePage(all[0] ?? ''), headers: HTML });
      // A source whose failure is told in the server's own words, and a list whose names are payloads.
      newsroom.script({ host: 'failing.example' }, { status: 500, body: all.join('\n') });
      const page = await session.open('options.html');
      await say(page, 'changeSettings', {
        latest: 'articles',
        panelBar: true,
        watchWords: [{ words: 'harbour', feedId: null }],
      });
      const named = (url: string, at: number) => ({
        url,
        title: '',
        siteUrl: null,
        folder: [(all[at] ?? 'a').slice(0, 100)],
      });
      const addresses = [...feeds.keys(), ECHO].map((at) => `http://hostile-${at}.example/rss`);
      const sources = [
        ...addresses.map(named),
        { ...named('http://failing.example/rss', 1), title: (all[2] ?? '').slice(0, 100) },
      ];
      await say(page, 'importSources', { sources });
      rows = await until(
        async () => {
          const latest = await say<{ rows: Row[] }>(page, 'latest', { after: null, limit: 200 });
          return latest.rows.length >= Math.min(all.length, 200) && latest.rows;
        },
        60_000,
        () => 'the articles of hostile feeds',
      );
      await say(page, 'saveArticles', { articleIds: rows.slice(0, 20).map(({ id }) => id), saved: true });
      await page.close();
    }, 120_000);

    afterAll(() => stage?.close());

    /** What could act on a page; the page is still where it was. */
    async function audit(path: string, drawn: string, mayHavePictures = false): Promise<void> {
      const page = await stage.session.open(path);
      await page.waitFor(drawn, 20_000);
      expect(await findings(page, mayHavePictures), path).toEqual([]);
      expect(await page.url()).toContain(path.split('#')[0] ?? '');
      await page.close();
    }

    it('lead away and load what they name where a page shows them as they came', async () => {
      const { newsroom, session } = stage;
      const page = await session.open('http://hostile-0.example/raw');
      const isNoticed = async () => newsroom.log.filter(({ host }) => host === 'evil.example').length > 5;
      await until(isNoticed, 10_000, () => 'requests of a page that shows payloads');
      await page.close();
      asked = newsroom.log.length;
    });

    it.each(SURFACES)('are text on %s', async (path) => {
      await audit(path, '#app > *:not([aria-busy]), #app main');
    });

    it('are text in the popup that the button opens, as they were written', async () => {
      const popup = await stage.session.openPopup();
      await popup.waitFor('.row .headline');
      expect(await findings(popup)).toEqual([]);
      expect((await headlines(popup)).some((title) => /[<>]/.test(title))).toBe(true);
      await popup.close();
    });

    it('are made safe on the reading page, and on that of their source', { timeout: 600_000 }, async () => {
      const some = opened();
      for (const { id } of some) await audit(`reader.html#/article/${id}`, DRAWN);
      for (const id of new Set(some.map(({ source }) => source.id))) {
        await audit(`reader.html#/source/${id}`, 'main');
      }
    });

    it('are made safe in full texts and on the pages of their stories', { timeout: 600_000 }, async () => {
      const { newsroom, session } = stage;
      const text =
        '<p>The harbour was closed at noon, as its master told the council in the night.</p>'.repeat(12);
      newsroom.script({ host: 'press.example' }, ({ path }) => ({
        body: `<!doctype html><title>Article</title><article><h1>Article</h1>${text}${all[Number(path.slice(1)) % all.length] ?? ''}${text}</article>`,
        headers: HTML,
      }));
      const page = await session.open('options.html');
      const some = rows.filter(({ url }) => url?.startsWith('https://press.example/')).slice(0, OPENED);
      expect(some.length).toBeGreaterThan(0);
      for (const { id } of some) await say(page, 'fetchFullText', { articleId: id });
      await page.close();
      for (const { id, story } of some) {
        await audit(`reader.html#/article/${id}`, DRAWN);
        if (story) await audit(`reader.html#/story/${story.id}`, 'main .headline, main .empty-state');
      }
    });

    it('are text under the address bar', async () => {
      const suggested = await stage.session.suggest('harbour');
      expect(suggested.length).toBeGreaterThan(0);
      for (const { content, description } of suggested) {
        // Chromium reads it as XML, of which it knows these marks; Firefox shows it as it is.
        const rest = kind === 'chromium' ? description.replace(/<\/?(?:match|dim)>/g, '') : '';
        expect(rest, content).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
        expect(content).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    });

    it('are text in panel and bar beside an article', async () => {
      const page = await stage.session.open('http://hostile-0.example/article');
      for (const place of ['panel', 'bar'] as const) {
        await page.waitFor(`[data-lede=${place}]`, 15_000);
        if (place === 'panel') {
          await clickInPanel(stage.session, page, '.pill');
          await expect.poll(() => inPanel(stage.session, page, isOpen), { timeout: 5_000 }).toBe(true);
        }
        const seen = await until(
          async () => {
            const look = await inPanel(stage.session, page, AUDIT_ROOT, place);
            return look?.text.includes('Harbour') && look;
          },
          15_000,
          async () =>
            `headlines in the ${place}, not ${JSON.stringify(await inPanel(stage.session, page, AUDIT_ROOT, place))}`,
        );
        expect(seen.found, place).toEqual([]);
      }
      expect(await page.evaluate(() => document.title)).toBe('Article');
      await page.close();
    });

    it('had nobody asked but the feeds themselves', () => {
      const others = stage.newsroom.log.slice(asked).filter(({ host }) => !OURS.test(host));
      expect(others.map(({ url }) => url)).toEqual([]);
    });

    it('show their http(s) pictures, where the reader wants them, and nothing else', async () => {
      const page = await stage.session.open('options.html');
      await say(page, 'changeSettings', { images: true });
      await page.close();
      const from = stage.newsroom.log.length;
      for (const { id } of opened()) await audit(`reader.html#/article/${id}`, DRAWN, true);
      const others = stage.newsroom.log.slice(from).filter(({ host }) => !OURS.test(host));
      const wanted = kind === 'chromium' ? 'image' : 'empty';
      for (const { url, headers } of others) {
        expect(headers['sec-fetch-dest'] ?? wanted, url).toBe(wanted);
        expect([headers.cookie, headers.referer, headers.origin], url).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
      }
    });

    function opened(): Row[] {
      const step = Math.max(1, Math.floor(rows.length / OPENED));
      return rows.filter((_, at) => at % step === 0);
    }
  });
}

const isOpen = (root: ShadowRoot) => root.querySelector<HTMLElement>('.card')?.hidden === false;
