/** The reading page, beside a checklist of what a news site's own article page has. */
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ArticleView } from '../../utils/model/article-view.ts';
import type { RankedRow } from '../../utils/model/view.ts';
import { drawReader, settled } from './draw.tsx';
import {
  type FakeSurface,
  fakeSurface,
  latestRow,
  latestRows,
  MINUTE,
  NOW,
  sourceRow,
} from './fake-surface.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OTHER = { id: 2, name: 'Полудень', host: 'poluden.example' };

function view(more: Partial<ArticleView> = {}): ArticleView {
  const row = latestRow({ id: 50, at: NOW - 3 * HOUR, unread: false, title: 'Council opens the footbridge' });
  return {
    kind: 'article',
    row,
    published: { at: NOW - 3 * HOUR, offset: 120 },
    author: 'Olena Marchenko',
    labels: ['video', 'opinion'],
    image: null,
    isSaved: false,
    home: 'courier.example',
    html: '<p onclick="x()">The <b>bridge</b> is open.</p><script>document.title = "ran"</script>',
    history: [],
    page: null,
    supportUrl: 'https://courier.example/support',
    story: null,
    since: [],
    ...more,
  };
}

function ranked(count: number): RankedRow[] {
  return latestRows(count).map((row, at) => ({
    ...row,
    id: 100 + row.id,
    title: `Top story ${at + 1}`,
    story: { id: row.id, others: 2, more: 0, origin: null },
    rank: at + 1,
    sources: 3,
    reason: { kind: 'sources', count: 3, hours: 2 },
  }));
}

/** A surface with an article of the number 50, thirty rows of Latest and nine stories on top. */
function surfaceWith(more: Partial<ArticleView> = {}): FakeSurface {
  const surface = fakeSurface(latestRows(30));
  surface.articles.set(50, view(more));
  surface.ranked = { kind: 'ranked', rows: ranked(9) };
  return surface;
}

async function openArticle(surface: FakeSurface, width = 1280): Promise<void> {
  await drawReader(surface, width, '#/article/50');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => document.querySelector('.prose[aria-busy]')).toBeNull();
  await settled();
}

const named = (name: string) => page.getByRole('region', { name, exact: true });

afterEach(() => {
  location.hash = '';
});

