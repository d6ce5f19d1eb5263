import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawOptions } from './draw.tsx';
import { fakeSurface, latestRow, MINUTE, NOW, sourceRow } from './fake-surface.ts';

const field = () => page.getByLabelText('Add a site or feed by its address');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const status = (words: string) => page.getByRole('status').filter({ hasText: words });

it('draws a switch of every pane as one, longer than it is high', async () => {
  for (const pane of ['panel', 'alerts', 'reading', 'shortcuts', 'carry']) {
    const { unmount } = await drawOptions(fakeSurface(), pane);
    await expect.element(page.getByRole('switch').first()).toBeVisible();
    const { width, height } = page.getByRole('switch').first().element().getBoundingClientRect();
    expect([pane, width > 1.3 * height]).toEqual([pane, true]);
    await unmount();
  }
});

describe('adding a feed', () => {
  it('follows it from the very click, says so and makes room for the next', async () => {
    const surface = fakeSurface();
    await drawOptions(surface);
    await field().fill('daily.example/rss');
    await button('Find').click();
    await expect.element(status('You now follow daily.example.')).toBeVisible();
    await expect.element(field()).toHaveValue('');
    expect(surface.calls).toEqual([
      'find("https://daily.example/rss")',
      'followFound("https://daily.example/rss")',
    ]);
  });

  it('is done by Enter as well, once', async () => {
    const surface = fakeSurface();
    await drawOptions(surface);
    const release = surface.hold();
    await field().fill('https://daily.example/rss');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Looking…')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    release();
    await expect.element(status('You now follow')).toBeVisible();
    expect(surface.calls.filter((call) => call.startsWith('find('))).toHaveLength(1);
  });

  it('keeps what was typed when it fails, and says why in plain words', async () => {
    const surface = fakeSurface();
    surface.refusals.set('followFound', { code: 'already-followed' });
    await drawOptions(surface);
    await field().fill('https://courier.example/feed.xml');
    await button('Find').click();
    await expect.element(status('You already follow this source')).toBeVisible();
    await expect.element(field()).toHaveValue('https://courier.example/feed.xml');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  });

  it('asks for an address where there is none', async () => {
    const surface = fakeSurface();
    await drawOptions(surface);
    await button('Find').click();
    await expect.element(status('Type or paste the address of a site or a feed.')).toBeVisible();
    expect(surface.calls).toEqual([]);
  });
});

