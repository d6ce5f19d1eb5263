import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OpmlList } from '../../utils/model/opml.ts';
import { drawOptions } from './draw.tsx';
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
  await button('Follow 2 sources').click();
  await expect.element(page.getByText('3 sources were added.')).toBeVisible();
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
