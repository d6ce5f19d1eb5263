import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readPlace, writePlace } from '../../components/popup/place.ts';
import { drawOptions, drawPopup, settled } from './draw.tsx';
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

describe('what is kept', () => {
  it('says how much that is, and how much the browser allows', async () => {
    await drawOptions(fakeSurface(latestRows(3)), 'data');
    await expect.element(page.getByText(/^3 articles, 18\sMB$/)).toBeVisible();
    await expect.element(page.getByText(/The browser allows up to 84\sGB\.$/)).toBeVisible();
  });

  it('says it in Ukrainian', async () => {
    const surface = fakeSurface(latestRows(3));
    surface.stored = { ...surface.stored, language: 'uk' };
    await drawOptions(surface, 'data');
    await expect.element(page.getByText(/Браузер дозволяє до\s84\sГБ\.$/)).toBeVisible();
  });

  it('leaves out the limit where the browser names none', async () => {
    const surface = fakeSurface(latestRows(3));
    surface.storage = { used: 18_400_000, allowed: null };
    await drawOptions(surface, 'data');
    await expect.element(page.getByText(/^3 articles, 18\sMB$/)).toBeVisible();
    await expect.element(page.getByText(/The browser allows/)).not.toBeInTheDocument();
  });
});

describe('an answer that comes late', () => {
  it('never takes the place of a newer one', async () => {
    const surface = fakeSurface();
    const { promise, resolve } = Promise.withResolvers<void>();
    surface.snapshotList = [{ at: NOW - HOUR, sources: 1 }];
    const old = surface.snapshotList;
    let asked = 0;
    surface.snapshots = async () => {
      asked += 1;
      if (asked > 1) return surface.snapshotList;
      await promise;
      return old;
    };
    await drawOptions(surface, 'data');
    await expect.poll(() => asked).toBe(1);
    surface.snapshotList = [{ at: NOW, sources: 12 }];
    surface.changed();
    await settled();
    resolve();
    await expect.element(page.getByText(/: 12 sources$/)).toBeVisible();
    await expect.element(page.getByText(/: 1 source$/)).not.toBeInTheDocument();
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

  it('forgets where the popup was left, which only pages can', async () => {
    const place = { tab: 'search', query: 'peace plan', scroll: 0, rows: 50, narrowing: {} } as const;
    writePlace(localStorage, place, NOW);
    expect(readPlace(localStorage, NOW)).toEqual(place);
    await drawOptions(fakeSurface(), 'data');
    await button('Erase everything…').click();
    await button('Erase everything now').click();
    await expect.element(status('Everything is erased.')).toBeVisible();
    expect(localStorage).toHaveLength(0);
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

describe('a backup', () => {
  const choose = (name = 'lede.jsonl.gz') =>
    page.getByLabelText('Backup file').upload(new File(['backup'], name));

  it('is handed to the reader as a file', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'data');
    const saved: string[] = [];
    // The link is not part of the page: its click is caught where it is made.
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    onTestFinished(() => click.mockRestore());
    await button('Save a backup').click();
    await expect.element(status('The backup is saved')).toBeVisible();
    expect(saved).toEqual(['lede-backup-2026-11-25.jsonl.gz']);
  });

  it('says what it holds and asks how, and Escape leaves everything as it is', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'data');
    await choose();
    const asked = page.getByRole('group', { name: /^Backup of/ });
    await expect.element(page.getByText(/^12 sources\. 3,400 articles\. 5 saved\.$/)).toBeVisible();
    await expect.element(button('Leave as it is')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(asked).not.toBeInTheDocument();
    expect(surface.calls).toEqual([]);
  });

  it('is restored as the reader says, with the outcome in words', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'data');
    await choose();
    await button('Replace').click();
    await expect.element(status('Restored. 12 sources. 3,400 articles.')).toBeVisible();
    surface.restored = { sources: 0, articles: 0 };
    await choose();
    await button('Merge').click();
    await expect.element(status('everything in it was here already')).toBeVisible();
    expect(surface.calls).toEqual(['restoreBackup("replace")', 'restoreBackup("merge")']);
  });

  it('shows how far it is while it is restored', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'data');
    const release = surface.hold();
    await choose();
    await button('Merge').click();
    await expect.element(page.getByRole('progressbar')).toBeVisible();
    await expect.element(status('Restoring…')).toBeVisible();
    release();
    await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  });

  it.each([
    ['damaged-backup', 'This backup is damaged or not whole. Nothing was changed'],
    ['newer-backup', 'made by a newer version of Lede'],
    ['no-backup', 'This file is no backup of Lede'],
  ] as const)('that is a %s is refused in one sentence', async (code, words) => {
    const surface = fakeSurface();
    surface.refusals.set('readBackup', { code });
    await drawOptions(surface, 'data');
    await choose();
    await expect.element(status(words)).toBeVisible();
    expect(surface.calls).toEqual([]);
  });
});
