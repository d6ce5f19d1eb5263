import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions, drawPopup } from './draw.tsx';
import { fakeSurface, latestRows, NOW } from './fake-surface.ts';

const HOUR = 3_600_000;
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const status = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

describe('a database that was lost', () => {
  it('is told of above the headlines, until the reader knows', async () => {
    const surface = fakeSurface(latestRows(3));
    surface.standing = {
      recovered: { at: NOW, snapshotAt: NOW - 2 * HOUR, sources: 12, isAll: true },
    };
    await drawPopup(surface);
    await expect.element(status('12 sources and your settings came back')).toBeVisible();
    surface.standing = {};
    await button('Got it').click();
    expect(surface.calls).toContain('knowRecovery()');
    await expect.element(status('came back')).not.toBeInTheDocument();
  });

  it('without a snapshot says what can still be done', async () => {
    const surface = fakeSurface();
    surface.standing = { recovered: { at: NOW, snapshotAt: null, sources: 0, isAll: true } };
    await drawPopup(surface);
    await expect.element(status('There was no snapshot to put back')).toBeVisible();
  });
});

describe('snapshots', () => {
  it('are listed, and one is put back after a question', async () => {
    const surface = fakeSurface();
    surface.snapshotList = [{ at: NOW - HOUR, sources: 12 }];
    await drawOptions(surface, 'data');
    await page.getByRole('button', { name: /^Restore the snapshot of/ }).click();
    await expect.element(button('Leave as it is')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(surface.calls).toEqual([]);
    await page.getByRole('button', { name: /^Restore the snapshot of/ }).click();
    await button('Restore').click();
    await expect.element(status('Restored. 2 sources came back.')).toBeVisible();
    expect(surface.calls).toEqual([`restoreSnapshot(${NOW - HOUR})`]);
  });

  it('that are not there yet say when they will be', async () => {
    await drawOptions(fakeSurface(), 'data');
    await expect.element(page.getByText(/^No snapshot yet/)).toBeVisible();
  });
});

describe('erasing everything', () => {
  it('says what that is and asks first; the answer in focus is the one that keeps everything', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'data');
    await button('Erase everything…').click();
    await expect.element(page.getByText(/nothing comes back by itself/)).toBeVisible();
    await expect.element(button('Keep everything')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(surface.calls).toEqual([]);
    await expect.element(button('Erase everything…')).toHaveFocus();
    await button('Erase everything…').click();
    await button('Erase everything now').click();
    await expect.element(status('Everything is erased.')).toBeVisible();
    expect(surface.calls).toEqual(['eraseEverything()']);
  });

  it('says why it could not be done', async () => {
    const surface = fakeSurface();
    surface.refusals.set('eraseEverything', { code: 'storage' });
    await drawOptions(surface, 'data');
    await button('Erase everything…').click();
    await button('Erase everything now').click();
    await expect.element(status(/can’t reach its database/)).toBeVisible();
  });
});
