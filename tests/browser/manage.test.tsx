import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, sourceRow } from './fake-surface.ts';

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = (words: string) => page.getByRole('status').filter({ hasText: words });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const bar = page.getByRole('region', { name: 'Selected sources' });
const named = (name: string) => page.getByRole('rowheader').filter({ hasText: name });

function withSources(): FakeSurface {
  const surface = fakeSurface();
  surface.sourceRows = [
    sourceRow({ id: 1, title: 'Courier' }),
    sourceRow({ id: 2, title: 'Herald', host: 'herald.example', folder: ['News'] }),
    sourceRow({ id: 3, title: 'Полудень', host: 'poluden.example', folder: ['News'], perDay: 2.46 }),
  ];
  return surface;
}

describe('several sources at once', () => {
  it('are moved to a folder, and moved back each to where it was', async () => {
    const surface = withSources();
    await drawOptions(surface);
    await box('Select Courier').click();
    await box('Select Herald').click();
    await expect.element(bar.getByText('2 sources selected')).toBeVisible();
    await bar.getByRole('combobox').selectOptions('New folder…');
    await bar.getByRole('textbox').fill(' World /  Asia ');
    await bar.getByRole('button', { name: 'Move' }).click();
    await expect.element(status('2 sources were moved.')).toBeVisible();
    expect(surface.sourceRows.map(({ folder }) => folder)).toEqual([
      ['World', 'Asia'],
      ['World', 'Asia'],
      ['News'],
    ]);
    await button('Undo').click();
    await expect.element(status('Everything is as it was.')).toBeVisible();
    expect(surface.sourceRows.map(({ folder }) => folder)).toEqual([[], ['News'], ['News']]);
  });

  it('are selected by their folder, muted and paused, and say so', async () => {
    const surface = withSources();
    await drawOptions(surface);
    await box('Select all in News').click();
    await expect.element(box('Select all')).toBePartiallyChecked();
    await bar.getByRole('button', { name: 'Mute' }).click();
    await expect.element(named('Herald')).toMatchTextContent('muted');
    await bar.getByRole('button', { name: 'Pause' }).click();
    await expect.element(status('2 sources are paused now.')).toBeVisible();
    expect(document.querySelectorAll('.state-paused')).toHaveLength(2);
    await bar.getByRole('button', { name: 'Resume' }).click();
    await expect.poll(() => document.querySelectorAll('.state-paused').length).toBe(0);
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(heading('3 sources in 1 folder')).toHaveFocus();
  });

  it('are removed, and brought back by one button', async () => {
    const surface = withSources();
    await drawOptions(surface);
    await box('Select all').click();
    await bar.getByRole('button', { name: 'Remove' }).click();
    await expect.element(status('3 sources were removed.')).toBeVisible();
    expect(surface.sourceRows).toEqual([]);
    await expect.element(heading('0 sources')).toHaveFocus();
    await button('Undo').click();
    await expect.element(named('Полудень')).toBeVisible();
    await expect.element(heading('3 sources in 1 folder')).toHaveFocus();
    expect(surface.calls).toEqual(['unfollow([1,2,3])', 'restoreSources([1,2,3])']);
  });

  it('are worked on by the keyboard alone', async () => {
    const surface = withSources();
    await drawOptions(surface);
    await expect.element(box('Select Courier')).toBeVisible();
    box('Select Courier').element().focus();
    await userEvent.keyboard(' ');
    await expect.element(bar).toBeVisible();
    bar.getByRole('button', { name: 'Pause' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status('1 source is paused now.')).toBeVisible();
  });

  it('are narrowed to those that have a problem, and then selected among these alone', async () => {
    const surface = withSources();
    surface.sourceRows = [
      ...surface.sourceRows,
      sourceRow({ id: 4, title: 'Gone', host: 'gone.example', problem: { code: 'http', status: 404 } }),
    ];
    await drawOptions(surface);
    await button('Problems only (1)').click();
    await expect.element(named('Courier')).not.toBeInTheDocument();
    await box('Select all').click();
    await bar.getByRole('button', { name: 'Remove' }).click();
    await expect.element(status('Gone was removed.')).toBeVisible();
    await expect.element(named('Courier')).toBeVisible();
    expect(surface.calls).toEqual(['unfollow([4])']);
  });

  it('say what did not work', async () => {
    const surface = withSources();
    surface.refusals.set('changeSources', { code: 'storage' });
    await drawOptions(surface);
    await box('Select Courier').click();
    await bar.getByRole('button', { name: 'Mute' }).click();
    await expect.element(status('Lede can’t reach its database')).toBeVisible();
  });
});

describe('one source', () => {
  it('is renamed, moved and preferred where more is told of it', async () => {
    const surface = withSources();
    await drawOptions(surface);
    await button('More about Courier').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Northgate');
    await userEvent.keyboard('{Enter}');
    await expect.element(named('Northgate')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await page.getByRole('textbox', { name: 'Folder' }).fill('News / Local');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('News / Local 1 source')).toBeVisible();
    await expect.element(heading('3 sources in 2 folders')).toHaveFocus();
    expect(surface.sourceRows[0]).toMatchObject({ title: 'Northgate', folder: ['News', 'Local'] });
    await page.getByRole('checkbox', { name: /^Prefer its headlines/ }).click();
    await expect.element(named('Northgate')).toMatchTextContent('preferred');
  });

  it('gets back its publisher’s name where the field is emptied', async () => {
    const surface = withSources();
    surface.sourceRows = [sourceRow({ id: 1, title: 'Mine', publisherTitle: 'Courier' })];
    await drawOptions(surface);
    await button('More about Mine').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await userEvent.keyboard('{Enter}');
    await expect.element(named('Courier')).toBeVisible();
    expect(surface.calls).toEqual(['changeSources([{"feedId":1,"patch":{"ownTitle":null}}])']);
  });

  it('keeps the focus in its line where the button that mends it goes away', async () => {
    const surface = withSources();
    const waiting = { problem: { code: 'no-permission' as const }, waitsFor: ['courier.example'] };
    surface.sourceRows = [sourceRow({ id: 1, title: 'Courier', ...waiting })];
    await drawOptions(surface);
    await expect.element(button('Allow')).toBeVisible();
    button('Allow').element().focus();
    surface.sourceRows = [sourceRow({ id: 1, title: 'Courier' })];
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Allow')).not.toBeInTheDocument();
    await expect.element(button('More about Courier')).toHaveFocus();
  });

  it('says how many articles a day it has', async () => {
    await drawOptions(withSources());
    await settled();
    expect([...document.querySelectorAll('.per-day')].map((cell) => cell.textContent)).toEqual([
      '24',
      '24',
      '2.5',
    ]);
  });
});
