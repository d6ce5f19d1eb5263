import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-preact';
import { App } from '../../components/app/app.tsx';
import { createLatest } from '../../components/latest/controller.ts';
import type { LatestActions } from '../../components/latest/state.ts';
import { Ticker } from '../../components/ticker/ticker.tsx';
import { loadText } from '../../utils/i18n/load.ts';
import type { LatestRow } from '../../utils/model/view.ts';
import { drawPopup, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, latestRows, NOW } from './fake-surface.ts';

/** How long a headline stands, in ms. */
const EACH = 6_000;

// The ticker's clock alone: waiting for the page goes on as ever.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const shown = () => document.querySelector('.ticker-headline')?.textContent ?? null;
const band = () => page.getByRole('region', { name: 'Ticker' });
const pause = () => page.getByRole('button', { name: 'Pause ticker' });
const isRed = () => document.querySelector('.ticker')?.classList.contains('breaking');

async function draw(rows: readonly LatestRow[], surface: FakeSurface = fakeSurface()) {
  const text = await loadText('en');
  const actions: LatestActions = createLatest(surface).actions;
  return render(
    <App surface={surface} appearance={surface.stored} text={text}>
      <Ticker rows={rows} now={NOW} actions={actions} />
    </App>,
  );
}

/** Lets a headline's time pass, and what follows be drawn. */
async function pass(ms = EACH): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await settled();
}

/** More than are on screen at once. */
const MANY = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => latestRow({ id, title: `Headline ${id}` }));

describe('the ticker', () => {
  it('shows one headline after the other for six seconds each, and begins again', async () => {
    await draw(MANY);
    await expect.poll(shown).toBe('Headline 1');
    await pass(EACH - 1);
    expect(shown()).toBe('Headline 1');
    await pass(1);
    expect(shown()).toBe('Headline 2');
    for (let turn = 3; turn <= 9; turn += 1) await pass();
    expect(shown()).toBe('Headline 1');
  });

  it('stands still while it is paused, and goes on when it is resumed', async () => {
    await draw(MANY);
    await pause().click();
    // Neither the pointer nor the focus is in it any more: what holds it is the pause.
    await userEvent.unhover(band());
    (document.activeElement as HTMLElement).blur();
    await settled();
    await pass(3 * EACH);
    expect(shown()).toBe('Headline 1');
    await page.getByRole('button', { name: 'Resume ticker' }).click();
    await userEvent.unhover(band());
    (document.activeElement as HTMLElement).blur();
    await settled();
    await pass();
    expect(shown()).toBe('Headline 2');
  });

  it('waits while the focus is in it, also when the pointer comes and goes', async () => {
    await draw(MANY);
    await expect.element(band()).toBeVisible();
    await userEvent.tab();
    await expect.element(page.getByRole('link', { name: 'Headline 1' })).toHaveFocus();
    await userEvent.hover(band());
    await userEvent.unhover(band());
    await pass(3 * EACH);
    expect(shown()).toBe('Headline 1');
    (document.activeElement as HTMLElement).blur();
    await settled();
    await pass();
    expect(shown()).toBe('Headline 2');
  });

  it('shows stories that break before the newest, in red and aloud', async () => {
    const surface = fakeSurface();
    surface.breakingNow = [latestRow({ id: 9, title: 'Quake shakes Izmir' })];
    await draw(MANY, surface);
    await expect.poll(shown).toBe('Quake shakes Izmir');
    expect(isRed()).toBe(true);
    await expect.element(page.getByRole('status')).toHaveTextContent('Breaking: Quake shakes Izmir');
    await pass();
    expect([shown(), isRed()]).toEqual(['Headline 1', true]);
    surface.breakingNow = [];
    surface.changed();
    await expect.poll(isRed).toBe(false);
  });

  it('opens the publisher’s page, by the middle button in the background', async () => {
    const surface = fakeSurface();
    await draw(MANY, surface);
    await page.getByRole('link', { name: 'Headline 1' }).click();
    await expect.poll(() => surface.calls).toContain('openArticle(1, "tab")');
    await page.getByRole('link', { name: 'Headline 1' }).click({ button: 'middle' });
    await expect.poll(() => surface.calls).toContain('openArticle(1, "background")');
  });

  it('is not there where there is nothing to show', async () => {
    await draw([]);
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
