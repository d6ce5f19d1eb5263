import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SourceRow } from '../../utils/model/view.ts';
import { drawOptions, drawPopup, settled } from './draw.tsx';
import { fakeSurface, latestRows, MINUTE, NOW, sourceRow } from './fake-surface.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

function surfaceOf(row: Partial<SourceRow>, language: 'en' | 'uk' = 'en') {
  const surface = fakeSurface(latestRows(3));
  surface.stored = { ...surface.stored, language };
  surface.sourceRows = [sourceRow({ id: 1, title: 'Courier', ...row })];
  return surface;
}

describe('what is told of one source', () => {
  it('is folded away, and opened from the keyboard', async () => {
    await drawOptions(surfaceOf({ leadsTo: 'https://new.example/rss' }));
    const more = button('More about Courier');
    await expect.element(more).toHaveAttribute('aria-expanded', 'false');
    await more.click();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(more).toHaveAttribute('aria-expanded', 'true');
    const details = page.getByRole('row').filter({ hasText: 'Last seven days' });
    await expect.element(details).toMatchTextContent(/Leads to.*new\.example/);
    await expect.element(details).toMatchTextContent(/Publishes.*about 24 articles a\sday/);
    await expect.element(details).toMatchTextContent(/168 requests, 420\skB/);
  });

  it('sets how often it alone is asked', async () => {
    const surface = surfaceOf({});
    await drawOptions(surface);
    await button('More about Courier').click();
    await page.getByLabelText('How often to check').selectOptions('30');
    await expect
      .poll(() => surface.calls)
      .toEqual(['changeSources([{"feedId":1,"patch":{"checkMinutes":30}}])']);
    await page.getByLabelText('How often to check').selectOptions('auto');
    await expect
      .poll(() => surface.calls.at(-1))
      .toBe('changeSources([{"feedId":1,"patch":{"checkMinutes":null}}])');
  });

  it('says that a feed is gone for good, and when it will not be asked', async () => {
    await drawOptions(surfaceOf({ stopped: true, problem: { code: 'http', status: 410 } }));
    await expect.element(page.getByText(/gone for good \(410\)/)).toBeVisible();
    await button('More about Courier').click();
    expect(page.getByLabelText('How often to check').query()).toBeNull();
  });

  it('says that a feed is read in part', async () => {
    await drawOptions(surfaceOf({ isPartlyRead: true }));
    await expect.element(page.getByText('Working; too large, read in part')).toBeVisible();
  });

  it('offers to open an address that leads to where Lede may not look', async () => {
    const surface = surfaceOf({ problem: { code: 'redirected' } });
    await drawOptions(surface);
    await button('Open in a tab').click();
    expect(surface.calls).toEqual(['openHop(1, "https://courier.example/feed.xml")']);
  });

  it('asks for the hosts that its pack names where it leads elsewhere', async () => {
    const surface = surfaceOf({ problem: { code: 'redirected' }, waitsFor: ['www.courier.example'] });
    await drawOptions(surface);
    await button('Allow').click();
    expect(surface.calls).toEqual(['allowWaiting(["www.courier.example"])']);
  });

  it('asks before a machine of the reader’s own network is looked up, and then follows its feed', async () => {
    const surface = surfaceOf({});
    surface.refusals.set('find', { code: 'private-address' });
    await drawOptions(surface);
    await page.getByRole('textbox').fill('http://192.168.1.9:8080/rss');
    await button('Find').click();
    await button('It is my own: allow').click();
    await expect.element(page.getByText(/You now follow/)).toBeVisible();
    expect(surface.calls).toContain('findConfirmed("http://192.168.1.9:8080/rss", null)');
  });

  it('names the machine of the reader’s own network that a source leads to', async () => {
    const surface = surfaceOf({ problem: { code: 'private-address', host: '10.0.0.1' } });
    await drawOptions(surface);
    await expect.element(page.getByText(/It leads to 10\.0\.0\.1/)).toBeVisible();
    await button('It is my own: allow').click();
    expect(surface.calls).toEqual(['confirmHost("10.0.0.1")']);
  });

  it('asks before a machine of the reader’s own network is asked', async () => {
    const surface = surfaceOf({ host: '192.168.1.9', problem: { code: 'private-address' } });
    await drawOptions(surface);
    await button('It is my own: allow').click();
    expect(surface.calls).toEqual(['confirmHost("192.168.1.9")']);
  });
});

