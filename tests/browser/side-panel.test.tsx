import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { drawPopup, drawSidePanel, settled } from './draw.tsx';
import { fakeSurface, latestRow, latestRows, NOW } from './fake-surface.ts';
import { button, headlines } from './popup-page.ts';

describe('the side panel', () => {
  it('is opened by a button of the popup, and has no such button itself', async () => {
    const surface = fakeSurface(latestRows(3));
    await drawPopup(surface);
    await button('Open in the side panel').click();
    expect(surface.calls).toContain('openSidePanel()');
  });

  it('does not offer to open itself, nor to follow a tab that changes beside it', async () => {
    await drawSidePanel(fakeSurface(latestRows(3)));
    await expect.element(headlines().first()).toBeVisible();
    await settled();
    expect(button('Open in the side panel').query()).toBeNull();
    expect(button('Follow the site in this tab').query()).toBeNull();
    await expect.element(button('Open in a tab')).toBeVisible();
  });

  it.each([320, 400, 700])('fills a place of %i pixels without a sideways scroll', async (width) => {
    const breaking = { ...latestRow({ id: 90, title: 'W'.repeat(2000) }), brokeAt: NOW };
    const surface = fakeSurface([latestRow({ id: 91, title: 'ш'.repeat(2000) }), ...latestRows(9)]);
    surface.breakingNow = [breaking];
    surface.stored = { ...surface.stored, language: 'uk' };
    surface.standing = { unread: 1234 };
    await drawSidePanel(surface, width, 900);
    await expect.element(headlines().first()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const frame = document.querySelector('.popup')?.getBoundingClientRect();
    expect([frame?.width, frame?.height]).toEqual([width, 900]);
    const footer = page.getByRole('contentinfo').element();
    expect(footer.scrollWidth).toBeLessThanOrEqual(footer.clientWidth);
  });

  it.each([null, 'W'.repeat(200)])(
    'keeps what a row says apart from what can be done with it',
    async (origin) => {
      const story = { id: 9, others: 2, more: 0, origin };
      const source = {
        id: 1,
        name: 'The Very Long-Named Continental Post and Courier',
        host: 'post.example',
      };
      await drawSidePanel(fakeSurface([latestRow({ id: 1, story, source })]));
      await expect.element(headlines().first()).toBeVisible();
      const told = page.getByRole('button', { name: 'also in 2 sources' }).element().getBoundingClientRect();
      const actions = document.querySelector('.row-actions')?.getBoundingClientRect();
      expect(told.right).toBeLessThanOrEqual(actions?.left ?? 0);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    },
  );

  it('shows what changes while it stays open', async () => {
    const surface = fakeSurface(latestRows(2));
    await drawSidePanel(surface);
    await expect.element(headlines().first()).toBeVisible();
    surface.rows = [latestRow({ id: 50, title: 'Just in' }), ...surface.rows];
    surface.changed();
    await expect.element(page.getByText('Just in')).toBeInTheDocument();
  });
});
