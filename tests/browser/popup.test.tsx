import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawPopup } from './draw.tsx';
import { fakeSurface, latestRow, latestRows, MINUTE, NOW } from './fake-surface.ts';
import { button, headlines, itemOf, list, titles } from './popup-page.ts';

describe('the rows of the popup', () => {
  it('stand in the order given, with source and relative time', async () => {
    await drawPopup(fakeSurface(latestRows(3)));
    await expect.element(headlines().first()).toBeVisible();
    expect(titles()).toEqual(latestRows(3).map((row) => row.title));
    expect(itemOf('Council opens footbridge number 2').textContent).toMatch(/8\u00a0min.*Northgate Courier/);
  });

  it('are marked as unread for ears as well as for eyes', async () => {
    const read = latestRow({ id: 2, title: 'Read', unread: false });
    await drawPopup(fakeSurface([latestRow({ id: 1, title: 'New' }), read]));
    await expect.element(page.getByText('1 unread')).toBeVisible();
    expect(itemOf('New').textContent).toContain('unread');
    expect(itemOf('Read').textContent).not.toContain('unread');
  });

  it('stay, and keep their height, when they are read', async () => {
    await drawPopup(fakeSurface(latestRows(3)));
    await expect.element(headlines().first()).toBeVisible();
    const heights = () =>
      [...list().querySelectorAll('li')].map((item) => item.getBoundingClientRect().height);
    const before = heights();
    await button('Mark all as read').click();
    await expect.element(page.getByText('3 unread')).not.toBeInTheDocument();
    expect(heights()).toEqual(before);
    expect(titles()).toHaveLength(3);
  });

  it('can be marked as read and as unread again', async () => {
    await drawPopup(fakeSurface(latestRows(1)));
    await button('Mark as read').click();
    await expect.element(button('Mark as unread')).toBeInTheDocument();
    await button('Mark as unread').click();
    await expect.element(page.getByText('1 unread')).toBeVisible();
  });

  it('have the full time for a pointer and for machines', async () => {
    await drawPopup(fakeSurface(latestRows(1)));
    await expect.element(headlines().first()).toBeVisible();
    const time = list().querySelector('time');
    expect(time?.dateTime).toBe(new Date(NOW - 4 * MINUTE).toISOString());
    expect(time?.title).toContain('25 November 2026');
  });
});