describe('a refresh', () => {
  it('shows how far it is on every page, and can be ended', async () => {
    const surface = surfaceOf({});
    await drawOptions(surface);
    await expect.element(button('Check all now')).toBeVisible();
    surface.progress({ done: 3, total: 12, at: NOW });
    await expect.element(page.getByText('Checked 3 of 12')).toBeVisible();
    await button('Stop').click();
    expect(surface.calls).toEqual(['cancelRefresh()']);
    surface.progress(null);
    await expect.element(button('Check all now')).toBeVisible();
  });

  it('says which sources it left out, and why', async () => {
    const surface = surfaceOf({});
    surface.refreshed = {
      asked: 4,
      leftOut: [
        { id: 1, name: 'Courier', reason: 'asked-just-now' },
        { id: 2, name: 'Herald', reason: 'asked-to-wait' },
      ],
    };
    await drawOptions(surface);
    await button('Check all now').click();
    const said = page.getByRole('status').filter({ hasText: '4 sources were asked.' });
    await expect.element(said).toMatchTextContent(/1 was left out: asked within the last five minutes/);
    await page.getByText('Which ones?').click();
    await expect
      .element(page.getByRole('listitem').filter({ hasText: 'Herald: its site asked Lede to wait' }))
      .toBeVisible();
  });

  it('in the popup shows its progress and is ended by the same button', async () => {
    const surface = surfaceOf({});
    await drawPopup(surface);
    await settled();
    surface.progress({ done: 1, total: 2, at: NOW });
    await button(/Stop checking/).click();
    expect(surface.calls).toEqual(['cancelRefresh()']);
  });

  it('that asked nobody says so in the popup', async () => {
    const surface = surfaceOf({});
    surface.refreshed = { asked: 0, leftOut: [{ id: 1, name: 'Courier', reason: 'asked-just-now' }] };
    await drawPopup(surface);
    await button(/Check for news now/).click();
    await expect.element(page.getByRole('heading', { name: '0 sources were asked.' })).toBeVisible();
    await button('Close').click();
    expect(page.getByRole('heading', { name: '0 sources were asked.' }).query()).toBeNull();
  });
});

describe('a source that has been failing for days', () => {
  const failing = (names: string[]) =>
    names.map((name, index) => ({ id: index + 1, name, problem: { code: 'timeout' as const } }));

  it('is told of above the headlines, until the reader knows', async () => {
    const surface = surfaceOf({});
    surface.standing = { longFailing: failing(['Courier']) };
    await drawPopup(surface);
    await expect
      .element(page.getByRole('heading', { name: 'Courier has not answered for three days' }))
      .toBeVisible();
    await expect.element(page.getByText(/Last answer: The site was too slow\./)).toBeVisible();
    await button('Got it').click();
    expect(surface.calls).toEqual(['knowFailures([1])']);
  });

  it('is counted where there are several, in Ukrainian as well', async () => {
    const surface = surfaceOf({}, 'uk');
    surface.standing = { longFailing: failing(['А', 'Б', 'В', 'Г', 'Ґ']) };
    await drawPopup(surface);
    const title = page.getByRole('heading', { name: '5 джерел не відповідають уже три дні' });
    await expect.element(title).toBeVisible();
  });
});

describe('the tab to which a source leads', () => {
  it('shows in the popup the one button that lets Lede read there', async () => {
    const surface = surfaceOf({ problem: { code: 'redirected' } });
    surface.hop = { feedId: 1, host: 'new.example' };
    await drawPopup(surface);
    await expect
      .element(page.getByRole('heading', { name: 'Courier now leads to new.example' }))
      .toBeVisible();
    await button('Allow new.example').click();
    expect(surface.calls).toEqual(['allowWaiting(["new.example"])']);
  });
});

describe('what is kept', () => {
  it('is shown with its size, and its limits are chosen', async () => {
    const surface = surfaceOf({ lastSuccessAt: NOW - MINUTE });
    await drawOptions(surface, 'data');
    await expect.element(page.getByText(/3 articles, 18\sMB/)).toBeVisible();
    await page.getByLabelText('Keep articles for').selectOptions('90');
    await expect.poll(() => surface.calls).toEqual(['changeSettings({"keepDays":90})']);
  });
});
