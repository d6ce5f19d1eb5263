import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { drawOptions, drawPopup, settled } from './draw.tsx';
import { fakeSurface, latestRows } from './fake-surface.ts';

const button = (name: string) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

describe('about', () => {
  it('says the version, the rules, and whose work is in Lede under which licence', async () => {
    await drawOptions(fakeSurface(), 'about');
    await expect.element(page.getByText(/^Lede 1\.2\.3\./)).toBeVisible();
    for (const name of [
      'Privacy',
      'Lede in your other browser',
      'Rules for readers',
      'Rules for publishers',
      'Feedback',
    ])
      await expect.element(heading(name)).toBeVisible();
    await page.getByText('preact 11.2.0 · MIT').click();
    await expect.element(page.getByText('Copyright of its authors.')).toBeVisible();
    await expect.element(page.getByText('wxt 0.21.4 · MIT')).toBeVisible();
  });

  it('gives facts for a report, and sends nothing', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'about');
    await expect.element(page.getByText('Lede 1.2.3, Chromium, en; 2 sources, 0 failing')).toBeVisible();
    expect(surface.calls).toEqual([]);
  });
});

describe('shortcuts', () => {
  it('name the keys of the browser, and lead to where they are set', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'shortcuts');
    await expect.element(page.getByRole('listitem').filter({ hasText: 'Open Lede' }).first()).toBeVisible();
    await expect.element(page.getByText('Alt', { exact: true })).toBeVisible();
    await button('Change them in the browser').click();
    expect(surface.calls).toEqual(['openKeySettings()']);
  });

  it('say where the browser has no key for Lede', async () => {
    const surface = fakeSurface();
    surface.browserKeys = async () => [{ name: '_execute_action', key: '' }];
    await drawOptions(surface, 'shortcuts');
    await expect.element(page.getByText('not set')).toBeVisible();
  });
});

describe('the facts for a report', () => {
  it('are copied, and where the browser refuses that is said', async () => {
    await drawOptions(fakeSurface(), 'about');
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await page.getByRole('button', { name: 'Copy the facts' }).click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
    expect(written).toHaveBeenCalledWith(expect.stringContaining('Lede 1.2.3'));
    written.mockRejectedValue(new DOMException('Not allowed', 'NotAllowedError'));
    await page.getByRole('button', { name: 'Copy the facts' }).click();
    await expect.element(page.getByText(/did not let Lede copy/)).toBeVisible();
    written.mockRestore();
  });
});

describe('keys in lists', () => {
  it('are named in options, and can be switched off there', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'shortcuts');
    await expect.element(page.getByText('copy headline, source, link and time')).toBeVisible();
    await page.getByRole('switch', { name: 'Use them' }).click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    expect(surface.stored.shortcuts).toBe(false);
  });
});

describe('density', () => {
  it('is chosen in options', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'appearance');
    await page.getByLabelText('Density').selectOptions('Compact');
    await expect.element(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    expect(surface.stored.density).toBe('compact');
    expect(document.documentElement.dataset.density).toBe('compact');
  });

  it('changes an open popup at once: more rows in the same room, each still easy to hit', async () => {
    const surface = fakeSurface(latestRows(30));
    await drawPopup(surface);
    await settled();
    const height = () => document.querySelector('.row')?.getBoundingClientRect().height ?? 0;
    const before = height();
    surface.stored = { ...surface.stored, density: 'compact' };
    surface.changed();
    await expect.poll(height).toBeLessThan(before);
    expect(height()).toBeGreaterThanOrEqual(44);
  });
});