describe('an article', () => {
  it('has all that a news site’s own page has', async () => {
    await openArticle(surfaceWith());
    const article = page.getByRole('article');
    await expect.element(article.getByText('Northgate Courier', { exact: true })).toBeVisible();
    await expect
      .element(article.getByText(/^Where it was published: Wednesday,? 25 November 2026 at 18:00, UTC\+2$/))
      .toBeVisible();
    await expect.element(article.getByText(/3\sh ago/)).toBeVisible();
    await expect.element(article.getByText('By Olena Marchenko')).toBeVisible();
    await expect.element(article.getByText('Video')).toBeVisible();
    await expect.element(article.getByText('Opinion')).toBeVisible();
    await expect.element(article.getByText('The bridge is open.')).toBeVisible();
    const full = article.getByRole('link', { name: 'Read in full at courier.example' });
    await expect.element(full).toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(full).toHaveAttribute('href', 'https://courier.example/news/50');
    await expect.element(article.getByRole('link', { name: 'Support Northgate Courier' })).toBeVisible();

    const latest = named('Latest news');
    expect(latest.getByRole('listitem').elements()).toHaveLength(10);
    for (const row of latest.getByRole('listitem').elements()) {
      expect(row.querySelector('.headline')?.textContent).toMatch(/footbridge/);
      expect(row.querySelector('.snippet')?.textContent).toMatch(/bridge links/);
      expect(row.querySelector('.source')?.textContent).toMatch(/Northgate Courier/);
      expect(row.querySelector('time')?.textContent).toMatch(/\d\d:\d\d/);
    }
    await expect.element(latest.getByRole('heading', { name: 'Today' })).toBeVisible();
    await latest.getByRole('button', { name: 'More news' }).click();
    expect(latest.getByRole('listitem').elements()).toHaveLength(20);
    const top = named('Top news').getByRole('listitem').elements();
    expect(top.map((item) => item.querySelector('.headline')?.textContent)).toEqual(
      Array.from({ length: 9 }, (_, at) => `Top story ${at + 1}`),
    );
  });

  it('shows its text sanitised, and runs nothing of it', async () => {
    await openArticle(surfaceWith());
    const prose = document.querySelector('.prose');
    expect(prose?.innerHTML).toBe('<p>The <b>bridge</b> is open.</p>');
    expect(document.title).toBe('Council opens the footbridge · Lede');
  });

  it('says how old it is from two days on', async () => {
    await openArticle(surfaceWith({ row: latestRow({ id: 50, at: NOW - 5 * DAY, unread: false }) }));
    await expect.element(page.getByText('This article is 5 days old.')).toBeVisible();
  });

  it('shows what its headline was before', async () => {
    await openArticle(surfaceWith({ history: [{ title: 'Bridge to open', until: NOW - HOUR }] }));
    await page.getByText('The headline was changed once').click();
    await expect.element(page.getByText('Bridge to open')).toBeVisible();
  });

  it('is marked read by being opened, and can be saved', async () => {
    const surface = surfaceWith({ row: latestRow({ id: 50 }) });
    await openArticle(surface);
    await page.getByRole('article').getByRole('button', { name: 'Save' }).click();
    expect(surface.calls).toEqual(['markRead([50], true)', 'saveArticles([50], true)']);
  });

  it('lists the other outlets with their own headlines and times, and whom they cite', async () => {
    const other = latestRow({
      id: 51,
      source: OTHER,
      title: 'Міст відкрито',
      language: 'uk',
      at: NOW - HOUR,
    });
    const own = view().row;
    await openArticle(
      surfaceWith({
        story: {
          id: 3,
          rows: [other, own],
          origin: 'Bloomberg',
          firstAt: own.at,
          lastAt: other.at,
          earlier: null,
        },
        since: [{ row: other, numbers: [{ was: '12 killed', now: '15 killed' }], names: ['Peter Aldwin'] }],
      }),
    );
    const also = named('Also reported by');
    await expect.element(also.getByText(/all citing .?Bloomberg/)).toBeVisible();
    await expect
      .element(also.getByRole('link', { name: 'Міст відкрито' }))
      .toHaveAttribute('href', other.url ?? '');
    expect(also.getByRole('heading', { level: 3 }).element().getAttribute('lang')).toBe('uk');
    const since = named('Since this was written');
    await expect.element(since.getByText('Here: “12 killed”. Now: “15 killed”')).toBeVisible();
    await expect.element(since.getByText('Now named: Peter Aldwin')).toBeVisible();
  });

  it('fetches the full text where it is asked for, and takes the article out of the page', async () => {
    const surface = surfaceWith();
    await openArticle(surface);
    await page.getByRole('button', { name: 'Fetch the full text' }).click();
    expect(surface.calls).toEqual(['fetchFullText(50, "https://courier.example/news/50")']);
    const words = 'The bridge over the river was opened by the council on Monday, after two years of work. ';
    const html = `<html><head><title>Bridge</title></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge</h1>${`<p>${words.repeat(3)}<a href="/map">Map</a></p>`.repeat(6)}<p><img src="data:image/gif;base64,R0"><noscript><img src="/p.jpg"></noscript></p></article><footer>Imprint</footer></body></html>`;
    surface.articles.set(50, view({ page: { html, url: 'https://courier.example/news/50', at: NOW } }));
    surface.changed();
    await expect.element(page.getByText(/^Text from the publisher’s page/)).toBeVisible();
    await expect
      .poll(() => document.querySelector('.prose')?.textContent)
      .toContain('after two years of work');
    expect(document.querySelector('.prose')?.textContent).not.toContain('Imprint');
    expect(document.querySelector('.prose a')?.getAttribute('href')).toBe('https://courier.example/map');
    expect(document.querySelector('.prose img')).toBeNull();
  });

  it('shows pictures once they are on, in boxes that are there before them', async () => {
    const surface = surfaceWith({ image: 'https://pictures.example/lead.jpg', html: '<p>Text.</p>' });
    await openArticle(surface);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    surface.stored = { ...surface.stored, images: true };
    surface.changed();
    await expect
      .poll(() => document.querySelector<HTMLImageElement>('.prose img')?.src)
      .toBe('https://pictures.example/lead.jpg');
    const box = document.querySelector('.prose img')?.getBoundingClientRect();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  });

  it('shows none in the article after the one that the tab began with, where they were turned off meanwhile', async () => {
    const surface = surfaceWith({ image: 'https://pictures.example/lead.jpg', html: '<p>Text.</p>' });
    surface.articles.set(
      51,
      view({ image: 'https://pictures.example/next.jpg', html: '<p>The next text.</p>' }),
    );
    surface.stored = { ...surface.stored, images: true };
    await openArticle(surface);
    await expect.poll(() => document.querySelectorAll('.prose img')).toHaveLength(1);
    surface.stored = { ...surface.stored, images: false };
    // What they are now is not known at once.
    const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
    const settings = surface.settings;
    surface.settings = () => asked.then(settings);
    location.hash = '#/article/51';
    await expect.element(page.getByText('Latest news')).toBeVisible();
    await expect.poll(() => document.querySelector('.prose img')).toBeNull();
    await settled();
    expect(document.querySelectorAll('.prose img')).toHaveLength(0);
    answer();
    await expect.element(page.getByText('The next text.')).toBeVisible();
    expect(document.querySelectorAll('.prose img')).toHaveLength(0);
  });

  it('links to pictures that only Lede itself could ask for, where it may not', async () => {
    const html =
      '<p>Text.</p><img src="https://pictures.example/1.jpg" alt="The bridge"><img src="https://courier.example/2.png">';
    const surface = { ...surfaceWith({ html }), showsPictures: false };
    surface.stored.images = true;
    surface.pictures.set('https://courier.example/2.png', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=');
    await openArticle(surface);
    await expect
      .element(page.getByRole('link', { name: 'The bridge' }))
      .toHaveAttribute('href', 'https://pictures.example/1.jpg');
    await expect.poll(() => document.querySelectorAll('.prose img')).toHaveLength(1);
    expect(document.querySelector<HTMLImageElement>('.prose img')?.src).toMatch(/^data:/);
  });
});

describe('text settings', () => {
  it('set size, typeface and line length; the button in the head takes the next size', async () => {
    const surface = surfaceWith();
    surface.stored = { ...surface.stored, textFont: 'sans', textWidth: 'narrow' };
    await openArticle(surface);
    const size = () =>
      Number.parseFloat(getComputedStyle(document.querySelector('.prose b') ?? document.body).fontSize);
    const before = size();
    expect(getComputedStyle(document.querySelector('.prose') ?? document.body).fontFamily).toMatch(
      /system-ui/,
    );
    expect(document.querySelector('.article')?.getBoundingClientRect().width).toBe(540);
    await page.getByRole('button', { name: 'Change the text size' }).click();
    await expect.poll(size).toBeGreaterThan(before);
  });
});

describe('addresses', () => {
  it('lead to pages, and back again', async () => {
    const surface = surfaceWith();
    await drawReader(surface, 1280, '#/');
    const current = () => document.querySelector('nav [aria-current="page"]')?.textContent;
    await expect.poll(current).toBe('News');
    await page.getByRole('link', { name: 'Popular', exact: true }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Popular' })).toBeVisible();
    expect(current()).toBe('Popular');
    history.back();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Latest news' })).toBeVisible();
    history.forward();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Popular' })).toBeVisible();
  });

  it('that are come back to show their page where it was left, new ones at their top', async () => {
    const surface = surfaceWith();
    surface.rows = latestRows(40);
    await drawReader(surface, 1280, '#/');
    await expect.poll(() => document.querySelectorAll('.news').length).toBe(40);
    const kept = new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true }));
    scrollTo(0, 900);
    await kept;
    location.hash = '#/popular';
    await expect.element(page.getByRole('heading', { level: 1, name: 'Popular' })).toBeVisible();
    expect(scrollY).toBe(0);
    history.back();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Latest news' })).toBeInTheDocument();
    await expect.poll(() => scrollY).toBe(900);
  });

  it('of what is gone say so, and where to go on', async () => {
    const surface = surfaceWith();
    surface.gone = { kind: 'gone', source: { id: 1, name: 'Northgate Courier' } };
    await drawReader(surface, 1280, '#/article/4711');
    await expect.element(page.getByRole('heading', { name: 'This article is no longer kept' })).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'News from Northgate Courier' }))
      .toHaveAttribute('href', '#/source/1');
    location.hash = '#/story/9';
    await expect.element(page.getByRole('heading', { name: 'This story is no longer kept' })).toBeVisible();
    location.hash = '#/source/9';
    await expect.element(page.getByRole('heading', { name: 'This source is not followed' })).toBeVisible();
    await page.getByRole('link', { name: 'Latest news' }).click();
    expect(location.hash).toBe('#/');
  });

  it('are where a click on a row leads, if the article holds more than the row', async () => {
    const surface = fakeSurface([
      latestRow({ id: 50, isLong: true, title: 'Long' }),
      latestRow({ id: 2, title: 'Short' }),
    ]);
    surface.articles.set(50, view());
    await drawReader(surface, 1280, '#/');
    await page.getByRole('link', { name: 'Short' }).click();
    expect(surface.calls).toEqual(['openArticle(2, "tab")']);
    await page.getByRole('link', { name: 'Long' }).click();
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'Council opens the footbridge' }))
      .toBeVisible();
    expect(location.hash).toBe('#/article/50');
  });
});

