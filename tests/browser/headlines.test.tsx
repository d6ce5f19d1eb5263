import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawPopup, drawReader } from './draw.tsx';
import { fakeSurface, latestRow, latestRows } from './fake-surface.ts';

const TITLES: Readonly<Record<string, string>> = {
  'two thousand characters': 'Harbour reopens after repairs. '.repeat(65).slice(0, 2000),
  'no spaces': 'Rindfleischetikettierung'.repeat(60),
  Arabic: 'افتتاح جسر المشاة الجديد بين السوق والمحطة يوفر عشر دقائق سيرا على الأقدام كل يوم لآلاف السكان',
  'both directions, with an override that is never closed': 'Mayor says \u202eשלום עולם and \u2067more',
  'tall marks': `Ĉ${'\u0335\u0322\u0346\u036f'.repeat(200)} ordinary words`,
  nothing: '',
};

const TWO_LINE_ROW = 75;

afterEach(() => {
  document.documentElement.dir = '';
});

function overflow(): number {
  const wide = [document.documentElement, ...document.querySelectorAll('main')];
  return Math.max(...wide.map((element) => element.scrollWidth - element.clientWidth));
}

describe.each(Object.entries(TITLES))('a headline of %s', (_, title) => {
  it('keeps the row of the popup in shape', async () => {
    await drawPopup(fakeSurface([latestRow({ id: 1, title }), ...latestRows(3).slice(1)]));
    const first = page.getByRole('listitem').first();
    await expect.element(first).toBeVisible();
    expect(first.element().getBoundingClientRect().height).toBeLessThanOrEqual(TWO_LINE_ROW + 1);
    expect(overflow()).toBe(0);
  });

  it('keeps the page in shape at 360 pixels', async () => {
    await drawReader(fakeSurface([latestRow({ id: 1, title, snippet: title })]), 360);
    await expect.element(page.getByRole('listitem').first()).toBeVisible();
    expect(overflow()).toBe(0);
  });
});

describe('headlines', () => {
  it('that are empty are named in the reader’s language', async () => {
    const surface = fakeSurface([latestRow({ id: 1, title: '', language: 'de' })]);
    surface.stored = { ...surface.stored, language: 'uk' };
    await drawPopup(surface);
    await expect.element(page.getByText('(без заголовка)')).toBeVisible();
    expect(page.getByRole('heading', { level: 3 }).element().hasAttribute('lang')).toBe(false);
  });

  it('carry their own language, and run in their own direction', async () => {
    await drawPopup(fakeSurface([latestRow({ id: 1, title: TITLES.Arabic ?? '', language: 'ar' })]));
    const headline = page.getByRole('heading', { level: 3 });
    await expect.element(headline).toHaveAttribute('lang', 'ar');
    expect(getComputedStyle(headline.element()).direction).toBe('rtl');
  });

  it('that are cut show all their words to a pointer, others show no tooltip', async () => {
    const long = TITLES['two thousand characters'] ?? '';
    await drawPopup(fakeSurface([latestRow({ id: 1, title: long }), latestRow({ id: 2 })]));
    const headlines = page.getByRole('heading', { level: 3 });
    await headlines.first().hover();
    await expect.element(headlines.first()).toHaveAttribute('title', long);
    await headlines.nth(1).hover();
    await expect.element(headlines.nth(1)).toHaveAttribute('title', '');
  });

  it('are text, whatever markup they hold', async () => {
    const title = '<img src=x onerror="document.title=1"><b>Bold</b>';
    await drawPopup(fakeSurface([latestRow({ id: 1, title })]));
    await expect.element(page.getByText(title)).toBeVisible();
    expect(document.querySelector('h3 *')).toBeNull();
  });
});

describe('a page that runs from right to left', () => {
  it('has time and dot at its right and loses no width', async () => {
    await drawPopup(fakeSurface(latestRows(3)));
    document.documentElement.dir = 'rtl';
    const time = page.getByRole('time').first();
    await expect.element(time).toBeVisible();
    expect(time.element().getBoundingClientRect().right).toBe(400 - 16);
    expect(overflow()).toBe(0);
  });
});
