import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions, settled } from './draw.tsx';
import { fakeSurface, sourceRow } from './fake-surface.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const drawn = () => document.querySelectorAll('.sources .who').length;

function surfaceOf(count: number, folderOf: (index: number) => string[]) {
  const surface = fakeSurface();
  surface.sourceRows = Array.from({ length: count }, (_, i) =>
    sourceRow({ id: i + 1, title: `Source ${i + 1}`, host: `s${i + 1}.example`, folder: folderOf(i) }),
  );
  return surface;
}

describe('folders of sources', () => {
  it('stand above their sources, those in no folder first', async () => {
    await drawOptions(surfaceOf(4, (i) => [['World'], [], ['Home', 'Kyiv'], ['World']][i] ?? []));
    await expect.element(page.getByRole('heading', { name: '4 sources in 2 folders' })).toBeVisible();
    const lines = [...document.querySelectorAll('.sources tbody .name')].map(
      ({ textContent }) => textContent,
    );
    expect(lines).toEqual(['Source 2', 'Home / Kyiv', 'Source 3', 'World', 'Source 1', 'Source 4']);
  });

  it('are closed and opened by their name, from the keyboard as well', async () => {
    await drawOptions(surfaceOf(3, () => ['World']));
    const world = button(/^World/);
    await expect.element(world).toHaveAttribute('aria-expanded', 'true');
    await world.click();
    await expect.element(world).toHaveAttribute('aria-expanded', 'false');
    expect(drawn()).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(drawn).toBe(3);
    await expect.element(world).toHaveFocus();
  });

  it('say how many of their sources have a problem, also while they are closed', async () => {
    const surface = surfaceOf(2, () => ['World']);
    surface.sourceRows = surface.sourceRows.map((row) => ({ ...row, problem: { code: 'timeout' } }));
    await drawOptions(surface);
    await button(/^World/).click();
    await expect.element(button(/^World 2 sources 2 have a problem$/)).toBeVisible();
  });

  it('fit a narrow page and have no violation that axe finds', async () => {
    await drawOptions(
      surfaceOf(3, () => ['x'.repeat(200), 'y'.repeat(200)]),
      'sources',
      360,
    );
    await settled();
    document.title = 'Lede';
    expect(document.documentElement.scrollWidth).toBe(360);
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('two thousand sources', () => {
  it('are shown by their folders, which are opened one by one', async () => {
    await drawOptions(surfaceOf(2000, (i) => [`Folder ${i % 40}`]));
    await expect.element(button(/^Folder 39/)).toBeVisible();
    expect(drawn()).toBe(0);
    await button(/^Folder 39/).click();
    await expect.poll(drawn).toBe(50);
  });

  it('without folders are shown a hundred at a time', async () => {
    await drawOptions(surfaceOf(2000, () => []));
    await expect.poll(drawn).toBe(100);
    await button('Show 100 more sources').click();
    await expect.poll(drawn).toBe(200);
  });

  it('leave the focus on the heading where the last of them were shown', async () => {
    await drawOptions(surfaceOf(130, () => []));
    await expect.element(button('Show 30 more sources')).toBeVisible();
    button('Show 30 more sources').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: '130 sources' })).toHaveFocus();
  });

  it('are asked for once after a burst of changes', async () => {
    const surface = surfaceOf(2000, () => []);
    await drawOptions(surface);
    await expect.poll(drawn).toBe(100);
    const asked = vi.spyOn(surface, 'sources');
    for (let change = 0; change < 50; change += 1) surface.changed();
    await settled();
    expect(asked.mock.calls.length).toBeLessThan(4);
  });

  it('that wait for permission get it by one button', async () => {
    const surface = surfaceOf(300, () => ['World']);
    surface.sourceRows = surface.sourceRows.map((row) => ({
      ...row,
      problem: { code: 'no-permission' },
      waitsFor: [row.host],
    }));
    await drawOptions(surface);
    await button('Allow 300 sites').click();
    const hosts = surface.sourceRows.map(({ host }) => host);
    expect(surface.calls).toEqual([`allowWaiting(${JSON.stringify(hosts)})`]);
  });
});
