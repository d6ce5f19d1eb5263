import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawPopup, settled } from './draw.tsx';
import { type FakeSurface, fakeSurface, latestRow, latestRows } from './fake-surface.ts';
import { button, chooseFromMenu, headlines, itemOf, list, titles } from './popup-page.ts';

const BRIDGE = latestRow({
  id: 1,
  title: 'Council opens footbridge',
  story: { id: 11, others: 2, more: 0, origin: null },
});
const CHESS = latestRow({ id: 2, title: 'Chess final begins in Lviv', unread: false });

async function popupOf(rows = [BRIDGE, CHESS], prepare: (surface: FakeSurface) => void = () => {}) {
  const surface = fakeSurface(rows);
  prepare(surface);
  localStorage.clear();
  await drawPopup(surface);
  await expect.element(headlines().first()).toBeVisible();
  return surface;
}

describe('languages', () => {
  const both = [BRIDGE, latestRow({ id: 3, title: 'Фінал із шахів у Львові', language: 'uk' })];
  const speaksTwo = (surface: FakeSurface) => {
    surface.standing = { languages: ['uk', 'en'] };
  };

  it('are one click away: UA, EN and all', async () => {
    const surface = await popupOf(both, speaksTwo);
    await expect.element(button('All')).toHaveAttribute('aria-pressed', 'true');
    await button('UA').click();
    await expect.poll(titles).toEqual(['Фінал із шахів у Львові']);
    expect(surface.stored.newsLanguage).toBe('uk');
    await expect.element(button('UA')).toHaveAttribute('aria-pressed', 'true');
    await button('All').click();
    await expect.poll(titles).toHaveLength(2);
  });

  it('are not offered where all sources speak one', async () => {
    await popupOf();
    expect(button('EN').query()).toBeNull();
  });

  it('stay offered while one is chosen that no source speaks any more', async () => {
    const surface = fakeSurface(both);
    surface.stored = { ...surface.stored, newsLanguage: 'pl' };
    await drawPopup(surface);
    await expect.element(page.getByText('Nothing fits')).toBeVisible();
    await expect.element(button('PL')).toHaveAttribute('aria-pressed', 'true');
    await button('Show everything').click();
    await expect.poll(titles).toHaveLength(2);
  });
});

describe('the filter', () => {
  it('shows what is unread or saved, and everything again', async () => {
    await popupOf([BRIDGE, { ...CHESS, saved: true }]);
    await button('Filter').click();
    await button('Unread').click();
    await expect.poll(titles).toEqual([BRIDGE.title]);
    await button('Saved').click();
    await expect.poll(titles).toEqual([CHESS.title]);
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'All' }).click();
    await expect.poll(titles).toHaveLength(2);
  });

  it('offers the folders of the sources', async () => {
    await popupOf([BRIDGE], (surface) => {
      surface.standing = { folders: [['World'], ['World', 'Europe']] };
    });
    await button('Filter').click();
    const folders = page.getByLabelText('Folder');
    await folders.selectOptions('World / Europe');
    await expect.element(folders).toHaveValue(['World', 'Europe'].join('\u0000'));
  });

  it('says so where nothing fits, with the way back', async () => {
    await popupOf();
    await button('Filter').click();
    await button('Saved').click();
    await expect.element(page.getByText('Nothing fits')).toBeVisible();
    await button('Show everything').click();
    await expect.poll(titles).toHaveLength(2);
  });
});

