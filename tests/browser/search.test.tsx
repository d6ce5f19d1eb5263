import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SearchHit, SearchPage } from '../../utils/model/search.ts';
import { drawPopup, drawReader, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, latestRows } from './fake-surface.ts';
import { button, headlines, titles } from './popup-page.ts';

const field = () => page.getByRole('textbox');
const marks = () => Array.from(document.querySelectorAll('mark'), (mark) => mark.textContent);
const count = () => document.querySelector('.search-count')?.textContent;

/** Marks each place of a word in a text. */
function places(text: string, word: string) {
  const start = text.indexOf(word);
  return start < 0 ? [] : [{ start, end: start + word.length }];
}

function hit(row: Parameters<typeof latestRow>[0], word = 'footbridge'): SearchHit {
  const full = latestRow(row);
  return { row: full, highlights: { title: places(full.title, word), snippet: places(full.snippet, word) } };
}

/** A surface on which everything is found, in pages. */
function finding(hits: readonly SearchHit[], more: Partial<SearchPage> = {}): FakeSurface {
  const surface = fakeSurface(latestRows(3));
  surface.found = (_, { after, limit }) => {
    const from = after ?? 0;
    const next = hits.length > from + limit ? from + limit : null;
    return {
      hits: hits.slice(from, from + limit),
      total: hits.length,
      complete: true,
      next,
      notes: [],
      ...more,
    };
  };
  return surface;
}

const hits = (number: number) => Array.from({ length: number }, (_, at) => hit({ id: at + 1 }));

async function search(surface: FakeSurface, typed?: string) {
  await drawPopup(surface);
  await page.getByRole('tab', { name: 'Search' }).click();
  await expect.element(field()).toBeVisible();
  if (typed !== undefined) await field().fill(typed);
}

