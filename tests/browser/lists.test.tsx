import axe from 'axe-core';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OpmlList } from '../../utils/model/opml.ts';
import { drawOptions, settled } from './draw.tsx';
import { fakeSurface } from './fake-surface.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const file = () => page.getByLabelText('File with a list of sources');
const source = (name: string, folder: string[] = []) => ({
  url: `https://${name}.example/rss`,
  title: name,
  siteUrl: null,
  folder,
});

const LIST: OpmlList = {
  sources: [
    source('daily', ['News']),
    source('weekly', ['News']),
    { ...source('courier'), url: 'https://courier.example/feed.xml' },
  ],
  skipped: [{ title: 'A page', address: '', reason: 'no-address' }],
  complete: false,
};

async function choose(surface = fakeSurface()): Promise<void> {
  await drawOptions(surface);
  await userEvent.upload(file(), new File(['<opml/>'], 'list.opml'));
}

it('shows what a list holds before anything is followed', async () => {
  const surface = fakeSurface();
  surface.list = LIST;
  await choose(surface);
  await expect.element(page.getByText(/3 sources\. In 1 folder\. 1 is followed already\./)).toBeVisible();
  await expect.element(page.getByText(/The file breaks off/)).toBeVisible();
  await page.getByText('1 entry can’t be followed').click();
  await expect.element(page.getByText('has no feed address')).toBeVisible();
  expect(surface.calls).toEqual([]);
});

it('follows the list in one click and says how many came', async () => {
  const surface = fakeSurface();
  surface.list = { ...LIST, skipped: [], complete: true };
  await choose(surface);
  const release = surface.hold();
  await button('Follow 2 sources').click();
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  release();
  await expect.element(page.getByText(/3 sources were added\./)).toBeVisible();
  await expect.element(page.getByRole('progressbar')).not.toBeInTheDocument();
  expect(surface.calls).toEqual(['followList(3)']);
});

it('can be left without following anything', async () => {
  const surface = fakeSurface();
  surface.list = LIST;
  await choose(surface);
  await button('Cancel').click();
  await expect.element(button('Cancel')).not.toBeInTheDocument();
  expect(surface.calls).toEqual([]);
});

it('says so where a file holds no list', async () => {
  const surface = fakeSurface();
  surface.refusals.set('readList', { code: 'not-a-feed' });
  await choose(surface);
  await expect.element(page.getByText('There is no list of sources in this file.')).toBeVisible();
});

it('says what was added, what was followed before, and when the first news can be expected', async () => {
  const surface = fakeSurface();
  surface.list = LIST;
  surface.followList = async () => ({ ok: true, value: { added: 2, known: 1 } });
  await choose(surface);
  await button('Follow 2 sources').click();
  const said = page.getByRole('status').filter({ hasText: '2 sources were added.' });
  await expect.element(said).toMatchTextContent('1 is followed already.');
  await expect.element(said).toMatchTextContent('Each is checked within the next minutes.');
});

it('offers nothing to follow where all of a list is followed', async () => {
  const surface = fakeSurface();
  surface.list = { ...LIST, sources: LIST.sources.slice(2) };
  await choose(surface);
  await expect.element(button('Cancel')).toBeVisible();
  expect(button(/^Follow/).elements()).toEqual([]);
});

it.each(['Follow 2 sources', 'Cancel'])('gives the focus back to its button after %s', async (name) => {
  const surface = fakeSurface();
  surface.list = LIST;
  await choose(surface);
  await expect.element(button(name)).toBeVisible();
  button(name).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Import a list')).toHaveFocus();
});

it('keeps the list in sight of a screen reader, and axe finds no violation in it', async () => {
  const surface = fakeSurface();
  surface.list = LIST;
  await choose(surface);
  document.title = 'Lede';
  await page.getByText('1 entry can’t be followed').click();
  await settled();
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('shows names that look like markup as they are', async () => {
  const surface = fakeSurface();
  surface.list = {
    ...LIST,
    skipped: [{ title: '<img src=x onerror=alert(1)>', address: '', reason: 'bad-address' }],
  };
  await choose(surface);
  await page.getByText('1 entry can’t be followed').click();
  await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
});

it('names a few of many entries that can’t be followed, and counts the rest', async () => {
  const surface = fakeSurface();
  const entry = (_: unknown, i: number) => ({ title: `Entry ${i}`, address: '', reason: 'limit' as const });
  surface.list = { ...LIST, skipped: Array.from({ length: 5000 }, entry) };
  await choose(surface);
  await page.getByText('5,000 entries can’t be followed').click();
  await expect.element(page.getByText('and 4,980 more')).toBeVisible();
});

it('hands the followed sources over as a file', async () => {
  const made = vi.spyOn(URL, 'createObjectURL');
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await drawOptions(fakeSurface());
  await button('Export my list').click();
  await expect.poll(() => clicked.mock.contexts).toHaveLength(1);
  expect(clicked.mock.contexts[0]).toMatchObject({
    download: 'lede.opml',
    href: made.mock.results[0]?.value,
  });
  const [document] = made.mock.calls[0] ?? [];
  expect(await new Response(document as Blob).text()).toBe('<opml/>');
  vi.restoreAllMocks();
});

it('says why there is nothing to hand over', async () => {
  const surface = fakeSurface();
  surface.refusals.set('exportList', { code: 'storage' });
  await drawOptions(surface);
  await button('Export my list').click();
  await expect.element(page.getByText(/Lede can’t reach its database/)).toBeVisible();
});

it('offers no export where nothing is followed', async () => {
  const surface = fakeSurface();
  surface.sourceRows = [];
  await drawOptions(surface);
  await expect.element(button('Import a list')).toBeVisible();
  expect(button('Export my list').elements()).toEqual([]);
});

it('speaks Ukrainian', async () => {
  const surface = fakeSurface();
  surface.stored = { ...surface.stored, language: 'uk' };
  surface.list = LIST;
  await drawOptions(surface);
  await userEvent.upload(page.getByLabelText('Файл зі списком джерел'), new File(['<opml/>'], 'list.opml'));
  await expect.element(button('Додати 2\u00a0джерела')).toBeVisible();
  await expect.element(page.getByText(/1\sзапис додати не вдасться/)).toBeVisible();
});