describe('the table of sources', () => {
  const surfaceOf = (...rows: Parameters<typeof sourceRow>[0][]) => {
    const surface = fakeSurface();
    surface.sourceRows = rows.map(sourceRow);
    return surface;
  };

  it('says how each source stands, by words and by the shape of an icon', async () => {
    const surface = surfaceOf(
      { id: 1, title: 'Fine' },
      { id: 2, title: 'Gone', problem: { code: 'http', status: 404 } },
      { id: 3, title: 'Slow', problem: { code: 'http', status: 429 } },
      { id: 4, title: 'Shut', problem: { code: 'no-permission' }, lastSuccessAt: null },
      { id: 5, title: 'New', lastSuccessAt: null, nextCheckAt: NOW },
    );
    await drawOptions(surface);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await expect.element(row('Fine')).toMatchTextContent(/Working.*2\smin ago.*in 8\smin/);
    await expect.element(row('Gone')).toMatchTextContent('There is no feed at this address any more (404)');
    await expect.element(row('Slow')).toMatchTextContent('The site asked Lede to come less often (429)');
    await expect.element(row('Shut')).toMatchTextContent('never');
    await expect.element(row('New')).toMatchTextContent('Waiting for its first check');
    const shapes = [...document.querySelectorAll('.health svg')].map((svg) => svg.getAttribute('class'));
    expect(shapes).toEqual(['icon-working', 'icon-error', 'icon-clock', 'icon-key', 'icon-clock']);
    await expect.element(page.getByRole('link', { name: /^Sources/ })).toMatchTextContent('3 have a problem');
  });

  it('removes a source after one question, and then leaves the focus on the heading', async () => {
    const surface = surfaceOf({ id: 1, title: 'Fine' }, { id: 2, title: 'Other' });
    await drawOptions(surface);
    await button('Remove Fine').click();
    await expect.element(button('Keep')).toHaveFocus();
    await button('Remove').click();
    await expect.element(status('Fine was removed.')).toBeVisible();
    expect(surface.calls).toEqual(['unfollow([1])']);
    await expect.element(page.getByRole('heading', { name: '1 source' })).toHaveFocus();
  });

  it('keeps a source on Escape, with the focus where it was', async () => {
    const surface = surfaceOf({ id: 1, title: 'Fine' });
    await drawOptions(surface);
    await button('Remove Fine').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Remove Fine')).toHaveFocus();
    expect(surface.calls).toEqual([]);
  });

  it('asks for the permission of one site', async () => {
    const surface = surfaceOf({ id: 4, problem: { code: 'no-permission' } });
    surface.refusals.set('allowWaiting', { code: 'no-permission' });
    await drawOptions(surface);
    await button('Allow').click();
    expect(surface.calls).toEqual(['allowWaiting(["courier.example"])']);
    await expect.element(status('Lede needs your permission')).toBeVisible();
  });

  it('checks all sources at once', async () => {
    const surface = surfaceOf({ id: 1 });
    await drawOptions(surface);
    await button('Check all now').click();
    await expect.element(status('2 sources were asked.')).toBeVisible();
  });

  it('follows changes that were made elsewhere', async () => {
    const surface = surfaceOf({ id: 1 });
    await drawOptions(surface);
    await expect.element(page.getByRole('heading', { name: '1 source' })).toBeVisible();
    surface.sourceRows = [];
    surface.changed();
    await expect.element(page.getByText(/Nothing here yet/)).toBeVisible();
  });

  it('fits a narrow page, with long names and addresses', async () => {
    const long = 'x'.repeat(300);
    const surface = surfaceOf({ id: 1, title: long, url: `https://courier.example/${long}` });
    await drawOptions(surface, 'sources', 360);
    await expect.element(page.getByText(long, { exact: true })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBe(360);
  });
});

describe('what a reader can set', () => {
  it('is stored at once and said to be', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'appearance');
    await page.getByLabelText('Theme').selectOptions('Dark');
    await expect.element(status('Saved.')).toBeVisible();
    expect(surface.stored.theme).toBe('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
  });

  it('turns the page to another language while it is open', async () => {
    const surface = fakeSurface();
    await drawOptions(surface, 'appearance');
    await page.getByLabelText('Language').selectOptions('Українська');
    await expect.element(page.getByRole('heading', { name: 'Вигляд' })).toBeVisible();
  });

  it('has the badge and the time between checks', async () => {
    const surface = fakeSurface();
    surface.stored = { ...surface.stored, checkMinutes: 45 };
    await drawOptions(surface, 'alerts');
    await expect
      .element(page.getByLabelText('How often to check'))
      .toHaveDisplayValue('Every 45\u00a0minutes');
    await page.getByRole('radio', { name: /Nothing/ }).click();
    await page.getByLabelText('How often to check').selectOptions('As Lede sees fit');
    await expect.poll(() => surface.stored).toMatchObject({ badge: 'off', checkMinutes: null });
  });

  it('has what makes a story break, and says what that would have raised', async () => {
    const surface = fakeSurface();
    const fitting = surface.breakingOf;
    surface.breakingOf = (threshold) => ({
      ...fitting(threshold),
      past:
        threshold.sources === 3
          ? [{ ...latestRow({ id: 5, title: 'Quake shakes Izmir' }), brokeAt: NOW - 26 * 60 * MINUTE }]
          : [],
    });
    await drawOptions(surface, 'alerts');
    const sources = page.getByLabelText('A story breaks when told by');
    await expect.element(sources).toHaveDisplayValue('As fits your last week (4 sources)');
    await expect.element(status('would have raised no alert')).toBeVisible();
    await sources.selectOptions('3 sources');
    await expect.poll(() => surface.stored.breaking).toEqual({ sources: 3, minutes: 60 });
    await expect.element(status('would have raised 1 alert:')).toBeVisible();
    await expect.element(page.getByText('Quake shakes Izmir')).toBeVisible();
    await page.getByLabelText('Within').selectOptions('120\u00a0minutes');
    await expect.poll(() => surface.stored.breaking).toEqual({ sources: 3, minutes: 120 });
  });

  describe('muted words', () => {
    const muted = () => page.getByRole('textbox', { name: 'Muted words' });

    it('are added by Enter, a comma or leaving the field, each once', async () => {
      const surface = fakeSurface();
      await drawOptions(surface, 'reading');
      await muted().fill('  гороскоп ');
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => surface.stored.mutedWords).toEqual(['гороскоп']);
      await userEvent.keyboard('prime  minister,');
      await expect.poll(() => surface.stored.mutedWords).toEqual(['гороскоп', 'prime minister']);
      await userEvent.keyboard('Гороскоп{Enter}');
      await expect.element(status('“Гороскоп” is in the list already.')).toBeVisible();
      await userEvent.keyboard('lottery');
      await userEvent.tab();
      await expect.poll(() => surface.stored.mutedWords).toEqual(['гороскоп', 'prime minister', 'lottery']);
    });

    it('are taken out by their button, or by Backspace twice', async () => {
      const surface = fakeSurface();
      surface.stored = { ...surface.stored, mutedWords: ['one', 'two', 'three'] };
      await drawOptions(surface, 'reading');
      await button('Remove “two”').click();
      await expect.element(status('“two” was removed.')).toBeVisible();
      await expect.element(muted()).toHaveFocus();
      await userEvent.keyboard('{Backspace}');
      await expect.element(button('Remove “three”')).toHaveFocus();
      await userEvent.keyboard('{Backspace}');
      await expect.poll(() => surface.stored.mutedWords).toEqual(['one']);
    });
  });

  it('mutes a source in its details, and says so beside its name', async () => {
    const surface = fakeSurface();
    surface.sourceRows = [sourceRow({ id: 3, muted: false })];
    await drawOptions(surface, 'sources');
    await button('More about Northgate Courier').click();
    await page.getByLabelText('Mute it: keep its articles, show none').click();
    await expect.poll(() => surface.calls).toContain('changeSources([{"feedId":3,"patch":{"muted":true}}])');
    surface.sourceRows = [sourceRow({ id: 3, muted: true })];
    surface.changed();
    await expect.element(page.getByText('muted', { exact: true })).toBeVisible();
  });

  it('stays as it is where it cannot be stored', async () => {
    const surface = fakeSurface();
    surface.refusals.set('changeSettings', { code: 'storage' });
    await drawOptions(surface, 'alerts');
    await page.getByRole('radio', { name: /Nothing/ }).click();
    await expect.element(status('Lede can’t reach its database.')).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /New since you last looked/ })).toBeChecked();
  });

  it('has an address of its own for each pane', async () => {
    await drawOptions(fakeSurface());
    await page.getByRole('link', { name: 'Alerts' }).click();
    await expect.element(page.getByRole('heading', { name: 'Alerts' })).toBeVisible();
    expect(location.hash).toBe('#alerts');
    await expect.element(page.getByRole('link', { name: 'Alerts' })).toHaveAttribute('aria-current', 'page');
  });
});
