/** Alerts as a reader sees them: the pane of options, marked words, and what the ticker puts first. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AlertRow } from '../../utils/model/view.ts';
import { drawOptions, drawPopup, settled } from './draw.tsx';
import { fakeSurface, latestRow, latestRows, MINUTE, NOW } from './fake-surface.ts';

const HOSTILE = `<script>alert(1)</script> \u202e${'x'.repeat(2000)}`;

function alertRow(row: Partial<AlertRow> & Pick<AlertRow, 'id'>): AlertRow {
  return {
    kind: 'watch',
    at: NOW - row.id * 30 * MINUTE,
    words: ['orchid'],
    voices: 1,
    title: `Orchid number ${row.id} opens`,
    url: `https://courier.example/news/${row.id}`,
    language: 'en',
    state: 'new',
    source: { id: 1, name: 'Northgate Courier', host: 'courier.example' },
    ...row,
  };
}

const words = () => page.getByRole('textbox', { name: 'Watch words' });

describe('watch words', () => {
  it('are added, for all sources or one, each once, and only such as hold a word', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'alerts');
    await words().fill('orchid, peace plan -orange');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => surface.stored.watchWords)
      .toEqual([
        { words: 'orchid', feedId: null },
        { words: 'peace plan -orange', feedId: null },
      ]);
    await page.getByLabelText('Watch in').selectOptions('Полудень');
    await words().fill('orchid');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => surface.stored.watchWords.at(-1)).toEqual({ words: 'orchid', feedId: 2 });
    await expect.element(page.getByText('orchid · Полудень')).toBeVisible();
    await words().fill('Orchid');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('“Orchid” is in the list already.')).toBeVisible();
    await words().fill('-juice');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('“-juice” holds no word to watch for.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove “peace plan -orange”' }).click();
    await expect.poll(() => surface.stored.watchWords.length).toBe(2);
  });

  it('are marked in headlines in every form, and what they exclude is not', async () => {
    const surface = fakeSurface([
      latestRow({ id: 1, title: 'Elections in <b>Moldova</b>: what is known' }),
      latestRow({ id: 2, title: 'Apple juice recalled', snippet: '' }),
      latestRow({ id: 3, title: 'Рада призначила вибори', language: 'uk', snippet: '' }),
      latestRow({ id: 4, title: HOSTILE }),
      latestRow({ id: 5, title: '' }),
    ]);
    surface.stored = {
      ...surface.stored,
      watchWords: ['election', 'Apple -juice', 'виборів', 'script'].map((one) => ({
        words: one,
        feedId: null,
      })),
    };
    await drawPopup(surface);
    const marked = () => Array.from(document.querySelectorAll('.row mark'), (mark) => mark.textContent);
    await expect.poll(marked).toEqual(['Elections', 'вибори', 'script', 'script']);
    await expect.element(page.getByText('Elections in <b>Moldova</b>: what is known')).toBeVisible();
    surface.stored = { ...surface.stored, watchWords: [] };
    surface.changed();
    await expect.poll(marked).toEqual([]);
  });
});

describe('how an alert is told', () => {
  it('is chosen for each kind; a notification asks the browser in that press', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'alerts');
    const breaking = page.getByRole('group', { name: 'When a story breaks, tell me by' });
    await breaking.getByLabelText('the ticker').click();
    await expect.poll(() => surface.stored.alertBy.breaking.ticker).toBe(false);
    await breaking.getByLabelText('a notification').click();
    await expect.poll(() => surface.stored.alertBy.breaking.notification).toBe(true);
    expect(surface.calls.filter((call) => call === 'askToNotify()')).toHaveLength(1);
    expect(surface.stored.alertBy.watch.notification).toBe(false);
  });

  it('stays as it was where the browser refuses, and says so', async () => {
    const surface = fakeSurface();
    surface.mayNotifyNow = false;
    await drawOptions(surface, 'alerts');
    const box = page
      .getByRole('group', { name: 'When one is found, tell me by' })
      .getByLabelText('a notification');
    await box.click();
    await expect.element(page.getByText('The browser does not let Lede notify.')).toBeVisible();
    await expect.element(box).not.toBeChecked();
    expect(surface.stored.alertBy.watch.notification).toBe(false);
  });

  it('offers to allow again what was taken away', async () => {
    const surface = fakeSurface();
    const { alertBy } = surface.stored;
    surface.stored = {
      ...surface.stored,
      alertBy: { ...alertBy, watch: { ...alertBy.watch, notification: true } },
    };
    surface.mayNotifyNow = false;
    await drawOptions(surface, 'alerts');
    const allow = page.getByRole('button', { name: 'Allow notifications' });
    await expect.element(allow).toBeVisible();
    surface.mayNotifyNow = true;
    await allow.click();
    await expect.element(allow).not.toBeInTheDocument();
  });
});

describe('quiet hours', () => {
  it('are switched on by the keyboard, and set by the clock', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'alerts');
    const quiet = page.getByRole('switch', { name: 'Quiet hours' });
    await expect.element(quiet).toBeVisible();
    (quiet.element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => surface.stored.quietHours.isOn).toBe(true);
    await page.getByLabelText('from', { exact: true }).fill('22:30');
    await expect.poll(() => surface.stored.quietHours.from).toBe(22 * 60 + 30);
    await page.getByRole('switch', { name: 'Notify of breaking stories even then' }).click();
    await expect.poll(() => surface.stored.quietHours.exceptBreaking).toBe(true);
  });
});

describe('the history of alerts', () => {
  it('opens an alert, keeps it for later, and is done with it', async () => {
    const surface = fakeSurface();
    surface.alertRows = [
      alertRow({ id: 1, kind: 'breaking', voices: 5, words: [], title: 'Quake shakes Izmir' }),
      alertRow({ id: 2, title: HOSTILE }),
    ];
    await drawOptions(surface, 'alerts');
    await page.getByRole('link', { name: 'Quake shakes Izmir' }).click();
    expect(surface.calls).toContain('openAlert(1)');
    await page.getByRole('button', { name: 'Later' }).first().click();
    await expect.element(page.getByText('Kept for later')).toBeVisible();
    await page.getByRole('button', { name: 'Done' }).first().click();
    await expect.poll(() => surface.alertRows[0]?.state).toBe('done');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });

  it('says that there is nothing yet', async () => {
    await drawOptions(fakeSurface(), 'alerts');
    await expect.element(page.getByText('Nothing yet.', { exact: false })).toBeVisible();
  });

  it('is reached from the popup', async () => {
    const surface = fakeSurface(latestRows(3));
    await drawPopup(surface);
    await page.getByRole('button', { name: 'Alerts' }).click();
    await expect.poll(() => surface.calls).toContain('openPage("options", "#alerts")');
  });
});

describe('the popup', () => {
  it('has seen the alerts as soon as it opens, and each that comes while it is open', async () => {
    const surface = fakeSurface(latestRows(9));
    await drawPopup(surface);
    await expect.poll(() => surface.seen).toBe(1);
    surface.watchedNow = [latestRow({ id: 40, title: 'Orchid found' })];
    surface.changed();
    await expect.poll(() => surface.seen).toBe(2);
    await expect.element(page.getByText('Watch word')).toBeVisible();
    surface.breakingNow = [latestRow({ id: 41, title: 'Quake shakes Izmir' })];
    surface.changed();
    await expect.poll(() => surface.seen).toBe(3);
    await expect
      .poll(() => document.querySelector('.ticker.breaking .ticker-label')?.textContent)
      .toBe('Breaking');
  });

  it('says that it has Latest on the screen, and no longer where another list is shown', async () => {
    const surface = fakeSurface(latestRows(3));
    const drawn = await drawPopup(surface);
    await settled();
    expect(surface.shown).toEqual([true]);
    document.getElementById('tab-latest')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => surface.shown).toEqual([true, false]);
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => surface.shown).toEqual([true, false, true]);
    await drawn.unmount();
    await expect.poll(() => surface.shown).toEqual([true, false, true, false]);
  });
});