describe('the tab Search', () => {
  it('has the focus in its field when it is clicked, and says what can be typed', async () => {
    const surface = finding([]);
    await search(surface);
    await expect.element(field()).toHaveFocus();
    await expect.element(page.getByText('“peace plan”')).toBeVisible();
    await expect.element(page.getByText('election -poll')).toBeVisible();
    expect(surface.calls).toContain('prepareSearch()');
    expect(document.querySelectorAll('search input')).toHaveLength(1);
  });

  it('leaves the focus on the tab for who comes by the arrows', async () => {
    await drawPopup(finding([]));
    await expect.element(page.getByRole('tab', { name: /Latest/ })).toBeVisible();
    (page.getByRole('tab', { name: /Latest/ }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(field()).toBeVisible();
    await expect.element(page.getByRole('tab', { name: 'Search' })).toHaveFocus();
  });

  it('shows what is found with what was searched for marked, and says how much that is', async () => {
    const late = hit({
      id: 2,
      title: 'Market day',
      snippet: `${'Long ago '.repeat(20)} the footbridge fell.`,
    });
    await search(finding([hit({ id: 1 }), late]), 'footbridge');
    await expect.element(headlines().first()).toBeVisible();
    await expect.poll(titles).toEqual(['Council opens footbridge number 1', 'Market day']);
    expect(marks()).toEqual(['footbridge', 'footbridge']);
    await expect.element(page.getByRole('status').filter({ hasText: /^2.results$/ })).toBeInTheDocument();
    const mark = document.querySelectorAll('mark')[1]?.getBoundingClientRect();
    const lines = document.querySelector('.found-lines')?.getBoundingClientRect();
    expect(mark?.bottom).toBeLessThanOrEqual((lines?.bottom ?? 0) + 1);
  });

  it('appends more in place, and says how much that brought', async () => {
    await search(finding(hits(50)), 'footbridge');
    await button('More results').click();
    await expect.element(page.getByText('20 more results')).toBeInTheDocument();
    expect(titles()).toHaveLength(50);
    expect(button('More results').elements()).toEqual([]);
  });

  it('is cleared by Esc, and left by the next', async () => {
    await search(finding(hits(2)), 'footbridge');
    await expect.element(headlines().first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveValue('');
    await expect.element(field()).toHaveFocus();
    expect(titles()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('main')).toHaveFocus();
  });

  it('is cleared by its button, which leaves the focus in the field', async () => {
    await search(finding(hits(2)), 'footbridge');
    await button('Clear the search').click();
    await expect.element(field()).toHaveValue('');
    await expect.element(field()).toHaveFocus();
    expect(button('Clear the search').elements()).toEqual([]);
  });

  it('is narrowed by chips to a time and a language of what was found', async () => {
    const surface = finding([hit({ id: 1 }), hit({ id: 2, language: 'uk' })]);
    const asked: string[] = [];
    const { found } = surface;
    surface.found = (typed, options) => {
      asked.push(typed);
      return found(typed, options);
    };
    await search(surface, 'footbridge');
    await expect.element(button('Any time')).toHaveAttribute('aria-pressed', 'true');
    await button('Last 24 hours').click();
    await button('Ukrainian').click();
    await expect.element(button('Ukrainian')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Last 24 hours')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('Any time')).toHaveAttribute('aria-pressed', 'false');
    expect(asked.at(-1)).toMatch(/^from:2026-11-24T\d\d:00 lang:uk footbridge$/);
    await button('Ukrainian').click();
    await expect.poll(() => asked.at(-1)).toMatch(/^from:\S+ footbridge$/);
  });

  it('says that nothing was found, and takes the chips back', async () => {
    const surface = finding([]);
    await search(surface, 'unicorn');
    await expect.element(page.getByRole('heading', { name: 'Nothing found for “unicorn”' })).toBeVisible();
    await button('Last 24 hours').click();
    await expect.element(page.getByText('Try fewer words or Any time.')).toBeVisible();
    await button('Any time, any language').click();
    await expect.element(button('Any time').first()).toHaveAttribute('aria-pressed', 'true');
  });

  it('says which parts were passed over, and why', async () => {
    const notes = [
      { code: 'bad-date', text: 'from:tomorrow' },
      { code: 'bad-language', text: 'lang:ukrainian' },
      { code: 'unknown-source', text: 'source:nobody' },
      { code: 'too-long', text: 'and so on' },
    ] as const;
    await search(finding(hits(1), { notes }), 'footbridge from:tomorrow');
    await expect.element(page.getByText(/“from:tomorrow” was passed over/)).toBeVisible();
    await expect.element(page.getByText(/“lang:ukrainian” was passed over/)).toBeVisible();
    await expect.element(page.getByText(/you follow no source/)).toBeVisible();
    await expect.element(page.getByText(/more than one search reads/)).toBeVisible();
  });

  it('says that there may be more while not everything can be searched yet', async () => {
    await search(finding(hits(2), { complete: false }), 'footbridge');
    await expect.poll(count).toMatch(/at least 2/);
  });

  it('says why it failed, and tries again', async () => {
    const surface = finding(hits(1));
    surface.refusals.set('search', { code: 'storage' });
    await search(surface, 'footbridge');
    await expect.element(page.getByText(/can’t reach its database/)).toBeVisible();
    expect(page.getByRole('alert').elements()).toHaveLength(1);
    surface.refusals.clear();
    await button('Try again').click();
    await expect.element(headlines().first()).toBeVisible();
  });
});

describe('a row that was found', () => {
  it.each([
    ['a click', {}, 'openArticle(1, "tab")'],
    ['Ctrl and a click', { modifiers: ['Control'] }, 'openArticle(1, "background")'],
    ['the middle button', { button: 'middle' }, 'openArticle(1, "background")'],
  ] as const)('opens by %s as in Latest', async (_, options, call) => {
    const surface = finding(hits(1));
    await search(surface, 'footbridge');
    await page.getByRole('link', { name: /footbridge/ }).click(options as object);
    await expect.poll(() => surface.calls).toContain(call);
  });

  it('is marked as read in its place', async () => {
    const rows = hits(2).map(({ row }) => row);
    const surface = fakeSurface(rows);
    surface.found = () => ({
      hits: surface.rows.map((row) => ({ row, highlights: { title: [], snippet: [] } })),
      total: 2,
      complete: true,
      next: null,
      notes: [],
    });
    await search(surface, 'footbridge');
    await button('Mark as read').first().click();
    await expect.element(button('Mark as unread')).toBeInTheDocument();
    expect(surface.calls).toContain('markRead([1], true)');
    expect(titles()).toHaveLength(2);
  });

  it('keeps the shape of the popup whatever it holds, and runs nothing', async () => {
    const hostile = [
      'W'.repeat(2000),
      '<script>alert(1)</script><b>bold</b>',
      'مرحبا بالعالم',
      '\u202Egnp.exe',
      '',
    ];
    const found = hostile.map((title, at) =>
      hit({ id: at + 1, title, snippet: `${title} ${'字'.repeat(500)}` }, title.slice(0, 300) || 'x'),
    );
    const surface = finding(found);
    surface.stored = { ...surface.stored, language: 'uk' };
    await drawPopup(surface);
    await page.getByRole('tab', { name: 'Пошук' }).click();
    await field().fill('щ'.repeat(1_500));
    await expect.element(headlines().first()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(400);
    expect(document.querySelector('main')?.scrollWidth).toBeLessThanOrEqual(400);
    expect(document.querySelector('main b, main script')).toBeNull();
    surface.found = () => ({ hits: [], total: 0, complete: true, next: null, notes: [] });
    await field().fill('ї'.repeat(1_500));
    await expect.element(page.getByText(/нічого немає/)).toBeVisible();
    expect(document.querySelector('main')?.scrollWidth).toBeLessThanOrEqual(400);
  });
});

describe('search on the reading page', () => {
  it('begins with the words in the address, which follows what is typed', async () => {
    await drawReader(finding(hits(2)), 1000, '#/search?q=foot+bridge');
    await expect.element(field()).toHaveValue('foot bridge');
    await expect.element(headlines().first()).toBeVisible();
    const before = history.length;
    await field().fill('мир & війна');
    await expect.poll(() => new URLSearchParams(location.hash.split('?')[1]).get('q')).toBe('мир & війна');
    expect(history.length).toBe(before);
  });

  it('begins anew with another address', async () => {
    await drawReader(finding(hits(2)), 1000, '#/search?q=one');
    location.hash = '#/search?q=two';
    await expect.element(field()).toHaveValue('two');
  });

  it('is reached from the news and left for them', async () => {
    await drawReader(finding(hits(2)));
    await page.getByRole('link', { name: 'Search' }).click();
    await expect.element(field()).toHaveFocus();
    await page.getByRole('link', { name: 'Lede' }).click();
    await expect.element(page.getByRole('heading', { name: 'Latest news' })).toBeVisible();
  });

  it.each([320, 1000])('has no sideways scroll at %i pixels', async (width) => {
    const found = [hit({ id: 1, title: 'W'.repeat(2000) }), ...hits(3)];
    await drawReader(finding(found), width, '#/search?q=footbridge');
    await expect.element(headlines().first()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe.each(['light', 'dark'] as const)('axe in %s', (theme) => {
  const states: Readonly<Record<string, (surface: FakeSurface) => Promise<void>>> = {
    hints: (surface) => search(surface),
    results: (surface) => search(surface, 'footbridge'),
    'results on the reading page': async (surface) => {
      await drawReader(surface, 1000, '#/search?q=footbridge');
      await expect.element(headlines().first()).toBeVisible();
    },
    nothing: async (surface) => {
      surface.found = () => ({
        hits: [],
        total: 0,
        complete: true,
        next: null,
        notes: [{ code: 'bad-date', text: 'x' }],
      });
      await search(surface, 'unicorn');
    },
    failure: async (surface) => {
      surface.refusals.set('search', { code: 'storage' });
      await search(surface, 'footbridge');
    },
  };

  it.each(Object.entries(states))('finds no violation in %s', async (_, show) => {
    const surface = finding([...hits(40), hit({ id: 99, language: 'uk', unread: false })]);
    surface.stored = { ...surface.stored, theme };
    document.title = 'Lede';
    await show(surface);
    await settled();
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
  });
});
