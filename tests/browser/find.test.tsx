import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { webUrl } from '../../utils/text/host.ts';
import { drawOptions } from './draw.tsx';
import { candidate, fakeSurface, sourceRow } from './fake-surface.ts';

const field = () => page.getByLabelText('Add a site or feed by its address');
const button = (name: string | RegExp) => page.getByRole('button', { name });

const SITE_FEED = candidate('https://daily.example/rss', { title: 'Daily news' });
const ELSEWHERE = candidate('https://feeds.example/daily', {
  title: 'Daily sport',
  state: 'needs-permission',
  headlines: [],
  format: null,
  perDay: null,
});

afterEach(() => {
  location.hash = '';
});

async function find(surface = fakeSurface()): Promise<void> {
  await drawOptions(surface);
  await field().fill('daily.example');
  await button('Find').click();
}

it('shows what a site offers, with its newest headlines, and follows nothing by itself', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [SITE_FEED, ELSEWHERE] };
  await find(surface);
  await expect
    .element(page.getByText('2 feeds found at daily.example. Choose what to follow.'))
    .toBeVisible();
  await expect.element(page.getByText('Council opens footbridge')).toBeVisible();
  await expect.element(page.getByText(/about 12 articles a.day/)).toBeVisible();
  expect(surface.calls).toEqual(['find("https://daily.example")']);
});

it('follows what is chosen, and asks for access only where it lies elsewhere', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [SITE_FEED, ELSEWHERE] };
  await find(surface);
  await button('Follow Daily news').click();
  await button('Allow and follow Daily sport').click();
  await expect.poll(() => page.getByText('Followed', { exact: true }).elements().length).toBe(2);
  expect(surface.calls.slice(1)).toEqual([
    'followFound("https://daily.example/rss")',
    'follow("https://feeds.example/daily")',
  ]);
});

it('is done by the keyboard alone: the focus waits on what can be followed next', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [SITE_FEED, ELSEWHERE] };
  await drawOptions(surface);
  await field().fill('daily.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Follow Daily news')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Allow and follow Daily sport')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveFocus();
});

it('leaves a feed that is followed already without a button', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [{ ...SITE_FEED, state: 'followed' }] };
  await find(surface);
  await expect.element(page.getByText('Followed', { exact: true })).toBeVisible();
  expect(button(/Daily news/).elements()).toEqual([]);
});

it('says beside a feed why it cannot be followed', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [SITE_FEED] };
  surface.refusals.set('followFound', { code: 'timeout' });
  await find(surface);
  await button('Follow Daily news').click();
  await expect.element(page.getByText('The site was too slow')).toBeVisible();
  await expect.element(button('Follow Daily news')).toBeVisible();
});

it('offers to follow a list of sources that was pasted', async () => {
  const surface = fakeSurface();
  const sources = [{ url: 'https://a.example/rss', title: 'A', siteUrl: null, folder: [] }];
  surface.discovery = { kind: 'list', list: { sources, skipped: [], complete: true } };
  await find(surface);
  await button('Follow 1 source').click();
  await expect.element(page.getByText('1 source was added.')).toBeVisible();
});

it('says in plain words where nothing is found, and keeps what was typed', async () => {
  const surface = fakeSurface();
  surface.refusals.set('find', { code: 'no-feed' });
  await find(surface);
  await expect
    .element(page.getByText('No feed found at daily.example. Paste the feed’s own address if you know it.'))
    .toBeVisible();
  await expect.element(field()).toHaveValue('daily.example');
});

it.each(['not an address', 'https://not an address', 'https://daily.example%20or so'])(
  'takes %s for no address, whatever the browser makes of it',
  (typed) => {
    expect(webUrl(typed)).toBeNull();
  },
);

it('shows the feeds that the popup found in a tab', async () => {
  const links = [{ url: 'https://daily.example/rss', title: 'Daily', scope: 'site' }];
  const handed = JSON.stringify({ page: 'https://daily.example/', links });
  await drawOptions(fakeSurface(), `#add?${encodeURIComponent(handed)}`);
  await expect.element(page.getByText('1 feed found at daily.example. Choose what to follow.')).toBeVisible();
  await expect.element(field()).toHaveValue('https://daily.example/');
});

it.each(['#add?', '#add?%', '#add?null', '#add?%7B%22page%22%3A1%7D'])(
  'is not confused by the address %s',
  async (hash) => {
    location.hash = hash;
    await drawOptions(fakeSurface());
    await expect.element(field()).toHaveValue('');
  },
);

it('puts what is chosen into a folder that there is', async () => {
  const surface = fakeSurface();
  surface.sourceRows = [sourceRow({ id: 1, folder: ['News', 'Arts/Life'] })];
  surface.discovery = { kind: 'page', candidates: [SITE_FEED] };
  await find(surface);
  await page.getByLabelText('Into the folder').selectOptions('News / Arts/Life');
  await button('Follow Daily news').click();
  await expect.element(page.getByText('Followed', { exact: true })).toBeVisible();
  expect(surface.calls.slice(1)).toEqual([
    'followFound("https://daily.example/rss")',
    'changeSources([{"feedId":3,"patch":{"folder":["News","Arts/Life"]}}])',
  ]);
});

it('speaks of no folder where there is none', async () => {
  const surface = fakeSurface();
  surface.discovery = { kind: 'page', candidates: [SITE_FEED] };
  await find(surface);
  await expect.element(button('Follow Daily news')).toBeVisible();
  await expect.element(page.getByLabelText('Into the folder')).not.toBeInTheDocument();
});
