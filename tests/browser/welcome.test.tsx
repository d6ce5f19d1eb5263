import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawWelcome } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRows } from './fake-surface.ts';
import { somePacks } from './some-packs.ts';

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name, level: 1 });

function newReader(): FakeSurface {
  const surface = fakeSurface();
  surface.sourceRows = [];
  surface.starterPacks = somePacks();
  return surface;
}

afterEach(() => {
  location.hash = '';
});

describe('the welcome page', () => {
  it('says what the browser will ask, in its own words, and what Lede does with it', async () => {
    await drawWelcome(newReader());
    await box('The north').click();
    await expect.element(page.getByText('1 pack, 3 sources')).toBeVisible();
    await expect.element(page.getByText(/“read and change your data” on these 6 sites/)).toBeVisible();
    await expect.element(page.getByText(/It reads no other sites/)).toBeVisible();
  });

  it('uses the words of Firefox there', async () => {
    await drawWelcome({ ...newReader(), isFirefox: true });
    await box('The south').click();
    await expect.element(page.getByText(/“access your data” for these 2 sites/)).toBeVisible();
  });

  it('shows packs in the reader’s language first', async () => {
    const surface = newReader();
    surface.stored = { ...surface.stored, language: 'uk' };
    await drawWelcome(surface);
    await expect.element(box('Південь')).toBeVisible();
    const names = page.getByRole('checkbox').elements();
    expect(names.indexOf(box('Південь').element())).toBeLessThan(names.indexOf(box('Північ').element()));
  });

  it('names the criteria one click away', async () => {
    await drawWelcome(newReader());
    await page.getByText('How these sources were chosen').click();
    await expect.element(page.getByText('They report by themselves.')).toBeVisible();
  });

  it('asks once, shows headlines as sources answer, and then how to have Lede at hand', async () => {
    const surface = newReader();
    surface.entryProblems.set('herald', { code: 'timeout' });
    await drawWelcome(surface);
    await box('The north').click();
    const release = surface.hold();
    await button('Allow and start').click();
    await expect.element(page.getByText(/Answer the browser’s question/)).toBeVisible();
    surface.rows = latestRows(3);
    release();
    await expect.element(heading('Done. The first headlines are in')).toHaveFocus();
    await expect.element(page.getByText(/^2 of 3 sources answered/)).toBeVisible();
    await expect.element(page.getByText('The site was too slow')).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: 'Latest news' }).getByRole('link').first())
      .toBeVisible();
    await expect.element(page.getByText('Pin Lede to the toolbar')).toBeVisible();
    await expect.element(page.getByText('Alt', { exact: true })).toBeVisible();
    expect(surface.calls).toEqual(['followEntries(["courier","herald","site-only"])']);
    await button('Open the news').click();
    expect(surface.calls.at(-1)).toBe('openPage("reader")');
  });

  it('names a refusal, keeps the choice, and asks again by one button', async () => {
    const surface = newReader();
    surface.refusals.set('followEntries', { code: 'no-permission' });
    await drawWelcome(surface);
    await box('The south').click();
    await button('Allow and start').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('was not given permission');
    await expect.element(box('The south')).toBeChecked();
    surface.refusals.clear();
    await button('Ask again').click();
    await expect.element(heading('Done. The first headlines are in')).toBeVisible();
  });

  it('says so where no source answered, and lets the reader choose others', async () => {
    const surface = newReader();
    surface.entryProblems.set('poluden', { code: 'http', status: 404 });
    await drawWelcome(surface);
    await box('The south').click();
    await button('Allow and start').click();
    await expect.element(heading('None of these sources answered')).toBeVisible();
    await button('Choose more').click();
    await expect.element(box('The north')).toBeVisible();
  });

  it('takes an address of the reader’s own', async () => {
    const surface = newReader();
    await drawWelcome(surface);
    await button(/Your own/).click();
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await page.getByRole('textbox').fill('daily.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/You now follow daily.example/)).toBeVisible();
    expect(surface.calls).toEqual(['find("https://daily.example")', 'followFound("https://daily.example")']);
  });

  it('asks for nothing where nothing is chosen', async () => {
    const surface = newReader();
    await drawWelcome(surface);
    await button('Allow and start').click();
    await expect.element(page.getByText('Choose a pack or single sources first.')).toBeVisible();
    expect(surface.calls).toEqual([]);
  });

  it('fits a narrow page', async () => {
    await drawWelcome(newReader(), '', 360);
    await expect.element(box('The north')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBe(360);
  });
});

describe('the welcome page, asked for what sources wait for', () => {
  it('names the sites, and asks for them by one button', async () => {
    const surface = fakeSurface(latestRows(2));
    surface.standing = { waitingHosts: ['courier.example', 'feeds.poluden.example'] };
    await drawWelcome(surface, 'allow');
    await expect.element(heading('Permission needed for 2 sites')).toBeVisible();
    await expect.element(page.getByText('feeds.poluden.example')).toBeVisible();
    surface.refusals.set('allowWaiting', { code: 'no-permission' });
    await button('Allow 2 sites').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent('was not given permission');
    surface.refusals.clear();
    surface.standing = {};
    await button('Ask again').click();
    await expect.element(heading('Every source has its permission')).toBeVisible();
    expect(surface.calls.at(-1)).toBe('allowWaiting(["courier.example","feeds.poluden.example"])');
  });
});
