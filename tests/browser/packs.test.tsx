import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions } from './draw.tsx';
import { type FakeSurface, fakeSurface, sourceRow } from './fake-surface.ts';
import { somePacks } from './some-packs.ts';

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const status = (words: string) => page.getByRole('status').filter({ hasText: words });
const result = (name: string) =>
  page.getByRole('list', { name: 'What came of it' }).getByRole('listitem').filter({ hasText: name });

function withPacks(): FakeSurface {
  const surface = fakeSurface();
  surface.sourceRows = [];
  surface.starterPacks = somePacks();
  return surface;
}

/** Opens the list of a pack's sources. */
const openList = (words = 'Show 3 sources') => page.getByText(words).click();

describe('choosing from starter packs', () => {
  it('takes a whole pack by one box, also what is to be found on its site', async () => {
    await drawOptions(withPacks(), 'packs');
    await box('The north').click();
    await expect.element(page.getByText('3 sources chosen')).toBeVisible();
    await expect.element(page.getByText(/read these 6 sites/)).toBeVisible();
    await openList();
    await expect.element(box('Courier')).toBeChecked();
    await expect.element(box('Site only')).toBeChecked();
  });

  it('takes single sources, and says that a pack is taken in part', async () => {
    await drawOptions(withPacks(), 'packs');
    await openList();
    await box('Herald').click();
    await expect.element(box('The north')).toBePartiallyChecked();
    await expect.element(page.getByText('1 source chosen')).toBeVisible();
    await box('Herald').click();
    await expect.element(box('The north')).not.toBePartiallyChecked();
  });

  it('works by the keyboard alone', async () => {
    const surface = withPacks();
    await drawOptions(surface, 'packs');
    await expect.element(box('The south')).toBeVisible();
    box('The south').element().focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(box('Полудень')).toBeVisible();
    await userEvent.keyboard('{Tab}{Tab}');
    await expect.element(button('Allow and follow 1 source')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(status('1 source was added.')).toBeVisible();
    await expect.element(button(/Allow and follow/)).toHaveFocus();
  });

  it('tells by what sources were chosen, who owns them and where to support them, one click away', async () => {
    await drawOptions(withPacks(), 'packs');
    await page.getByText('How these sources were chosen').click();
    await expect.element(page.getByText('They report by themselves.')).toBeVisible();
    await expect.element(page.getByText(/^None of these addresses/)).toBeVisible();
    await openList();
    await expect.element(page.getByText('North of the river.')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Owner: Herald Trust' }))
      .toHaveAttribute('href', 'https://register.example/herald');
    await expect
      .element(page.getByRole('link', { name: 'Support it' }))
      .toHaveAttribute('href', 'https://herald.example/support');
  });

  it('shows what is followed already, and leaves it out', async () => {
    const surface = withPacks();
    surface.sourceRows = [sourceRow({ id: 1, url: 'https://feeds.courier.example/rss' })];
    await drawOptions(surface, 'packs');
    await box('The north').click();
    await expect.element(page.getByText('2 sources chosen')).toBeVisible();
    await openList();
    await expect.element(box('Courier')).toBeDisabled();
    await expect.element(page.getByText(/^You already follow it/)).toBeVisible();
  });
});

describe('following what was chosen', () => {
  it('asks once for all of it, tells how far it is and what came of each', async () => {
    const surface = withPacks();
    surface.entryProblems.set('herald', { code: 'http', status: 404 });
    await drawOptions(surface, 'packs');
    const release = surface.hold();
    await box('The north').click();
    await box('The south').click();
    await button('Allow and follow 4 sources').click();
    await expect.element(status('Following 4 sources, 0 done…')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    release();
    await expect.element(status('3 sources were added. 1 was not.')).toBeVisible();
    await expect.element(result('Courier')).toMatchTextContent('Added');
    await expect
      .element(result('Herald'))
      .toMatchTextContent('There is no feed at this address any more (404)');
    expect(surface.calls).toEqual(['followEntries(["courier","herald","site-only","poluden"])']);
    await expect.element(button('Allow and follow 1 source')).toBeVisible();
  });

  it('says so where the browser gave no permission, and keeps the choice', async () => {
    const surface = withPacks();
    surface.refusals.set('followEntries', { code: 'no-permission' });
    await drawOptions(surface, 'packs');
    await box('The south').click();
    await button('Allow and follow 1 source').click();
    await expect.element(status('Nothing was added: the browser did not give permission.')).toBeVisible();
    await expect.element(box('The south')).toBeChecked();
  });

  it('asks for a choice where there is none', async () => {
    const surface = withPacks();
    await drawOptions(surface, 'packs');
    await button(/Allow and follow/).click();
    await expect.element(status('Choose a pack or single sources first.')).toBeVisible();
    expect(surface.calls).toEqual([]);
  });

  it('says why packs cannot be shown', async () => {
    const surface = withPacks();
    surface.refusals.set('packs', { code: 'internal' });
    await drawOptions(surface, 'packs');
    await expect.element(page.getByRole('alert')).toMatchTextContent('Lede met a fault of its own.');
  });
});

describe('the pane of packs', () => {
  it('speaks Ukrainian', async () => {
    const surface = withPacks();
    surface.stored = { ...surface.stored, language: 'uk' };
    await drawOptions(surface, 'packs');
    await expect.element(page.getByRole('heading', { name: 'Добірки' })).toBeVisible();
    await box('Північ').click();
    await expect.element(button('Дозволити й\u00a0додати 3\u00a0джерела')).toBeVisible();
  });

  it('fits a narrow page', async () => {
    await drawOptions(withPacks(), 'packs', 360);
    await openList();
    await expect.element(box('Courier')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBe(360);
  });
});