describe('a source', () => {
  it('says who publishes it and where that is stated, how its feed stands, and its latest', async () => {
    const surface = surfaceWith();
    surface.sourceViews.set(1, {
      row: sourceRow({ id: 1, problem: { code: 'timeout' } }),
      siteUrl: 'https://courier.example/',
      supportUrl: null,
      language: 'en',
      facts: {
        kind: 'newspaper',
        owner: { name: 'Northgate Press', source: 'https://registry.example/1' },
        country: 'GB',
        articleHosts: [],
      },
      addedAt: NOW - DAY,
      rows: latestRows(3),
      next: null,
    });
    await drawReader(surface, 1280, '#/source/1');
    await expect.element(page.getByText('Northgate Press')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'stated at registry.example' }))
      .toHaveAttribute('href', 'https://registry.example/1');
    await expect.element(page.getByText('The site was too slow')).toBeVisible();
    expect(document.querySelectorAll('.news')).toHaveLength(3);
  });

  it('goes on with its older articles, to the last', async () => {
    const surface = surfaceWith();
    const rows = latestRows(240);
    surface.source = async (id, after, limit) => {
      const from = after === null ? 0 : after[1];
      const shown = rows.slice(from, from + limit);
      const next = from + limit < rows.length ? ([0, from + limit] as const) : null;
      const facts = { siteUrl: null, supportUrl: null, language: 'en', facts: null, addedAt: NOW - DAY };
      return { ok: true, value: { row: sourceRow({ id }), ...facts, rows: shown, next } };
    };
    await drawReader(surface, 1280, '#/source/1');
    const more = page.getByRole('button', { name: 'More news' });
    for (const shown of [50, 100, 150, 200]) {
      await expect.poll(() => document.querySelectorAll('.news').length).toBe(shown);
      await more.click();
    }
    await expect.poll(() => document.querySelectorAll('.news').length).toBe(240);
    await expect.poll(() => more.elements()).toEqual([]);
  });
});

