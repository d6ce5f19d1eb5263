import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-preact';
import staticPage from '../../entrypoints/popup/index.html?raw';
import { drawPopup } from './draw.tsx';
import { fakeSurface, latestRow, latestRows, sourceRow } from './fake-surface.ts';
import { button, headlines, itemOf, list, titles } from './popup-page.ts';

describe('the popup without rows', () => {
  it('is a still frame of real measures until there is an answer', async () => {
    const surface = fakeSurface();
    surface.latest = () => new Promise(() => {});
    await drawPopup(surface);
    const skeleton = list().querySelector('li')?.getBoundingClientRect().height ?? 0;
    await cleanup();
    const title = 'A headline that needs a second line, like most of the headlines that people write';
    await drawPopup(fakeSurface([latestRow({ id: 1, title })]));
    await expect.element(headlines().first()).toBeVisible();
    expect(Math.abs(skeleton - itemOf(title).getBoundingClientRect().height)).toBeLessThan(1);
  });

  it('begins with the same frame in its static page', async () => {
    const surface = fakeSurface();
    surface.latest = () => new Promise(() => {});
    await drawPopup(surface);
    const stored = new DOMParser().parseFromString(staticPage, 'text/html').querySelector('.skeleton ul');
    const text = (node: Element | null | undefined) => node?.outerHTML.replaceAll(/>\s+</g, '><');
    expect(text(stored)).toBe(text(list().querySelector('.skeleton ul')));
  });

  it('invites to add a source where there is none', async () => {
    const surface = fakeSurface();
    surface.sourceRows = [];
    await drawPopup(surface);
    await button('Add a source').click();
    expect(surface.calls).toEqual(['openPage("options")']);
    await expect.element(page.getByText('0 sources')).toBeVisible();
  });

  it('offers another try where no source answered', async () => {
    const surface = fakeSurface();
    surface.sourceRows = [sourceRow({ id: 1, problem: { code: 'timeout' } })];
    await drawPopup(surface);
    await expect.element(page.getByRole('alert')).toMatchTextContent('None of your sources answered');
    await button('Try again').click();
    expect(surface.calls).toEqual(['refresh()']);
  });

  it('says that the database cannot be reached, and recovers with it', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.refusals.set('latest', { code: 'storage' });
    await drawPopup(surface);
    await expect.element(page.getByRole('alert')).toMatchTextContent('Lede can’t reach its database');
    surface.refusals.clear();
    surface.changed();
    await expect.poll(() => titles().length).toBe(2);
  });
});

describe('notes above the rows', () => {
  it('say that there is no room on the disk, until there is', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.standing = { isFull: true };
    await drawPopup(surface);
    await expect.element(page.getByRole('alert')).toMatchTextContent('There is no room left on the disk');
    expect(titles()).toHaveLength(2);
    surface.standing = {};
    surface.changed();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('say that there is no network, and check again when it is back', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.isOnline = false;
    await drawPopup(surface);
    await expect.element(page.getByText('You’re offline')).toBeVisible();
    await expect.element(button(/^Offline · saved at/)).toBeVisible();
    expect(titles()).toHaveLength(2);
    surface.isOnline = true;
    window.dispatchEvent(new Event('online'));
    await expect.element(page.getByText('You’re offline')).not.toBeInTheDocument();
    expect(surface.calls).toEqual(['refresh()']);
  });

  it('ask for the permission that sources wait for, by name and in one click', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.standing = { waitingHosts: ['courier.example', 'poluden.example'] };
    await drawPopup(surface);
    await expect.element(page.getByText(/courier\.example and poluden\.example/)).toBeVisible();
    await button('Allow 2 sites').click();
    expect(surface.calls).toEqual(['allowWaiting(["courier.example","poluden.example"])']);
  });

  it('name three sites at most', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.standing = { waitingHosts: ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'] };
    await drawPopup(surface);
    await expect.element(page.getByText(/a\.example, b\.example, c\.example and 2 more/)).toBeVisible();
  });

  it('about permission go away for now when the reader says so', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.standing = { waitingHosts: ['courier.example'] };
    await drawPopup(surface);
    await button('Not now').click();
    await expect.element(page.getByText('Permission needed for 1 site')).not.toBeInTheDocument();
    expect(document.activeElement).toBe(list());
  });

  it('say why an action did not work, in plain words', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.refusals.set('markAllRead', { code: 'storage' });
    await drawPopup(surface);
    await button('Mark all as read').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('Lede can’t reach its database');
    await button('Close').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});