describe('what the reader does', () => {
  it('to all of it, "mark all as read", can be taken back', async () => {
    const surface = await popupOf();
    await button('Mark all as read').click();
    await expect.element(page.getByText('All is marked as read.')).toBeVisible();
    await button('Undo').click();
    await expect.poll(() => surface.calls.at(-1)).toMatch(/^undoMarkAll/);
    await expect.element(page.getByText('All is marked as read.')).not.toBeInTheDocument();
  });

  it('saves a row and takes it out again', async () => {
    const surface = await popupOf();
    await button('Save').first().click();
    await expect.element(button('Saved: take out')).toBeInTheDocument();
    await button('Saved: take out').click();
    await expect.poll(() => surface.calls).toEqual(['saveArticles([1], true)', 'saveArticles([1], false)']);
  });

  it('hides a story, and brings it back', async () => {
    const surface = await popupOf();
    await chooseFromMenu('Hide this story');
    await expect.poll(titles).toEqual([CHESS.title]);
    await expect.element(page.getByText('Hidden: Council opens footbridge')).toBeVisible();
    await button('Undo').click();
    await expect.poll(() => surface.calls).toEqual(['hideStory(11, true)', 'hideStory(11, false)']);
  });

  it('mutes a source, and brings it back', async () => {
    const surface = await popupOf();
    await chooseFromMenu('Mute Northgate Courier');
    await expect.element(page.getByText('Northgate Courier is muted.')).toBeVisible();
    await button('Undo').click();
    await expect
      .poll(() => surface.calls)
      .toEqual([
        'changeSources([{"feedId":1,"patch":{"muted":true}}])',
        'changeSources([{"feedId":1,"patch":{"muted":false}}])',
      ]);
  });

  it('mutes a word of the headline, or any other', async () => {
    const surface = await popupOf();
    await chooseFromMenu('Mute a word…');
    await button('footbridge').click();
    await expect.element(page.getByText('“footbridge” is muted, in all its forms.')).toBeVisible();
    expect(surface.stored.mutedWords).toEqual(['footbridge']);
    await chooseFromMenu('Mute a word…');
    await page.getByLabelText('Another word or phrase').fill('  prime minister ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => surface.stored.mutedWords).toEqual(['footbridge', 'prime minister']);
  });

  it('is refused with a reason, and nothing to take back', async () => {
    await popupOf([BRIDGE], (surface) => surface.refusals.set('hideStory', { code: 'storage' }));
    await chooseFromMenu('Hide this story');
    await expect.element(page.getByText('That did not work')).toBeVisible();
    expect(button('Undo').query()).toBeNull();
  });
});

describe('the menu of a row', () => {
  it('is walked by arrows and first letters, and closed by Esc', async () => {
    await popupOf();
    const more = button('More').first();
    (more.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
    await expect.element(item('Show the first lines')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Hide this story')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item(/^Mute Northgate/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Show the first lines')).toHaveFocus();
    await userEvent.keyboard('m');
    await expect.element(item('Mute a word…')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(more).toHaveFocus();
    expect(page.getByRole('menu').query()).toBeNull();
  });

  it('closes when the focus leaves it', async () => {
    await popupOf();
    await button('More').first().click();
    await userEvent.tab();
    await expect.poll(() => page.getByRole('menu').query()).toBeNull();
  });
});

describe('keys', () => {
  it('go from headline to headline and back, also on the Ukrainian layout', async () => {
    await popupOf();
    const link = (name: string) => page.getByRole('link', { name });
    await userEvent.keyboard('j');
    await expect.element(link(BRIDGE.title)).toHaveFocus();
    press('о', 'KeyJ');
    await expect.element(link(CHESS.title)).toHaveFocus();
    press('л', 'KeyK');
    await expect.element(link(BRIDGE.title)).toHaveFocus();
  });

  it('mark, save and open the row that has the focus', async () => {
    const surface = await popupOf();
    await userEvent.keyboard('j');
    await userEvent.keyboard('m');
    await userEvent.keyboard('s');
    await userEvent.keyboard('o');
    await expect
      .poll(() => surface.calls)
      .toEqual(['markRead([1], true)', 'saveArticles([1], true)', 'openArticle(1, "site")']);
  });

  it('are heard by rows as soon as these are drawn', async () => {
    const surface = fakeSurface([BRIDGE, CHESS]);
    localStorage.clear();
    const pressed = new Promise<void>((resolve) => {
      const rows = new MutationObserver(() => {
        if (document.querySelector('[data-row]') === null) return;
        rows.disconnect();
        press('j', 'KeyJ');
        press('m', 'KeyM');
        resolve();
      });
      rows.observe(document.body, { childList: true, subtree: true });
    });
    await drawPopup(surface);
    await pressed;
    expect(surface.calls).toEqual(['markRead([1], true)']);
  });

  it('unfold the first lines, and fold them again', async () => {
    await popupOf();
    await userEvent.keyboard('j');
    await userEvent.keyboard(' ');
    expect(itemOf(BRIDGE.title).textContent).toContain('saves ten minutes on foot');
    await userEvent.keyboard(' ');
    await settled();
    expect(itemOf(BRIDGE.title).textContent).not.toContain('saves ten minutes on foot');
  });

  it('press a button with Space as everywhere', async () => {
    const surface = await popupOf();
    (button('Mark as read').first().element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await expect.poll(() => surface.calls).toEqual(['markRead([1], true)']);
  });

  it('choose a tab by its number', async () => {
    await popupOf();
    await userEvent.keyboard('2');
    await expect.element(page.getByRole('tab', { name: 'Top' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('1');
    await expect.element(page.getByRole('tab', { name: /^Latest/ })).toHaveAttribute('aria-selected', 'true');
  });

  it('show what they do in a sheet that Esc closes', async () => {
    await popupOf();
    await userEvent.keyboard('j');
    await userEvent.keyboard('?');
    const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
    await expect.element(sheet).toBeVisible();
    await userEvent.keyboard('m');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => sheet.query()).toBeNull();
    await expect.element(page.getByRole('link', { name: BRIDGE.title })).toHaveFocus();
  });

  it('do nothing in a field, with Ctrl, or where the reader switched them off', async () => {
    const surface = await popupOf([BRIDGE], (one) => {
      one.stored = { ...one.stored, shortcuts: false };
    });
    await settled();
    await userEvent.keyboard('j');
    await userEvent.keyboard('2');
    expect(document.activeElement).toBe(document.body);
    surface.stored = { ...surface.stored, shortcuts: true };
    surface.changed();
    await settled();
    press('j', 'KeyJ', { ctrlKey: true });
    expect(document.activeElement).toBe(document.body);
    await chooseFromMenu('Mute a word…');
    await page.getByLabelText('Another word or phrase').click();
    await userEvent.keyboard('jm2');
    await expect.element(page.getByLabelText('Another word or phrase')).toHaveValue('jm2');
    expect(surface.calls).toEqual([]);
  });

  it('bring more news at the end of the list', async () => {
    await popupOf(latestRows(60));
    const links = headlines()
      .elements()
      .map((heading) => heading.closest('a'));
    links.at(-1)?.focus();
    await userEvent.keyboard('j');
    await expect.poll(() => titles().length).toBe(60);
  });
});

describe('the place where the popup was left', () => {
  it('is remembered as it changes: tab, rows and scroll', async () => {
    await popupOf(latestRows(120));
    await button('More news').click();
    await expect.poll(() => titles().length).toBe(100);
    list().scrollTop = 3_000;
    await expect.poll(() => localStorage.getItem('popup-place')).toContain('"scroll":3000');
    expect(JSON.parse(localStorage.getItem('popup-place') ?? '{}')).toMatchObject({
      tab: 'latest',
      rows: 100,
    });
  });

  it('is where it opens again', async () => {
    const left = {
      tab: 'latest',
      query: '',
      scroll: 3_000,
      rows: 100,
      narrowing: { only: 'unread' },
    } as const;
    await drawPopup(
      fakeSurface([CHESS, ...latestRows(120).map((row) => ({ ...row, id: row.id + 10 }))]),
      600,
      left,
    );
    await expect.poll(() => titles().length).toBe(100);
    await expect.poll(() => list().scrollTop).toBe(3_000);
    expect(titles()).not.toContain(CHESS.title);
    await expect.element(button('Unread')).toHaveAttribute('aria-pressed', 'true');
  });

  it('may be another tab', async () => {
    await drawPopup(fakeSurface([BRIDGE]), 600, {
      tab: 'top',
      query: '',
      scroll: 0,
      rows: 50,
      narrowing: {},
    });
    await expect.element(page.getByRole('tab', { name: 'Top' })).toHaveAttribute('aria-selected', 'true');
    await expect.element(page.getByText('Too few sources to rank')).toBeVisible();
  });

  it('may be a search, with what was searched for', async () => {
    const surface = fakeSurface([BRIDGE]);
    const left = { tab: 'search', query: 'bridge', scroll: 0, rows: 50, narrowing: {} } as const;
    await drawPopup(surface, 600, left);
    await expect.element(page.getByRole('textbox')).toHaveValue('bridge');
    await page.getByRole('textbox').fill('bridges');
    await expect
      .poll(() => JSON.parse(localStorage.getItem('popup-place') ?? '{}'))
      .toMatchObject({ tab: 'search', query: 'bridges' });
  });
});

/** A key as a layout sends it that the test's keyboard does not have. */
function press(key: string, code: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more }));
}