describe('opening an article', () => {
  it.each([
    ['a click', {}, 'openArticle(1, "tab")'],
    ['Ctrl and a click', { modifiers: ['Control'] }, 'openArticle(1, "background")'],
    ['the middle button', { button: 'middle' }, 'openArticle(1, "background")'],
  ] as const)('by %s asks for the right tab', async (_, options, call) => {
    const surface = fakeSurface(latestRows(1));
    await drawPopup(surface);
    await page.getByRole('link', { name: /footbridge/ }).click(options as object);
    expect(surface.calls).toEqual([call]);
    await expect.element(button('Mark as unread')).toBeInTheDocument();
  });

  it('leaves a link that the browser can copy or open by itself, without a way back to Lede', async () => {
    await drawPopup(fakeSurface(latestRows(1)));
    const link = page.getByRole('link', { name: /footbridge/ });
    await expect.element(link).toHaveAttribute('href', 'https://courier.example/news/1');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('leads to Lede’s own page where an article has no address: there is no site to open', async () => {
    const surface = fakeSurface([latestRow({ id: 1, url: null })]);
    await drawPopup(surface);
    const link = page.getByRole('link', { name: /footbridge/ });
    await expect.element(link).toHaveAttribute('href', 'reader.html#/article/1');
    expect(button('Open in a background tab').elements()).toEqual([]);
    await link.click();
    expect(surface.calls).toEqual(['openArticle(1, "tab")']);
  });
});

describe('the list of the popup', () => {
  it('gets more news below, and stays where it was scrolled to', async () => {
    await drawPopup(fakeSurface(latestRows(120)));
    await expect.element(headlines().first()).toBeVisible();
    list().scrollTop = 700;
    await button('More news').click();
    await expect.poll(() => titles().length).toBe(100);
    expect(list().scrollTop).toBe(700);
    await expect.element(page.getByText('50 more headlines')).toBeInTheDocument();
    await button('More news').click();
    await expect.poll(() => titles().length).toBe(120);
    expect(button('More news').elements()).toEqual([]);
  });

  it('keeps the headline that is read in its place when news arrives above', async () => {
    const surface = fakeSurface(latestRows(50));
    await drawPopup(surface);
    await expect.element(headlines().first()).toBeVisible();
    list().scrollTop = 700;
    await new Promise(requestAnimationFrame);
    const watched = headlines().elements()[14];
    const before = watched?.getBoundingClientRect().top;
    const at = NOW;
    surface.rows = [latestRow({ id: 901, title: 'Fresh', at }), latestRow({ id: 902, at }), ...surface.rows];
    surface.changed();
    await expect.element(button('2 new')).toBeInTheDocument();
    expect(watched?.getBoundingClientRect().top).toBe(before);
    expect(titles()).not.toContain('Fresh');
    await button('2 new').click();
    await expect.poll(() => titles()[0]).toBe('Fresh');
    expect(list().scrollTop).toBe(0);
    expect(button('2 new').query()).toBeNull();
  });

  it('shows what arrives at once while nobody is at it', async () => {
    const surface = fakeSurface(latestRows(50));
    await drawPopup(surface);
    await userEvent.hover(page.getByRole('tab', { name: /Latest/ }));
    await expect.element(headlines().first()).toBeVisible();
    surface.rows = [latestRow({ id: 901, title: 'Fresh', at: NOW }), ...surface.rows];
    surface.changed();
    await expect.poll(() => titles()[0]).toBe('Fresh');
  });

  it('keeps the focus on its row when news arrives', async () => {
    const surface = fakeSurface(latestRows(5));
    await drawPopup(surface);
    const link = page.getByRole('link', { name: 'Council opens footbridge number 2' });
    await expect.element(link).toBeVisible();
    (link.element() as HTMLElement).focus();
    surface.rows = [latestRow({ id: 901, title: 'Fresh', at: NOW }), ...surface.rows];
    surface.changed();
    await expect.element(button('1 new')).toBeInTheDocument();
    await expect.element(link).toHaveFocus();
    await button('1 new').click();
    await expect.poll(() => titles()[0]).toBe('Fresh');
  });
});

describe('the footer', () => {
  it('says when Lede last had news, and checks again', async () => {
    const surface = fakeSurface(latestRows(1));
    await drawPopup(surface);
    const release = surface.hold();
    await button(/^Updated 2\smin ago Check for news now$/).click();
    await expect.element(button(/^Checking 2 sources…/)).toBeVisible();
    release();
    await expect.element(button(/^Updated/)).toBeVisible();
    expect(surface.calls).toEqual(['refresh()']);
  });

  it('leads to the settings, the head to the page of its own', async () => {
    const surface = fakeSurface(latestRows(1));
    await drawPopup(surface);
    await button('Settings').click();
    await button('Open in a tab').click();
    expect(surface.calls).toEqual(['openPage("options")', 'openPage("reader")']);
  });
});

describe('the window of the popup', () => {
  it('is asked for in full size, however small it is while the browser still measures it', async () => {
    await drawPopup(fakeSurface(latestRows(20)), 25);
    await expect.element(headlines().first()).toBeInTheDocument();
    const { width, height } = document.body.getBoundingClientRect();
    expect([width, height]).toEqual([400, 600]);
  });

  it('gives way in the list alone where the browser leaves less', async () => {
    await drawPopup(fakeSurface(latestRows(20)), 400);
    await expect.element(button('Settings')).toBeInViewport({ ratio: 1 });
    expect(list().getBoundingClientRect().height).toBe(400 - 36 - 48 - 35 - 40);
    expect(list().scrollHeight).toBeGreaterThan(600);
  });
});

describe('language and theme', () => {
  it('follow the settings, also while the popup is open', async () => {
    const surface = fakeSurface(latestRows(2));
    await drawPopup(surface);
    await expect.element(page.getByText('2 unread')).toBeVisible();
    surface.stored = { ...surface.stored, language: 'uk', theme: 'dark' };
    surface.changed();
    await expect.element(page.getByText('2 непрочитані')).toBeVisible();
    expect(document.documentElement.lang).toBe('uk');
    expect(getComputedStyle(document.body).backgroundColor).toBe('rgb(23, 24, 27)');
  });
});

describe('the tab in front', () => {
  it('can be followed where it shows a page of the web', async () => {
    const surface = fakeSurface(latestRows(1));
    await drawPopup(surface);
    await button('Follow the site in this tab').click();
    await expect.poll(() => surface.calls).toContain('followThisTab()');
  });

  it('cannot where it shows a page of the browser itself', async () => {
    const surface = fakeSurface(latestRows(1));
    surface.pageInFront = false;
    await drawPopup(surface);
    await expect.element(headlines().first()).toBeVisible();
    expect(button('Follow the site in this tab').elements()).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('reaches everything in the order it is seen, and leaves the headlines in one step', async () => {
    await drawPopup(fakeSurface(latestRows(120)));
    await expect.element(headlines().first()).toBeVisible();
    const stops: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await userEvent.tab();
      const focused = document.activeElement;
      stops.push(focused?.getAttribute('aria-label') ?? focused?.textContent ?? '');
    }
    expect(stops).toEqual([
      'Skip the headlines',
      expect.stringMatching(/footbridge/),
      'Pause ticker',
      expect.stringMatching(/^Latest/),
      'Filter',
      'Related to this page',
      'Follow the site in this tab',
      'Open in the side panel',
      'Open in a tab',
      'Council opens footbridge number 1',
      'Mark as read',
      'Save',
      'Open in a background tab',
      'More',
    ]);
    (page.getByRole('link', { name: 'Skip the headlines' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    await expect.element(button(/^Updated/)).toHaveFocus();
    for (const name of ['More news', 'Mark all as read', 'Alerts', 'Settings']) {
      await userEvent.tab();
      await expect.element(button(name)).toHaveFocus();
    }
  });

  it('shows where it is', async () => {
    await drawPopup(fakeSurface(latestRows(2)));
    await expect.element(headlines().first()).toBeVisible();
    await userEvent.tab();
    await userEvent.tab();
    const focused = document.activeElement ?? document.body;
    expect(getComputedStyle(focused).outlineStyle).toBe('solid');
    expect(getComputedStyle(focused).outlineWidth).toBe('2px');
  });
});