describe('what was saved', () => {
  it('has a page, which says what to do where there is nothing', async () => {
    const surface = surfaceWith();
    await drawReader(surface, 1280, '#/saved');
    await expect.element(page.getByRole('heading', { name: 'Nothing saved yet' })).toBeVisible();
    surface.savedRows = latestRows(2);
    surface.changed();
    await expect.poll(() => document.querySelectorAll('.news').length).toBe(2);
  });
});

describe('while you were away', () => {
  it('ten stories stand above the news, a line each, and end', async () => {
    const surface = surfaceWith();
    surface.awayRows = ranked(10);
    surface.line = { fresh: 0, since: NOW - 9 * HOUR };
    await drawReader(surface, 1280, '#/');
    const away = named('While you were away');
    await expect.element(away.getByText('That is all.')).toBeVisible();
    expect(away.getByRole('listitem').elements()).toHaveLength(10);
    await away.getByRole('button', { name: 'Close' }).click();
    expect(away.elements()).toHaveLength(0);
    location.hash = '#/popular';
    await expect.element(page.getByRole('heading', { level: 1, name: 'Popular' })).toBeVisible();
    history.back();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Latest news' })).toBeVisible();
    expect(away.elements()).toHaveLength(0);
  });
});

/** What reaches beyond the page, as its class. */
function wider(width: number): string[] {
  return [...document.querySelectorAll('body *')]
    .filter(
      (element) => element.getBoundingClientRect().right > width + 1 && element.closest('.source') === null,
    )
    .map((element) => `${element.localName}.${element.getAttribute('class')}`);
}

