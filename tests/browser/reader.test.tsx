import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawReader } from './draw.tsx';
import { fakeSurface, latestRow, latestRows, MINUTE, NOW } from './fake-surface.ts';

const DAY = 24 * 60 * MINUTE;

describe('Latest in a tab', () => {
  it('has a heading a day, and the time of day on each row', async () => {
    const rows = [latestRow({ id: 1 }), latestRow({ id: 2 }), latestRow({ id: 3, at: NOW - DAY })];
    await drawReader(fakeSurface(rows));
    await expect.element(page.getByRole('heading', { name: 'Today' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible();
    const times = page.getByRole('time').elements();
    expect(times.map((time) => time.textContent?.match(/\d\d:\d\d$/)?.length)).toEqual([1, 1, 1]);
  });

  it('shows the first lines of an article, two at most', async () => {
    await drawReader(
      fakeSurface([latestRow({ id: 1, snippet: 'word '.repeat(400) }), latestRow({ id: 2, snippet: '' })]),
    );
    const snippet = page.getByText(/word word/);
    await expect.element(snippet).toBeVisible();
    expect(snippet.element().getBoundingClientRect().height).toBe(40);
    expect(document.querySelectorAll('.snippet')).toHaveLength(1);
  });

  it('gets more news below', async () => {
    await drawReader(fakeSurface(latestRows(70)));
    await page.getByRole('button', { name: 'More news' }).click();
    await expect.poll(() => page.getByRole('listitem').elements().length).toBe(70);
    expect(page.getByRole('button', { name: 'More news' }).elements()).toEqual([]);
  });

  it('marks, opens and checks as the popup does', async () => {
    const surface = fakeSurface(latestRows(1));
    await drawReader(surface);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByRole('link', { name: /footbridge/ }).click();
    await page.getByRole('button', { name: /^Updated/ }).click();
    expect(surface.calls).toEqual(['markRead([1], true)', 'openArticle(1, "tab")', 'refresh()']);
  });
});
