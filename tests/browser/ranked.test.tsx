import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RankedPage, RankedRow } from '../../utils/model/view.ts';
import { drawPopup } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, MINUTE } from './fake-surface.ts';

const tab = (name: RegExp) => page.getByRole('tab', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

function ranked(rank: number, title: string, more: Partial<RankedRow> = {}): RankedRow {
  return {
    ...latestRow({ id: 100 + rank, title }),
    story: { id: rank, others: 2, more: 0, origin: null },
    rank,
    sources: 3,
    reason: { kind: 'sources', count: 3, hours: 2 },
    ...more,
  };
}

const TOP: RankedPage = {
  kind: 'ranked',
  rows: [
    ranked(1, 'Footbridge opens at last', { reason: { kind: 'sources', count: 6, hours: 2 } }),
    ranked(2, 'Quake shakes Izmir', { reason: { kind: 'growing', count: 3, minutes: 20 } }),
  ],
};

function surfaceWithTop(): FakeSurface {
  const surface = fakeSurface([latestRow({ id: 1, title: 'A latest thing' })]);
  surface.ranked = TOP;
  return surface;
}

describe('the tabs of the popup', () => {
  it('begin with Latest, and show Top and Popular', async () => {
    await drawPopup(surfaceWithTop());
    await expect.element(tab(/Latest/)).toHaveAttribute('aria-selected', 'true');
    await tab(/Top/).click();
    await expect.element(page.getByText('Footbridge opens at last')).toBeVisible();
    expect(page.getByText('A latest thing').elements()).toEqual([]);
    await tab(/Latest/).click();
    await expect.element(page.getByText('A latest thing')).toBeVisible();
  });

  it('are one stop for the Tab key; arrows, Home and End move and choose', async () => {
    await drawPopup(surfaceWithTop());
    (tab(/Latest/).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(/Top/)).toHaveFocus();
    await expect.element(tab(/Top/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{End}');
    await expect.element(tab(/Search/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(/Latest/)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    await expect.element(tab(/Latest/)).toHaveAttribute('aria-selected', 'true');
    const stops = tab(/./)
      .elements()
      .map((one) => (one as HTMLElement).tabIndex);
    expect(stops).toEqual([0, -1, -1, -1]);
  });
});

describe('a story of Top', () => {
  it('has its rank and says why it stands there', async () => {
    await drawPopup(surfaceWithTop());
    await tab(/Top/).click();
    await expect.element(button(/6 sources in 2\sh/)).toBeVisible();
    await expect.element(button(/growing: 3 in the last 20\smin/)).toBeVisible();
    const ranks = Array.from(document.querySelectorAll('.rank'), (one) => one.textContent);
    expect(ranks.map((words) => words?.replace(/\D/g, ''))).toEqual(['1', '2']);
  });

  it('shows every other outlet’s own headline when its reason is pressed', async () => {
    const surface = surfaceWithTop();
    const [first] = TOP.rows;
    const told = [
      latestRow({ id: 7, title: 'Bridge open', source: { id: 2, name: 'Herald', host: 'herald.example' } }),
    ];
    if (first) {
      const rows = [first, ...told];
      const times = { firstAt: first.at - MINUTE, lastAt: first.at };
      surface.stories.set(1, { id: 1, rows, origin: null, ...times, earlier: null });
    }
    await drawPopup(surface);
    await tab(/Top/).click();
    await button(/6 sources/).click();
    await expect.element(button(/6 sources/)).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText('Bridge open')).toBeVisible();
    await expect.element(page.getByText('Herald')).toBeVisible();
  });

  it('is corrected there as in Latest, with a way back', async () => {
    const surface = surfaceWithTop();
    const [first] = TOP.rows;
    if (first) {
      const rows = [first, latestRow({ id: 7, title: 'Bridge open' })];
      surface.stories.set(1, { id: 1, rows, origin: null, firstAt: 0, lastAt: first.at, earlier: null });
    }
    await drawPopup(surface);
    await tab(/Top/).click();
    await button(/6 sources/).click();
    await button('Not the same story').click();
    await expect.poll(() => surface.calls).toContain('splitStory([7])');
    await button('Undo').click();
    await expect.poll(() => surface.calls).toContain('undoCorrection(7)');
  });

  it('opens the publisher’s page', async () => {
    const surface = surfaceWithTop();
    await drawPopup(surface);
    await tab(/Top/).click();
    await page.getByRole('link', { name: 'Footbridge opens at last' }).click();
    await expect.poll(() => surface.calls).toContain('openArticle(101, "tab")');
  });
});

describe('where there is nothing to rank', () => {
  it('too few sources are named as the reason', async () => {
    await drawPopup(fakeSurface([latestRow({ id: 1 })]));
    await tab(/Top/).click();
    await expect.element(page.getByRole('heading', { name: 'Too few sources to rank' })).toBeVisible();
    await expect.element(page.getByText(/You follow 1 source\./)).toBeVisible();
  });

  it('it is said that nothing was told by several', async () => {
    const surface = surfaceWithTop();
    surface.ranked = { kind: 'ranked', rows: [] };
    await drawPopup(surface);
    await tab(/Top/).click();
    await expect.element(page.getByRole('heading', { name: 'Nothing that several tell' })).toBeVisible();
  });

  it('a database that cannot be read is said to be so', async () => {
    const surface = surfaceWithTop();
    surface.refusals.set('top', { code: 'storage' });
    await drawPopup(surface);
    await tab(/Top/).click();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });
});

describe('Popular', () => {
  it('is of a day, or of a week', async () => {
    const surface = surfaceWithTop();
    surface.popularOver = (hours) => ({
      kind: 'ranked',
      rows: [ranked(1, hours === 24 ? 'Of the day' : 'Of the week')],
    });
    await drawPopup(surface);
    await tab(/Popular/).click();
    await expect.element(page.getByText('Of the day')).toBeVisible();
    await button('Week').click();
    await expect.element(page.getByText('Of the week')).toBeVisible();
    await expect.element(button('Week')).toHaveAttribute('aria-pressed', 'true');
  });

  it('follows what changes while it is shown', async () => {
    const surface = surfaceWithTop();
    await drawPopup(surface);
    await tab(/Popular/).click();
    await expect.element(page.getByText('Quake shakes Izmir')).toBeVisible();
    surface.ranked = { kind: 'ranked', rows: [ranked(1, 'Another story')] };
    surface.changed();
    await expect.element(page.getByText('Another story')).toBeVisible();
  });
});