const LONG = 'x'.repeat(2000);
const HOSTILE: Readonly<Record<string, string>> = {
  'of 2,000 characters without a space': LONG,
  'in Arabic': 'مجلس المدينة يفتتح الجسر '.repeat(60),
  'in Chinese': '市议会启用新步行桥'.repeat(200),
  'of emoji': '👩‍👩‍👧‍👦🌉'.repeat(300),
  'with bidi overrides': `\u202e${'evil txt.exe '.repeat(50)}`,
  'that is empty': '',
  'of markup': '<script>document.title = 1</script><img src=x onerror=alert(1)>',
};

describe.each(Object.entries(HOSTILE))('a headline %s', (_, title) => {
  it.each([1280, 360])('keeps the shape of the page at %i pixels', async (width) => {
    const row = latestRow({
      id: 50,
      title,
      snippet: title,
      url: null,
      source: { id: 1, name: title, host: '' },
    });
    const surface = surfaceWith({
      row,
      published: null,
      author: title,
      html: '',
      supportUrl: null,
      history: [{ title, until: NOW }],
      story: {
        id: 3,
        rows: [row, { ...row, id: 51, source: { ...OTHER, name: title } }],
        origin: title,
        firstAt: NOW,
        lastAt: NOW,
        earlier: null,
      },
      since: [{ row, numbers: [{ was: title, now: title }], names: [title] }],
    });
    surface.rows = [row];
    await openArticle(surface, width);
    expect(wider(width)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
    expect(document.querySelectorAll('main script, main img')).toHaveLength(0);
  });
});

describe.each(['light', 'dark'] as const)('axe in %s', (theme) => {
  it.each(['#/', '#/article/50', '#/article/1', '#/story/3', '#/source/1', '#/saved', '#/top'])(
    'finds no violation in %s',
    async (hash) => {
      const other = latestRow({ id: 51, source: OTHER });
      const own = view().row;
      const story = {
        id: 3,
        rows: [other, own],
        origin: 'Bloomberg',
        firstAt: own.at,
        lastAt: other.at,
        earlier: null,
      };
      const surface = surfaceWith({
        story,
        row: { ...own, at: NOW - 5 * DAY },
        history: [{ title: 'Before', until: NOW - HOUR }],
        html: '<h2>Part</h2><p>Text <a href="/x">link</a></p><table><tr><td>1</td></tr></table><blockquote>q</blockquote>',
        since: [{ row: other, numbers: [{ was: '12 killed', now: '15 killed' }], names: [] }],
      });
      surface.stored = { ...surface.stored, theme };
      surface.stories.set(3, story);
      surface.savedRows = latestRows(2);
      surface.awayRows = ranked(3);
      surface.line = { fresh: 0, since: NOW - 9 * HOUR };
      await drawReader(surface, 1280, hash);
      await settled();
      await expect.poll(() => document.querySelector('[aria-busy]')).toBeNull();
      const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});
