import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-preact';
import { App } from '../../components/app/app.tsx';
import type { LatestActions } from '../../components/latest/controller.ts';
import { createLatest } from '../../components/latest/controller.ts';
import { Ticker } from '../../components/ticker/ticker.tsx';
import { loadText } from '../../utils/i18n/load.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { drawPopup } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, latestRows, NOW } from './fake-surface.ts';

const QUICK = 40;
const NEVER = 10_000_000;

const shown = () => document.querySelector('.ticker-headline')?.textContent ?? null;
const band = () => page.getByRole('region', { name: 'Ticker' });

async function draw(rows: readonly LatestRow[], everyMs: number, surface: FakeSurface = fakeSurface()) {
  const text = await loadText('en');
  const actions: LatestActions = createLatest(surface).actions;
  return render(
    <App surface={surface} appearance={surface.stored} text={text}>
      <Ticker rows={rows} now={NOW} actions={actions} everyMs={everyMs} />
    </App>,
  );
}

/** More than are on screen at once. */
const MANY = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => latestRow({ id, title: `Headline ${id}` }));

/** All headlines that the ticker shows until it has shown `count` different ones. */
async function turns(count: number): Promise<Set<string | null>> {
  const seen = new Set<string | null>();
  await expect.poll(() => seen.add(shown()).size, { interval: QUICK / 2 }).toBe(count);
  return seen;
}

describe('the ticker', () => {
  it('shows one headline after the other, and begins again', async () => {
    await draw(MANY, QUICK);
    expect(await turns(8)).toEqual(new Set(MANY.map(({ title }) => title)));
    await expect.poll(shown).toBe('Headline 1');
  });

  it('stands still while it is paused, and says so', async () => {
    await draw(MANY, QUICK);
    await page.getByRole('button', { name: 'Pause ticker' }).click();
    await expect.element(page.getByRole('button', { name: 'Resume ticker' })).toBeVisible();
  });

  it('waits while the focus is in it', async () => {
    await draw(MANY, NEVER);
    await userEvent.tab();
    await expect.element(page.getByRole('link', { name: 'Headline 1' })).toHaveFocus();
  });

  it('shows stories that break before all others, in red and aloud', async () => {
    const surface = fakeSurface();
    surface.breakingNow = [latestRow({ id: 9, title: 'Quake shakes Izmir' })];
    await draw(MANY, NEVER, surface);
    await expect.poll(shown).toBe('Quake shakes Izmir');
    expect(document.querySelector('.ticker')?.classList.contains('breaking')).toBe(true);
    await expect.element(page.getByRole('status')).toHaveTextContent('Breaking: Quake shakes Izmir');
  });

  it('opens the publisher’s page, by the middle button in the background', async () => {
    const surface = fakeSurface();
    await draw(MANY, NEVER, surface);
    await page.getByRole('link', { name: 'Headline 1' }).click();
    await expect.poll(() => surface.calls).toContain('openArticle(1, "tab")');
    await page.getByRole('link', { name: 'Headline 1' }).click({ button: 'middle' });
    await expect.poll(() => surface.calls).toContain('openArticle(1, "background")');
  });

  it('is not there where there is nothing to show', async () => {
    await draw([], NEVER);
    expect(band().elements()).toEqual([]);
  });
});

describe('the ticker of the popup', () => {
  it('shows the newest headline that is not on screen below', async () => {
    await drawPopup(fakeSurface(latestRows(40)));
    await expect.element(band()).toBeVisible();
    const visible = Array.from(document.querySelectorAll('.row .headline'))
      .filter((headline) => headline.getBoundingClientRect().top < innerHeight)
      .map((headline) => headline.textContent);
    expect(visible).not.toContain(shown());
  });

  it('shows nothing where all is on screen', async () => {
    await drawPopup(fakeSurface(latestRows(2)));
    await expect.element(page.getByRole('link', { name: /footbridge number 1/ })).toBeVisible();
    expect(band().elements()).toEqual([]);
  });
});
