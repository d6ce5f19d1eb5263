/** The bar on pages, its tree in an open root: what it says, whose turn it is, its keys and its manners. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createPanelText } from '../../utils/i18n/panel-text.ts';
import type { BarItem, BarView } from '../../utils/model/panel.ts';
import { barDocument } from '../../utils/page/bar/frame.ts';
import { barTree } from '../../utils/page/bar/index.ts';
import { STANDS } from '../../utils/page/bar/note.ts';
import { makeRoom } from '../../utils/page/bar/room.ts';
import { BAR_STYLE } from '../../utils/page/bar/style.ts';
import { EACH } from '../../utils/page/bar/turns.ts';
import { dress } from '../../utils/page/panel/style.ts';

const NOW = Date.UTC(2026, 10, 25, 19, 0);
const item = (title: string): BarItem => ({
  title,
  url: 'https://herald.example/1',
  language: 'en',
  at: NOW - 2 * 60_000,
  source: { name: 'Harbour Herald', host: 'herald.example' },
});
const TITLES = ['New bridge opens in Kharkiv', 'Міст відкрито', 'Works on the river bank end'];
const view = (more: Partial<BarView> = {}): BarView => ({
  items: TITLES.map(item),
  breaking: 0,
  language: 'en',
  ...more,
});

function draw(shown: BarView, theme: 'light' | 'dark' = 'light', isMeant = true) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dress(root, BAR_STYLE);
  const actions = {
    turnOff: vi.fn(),
    hidden: vi.fn(),
    leave: vi.fn(),
    now: () => NOW,
    isMeant: () => isMeant,
    shown: () => {},
    hasFocus: () => root.activeElement !== null,
  };
  const tree = barTree(shown, createPanelText(shown.language), theme, actions);
  root.append(tree.element);
  document.body.append(host);
  const find = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const button = (name: string): HTMLElement => find(`button[aria-label="${name}"]`);
  const press = (name: string) => userEvent.click(page.elementLocator(button(name)));
  /** The headline whose turn it is. */
  const turn = () => {
    const frame = [...root.querySelectorAll('iframe')].at(-1);
    return new DOMParser().parseFromString(frame?.srcdoc ?? '', 'text/html').querySelector('a')?.textContent;
  };
  return { root, tree, actions, find, button, press, turn };
}

/** A key on what has the focus in a root: see `panel.test.tsx`. */
function type(root: ShadowRoot, key: string): void {
  root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

beforeEach(() => page.viewport(1000, 400));

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('the line', () => {
  it('shows the newest, of how many, and steps both ways', async () => {
    const { turn, find, press, tree } = draw(view());
    expect(turn()).toBe(TITLES[0]);
    expect(find('.label').dataset.text).toBe('Latest');
    expect(find('.count').dataset.text).toBe('1/3');
    await press('Next headline');
    expect([turn(), find('.count').dataset.text]).toEqual([TITLES[1], '2/3']);
    await press('Previous headline');
    await press('Previous headline');
    expect([turn(), find('.count').dataset.text]).toEqual([TITLES[2], '3/3']);
    tree.stop();
  });

  it('is red while a headline that breaks has its turn', async () => {
    const { find, press, tree } = draw(view({ breaking: 1 }));
    expect(find('.label').dataset.text).toBe('Breaking');
    expect(find('.bar').classList.contains('breaking')).toBe(true);
    await press('Next headline');
    expect(find('.bar').classList.contains('breaking')).toBe(false);
    tree.stop();
  });

  it('takes no focus, and holds no text that a search of the page could find', () => {
    const { root, tree } = draw(view());
    expect(document.activeElement).toBe(document.body);
    expect(root.textContent?.replace(BAR_STYLE, '').trim()).toBe('');
    tree.stop();
  });

  it('does nothing by a click that a script of the page makes', () => {
    const { button, turn, find, tree } = draw(view());
    for (const name of ['Next headline', 'Hide', 'Pause ticker']) button(name).click();
    expect(turn()).toBe(TITLES[0]);
    expect(find('.note-line').hidden).toBe(true);
    expect(button('Pause ticker')).toBeTruthy();
    tree.stop();
  });
});

describe('turns', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  });

  it('go on by themselves, but not while paused, pointed at, or with the focus in it', () => {
    const { turn, find, button, tree } = draw(view());
    vi.advanceTimersByTime(EACH);
    expect(turn()).toBe(TITLES[1]);
    find('.bar').dispatchEvent(new PointerEvent('pointerenter'));
    vi.advanceTimersByTime(EACH * 2);
    expect(turn()).toBe(TITLES[1]);
    find('.bar').dispatchEvent(new PointerEvent('pointerleave'));
    button('Hide').focus();
    vi.advanceTimersByTime(EACH * 2);
    expect(turn()).toBe(TITLES[1]);
    button('Hide').blur();
    vi.advanceTimersByTime(EACH);
    expect(turn()).toBe(TITLES[2]);
    tree.stop();
    vi.advanceTimersByTime(EACH * 3);
    expect(turn()).toBe(TITLES[2]);
  });

  it('wait behind a pause', async () => {
    vi.useRealTimers();
    const { turn, button, press, root, tree } = draw(view());
    await press('Pause ticker');
    expect(button('Resume ticker')).toBeTruthy();
    (root.activeElement as HTMLElement | null)?.blur();
    expect(turn()).toBe(TITLES[0]);
    tree.stop();
  });

  it('do not go on by themselves where little motion is asked for: there is nothing to pause', () => {
    const asked = vi.spyOn(globalThis, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
    const { turn, root, tree } = draw(view());
    vi.advanceTimersByTime(EACH * 3);
    expect(turn()).toBe(TITLES[0]);
    expect(root.querySelector('[aria-label="Pause ticker"]')).toBe(null);
    asked.mockRestore();
    tree.stop();
  });
});

describe('hiding', () => {
  it('by Esc offers to take it back, which the keys can do', () => {
    const { root, find, button, actions, tree } = draw(view());
    button('Next headline').focus();
    type(root, 'Escape');
    expect(find('.note-line').hidden).toBe(false);
    expect(find('.window').hidden).toBe(true);
    expect(root.activeElement).toBe(button('Undo'));
    type(root, 'Escape');
    expect(actions.leave).toHaveBeenCalledOnce();
    expect(actions.hidden).toHaveBeenCalledOnce();
    tree.stop();
  });

  it('by the pointer ends a moment later, unless it is taken back', async () => {
    const { find, press, actions, tree } = draw(view());
    await press('Hide');
    await press('Undo');
    expect(find('.note-line').hidden).toBe(true);
    expect(find('.window').hidden).toBe(false);
    expect(actions.leave).not.toHaveBeenCalled();
    await press('Hide');
    await vi.waitFor(() => expect(actions.leave).toHaveBeenCalledOnce(), { timeout: STANDS + 3000 });
    tree.stop();
  }, 20_000);

  it('can be for good on this site, by a click that was meant', async () => {
    const tricked = draw(view(), 'light', false);
    await tricked.press('Hide');
    await tricked.press('Not on this site');
    expect(tricked.actions.turnOff).not.toHaveBeenCalled();
    tricked.tree.stop();
    document.body.replaceChildren();
    const { press, actions, tree } = draw(view());
    await press('Hide');
    await press('Not on this site');
    expect(actions.turnOff).toHaveBeenCalledOnce();
    expect(actions.leave).toHaveBeenCalledOnce();
    tree.stop();
  });
});

describe('room at the end of the page', () => {
  it('is made where the page scrolls, and taken back without a trace', () => {
    const html = document.documentElement;
    const before = html.getAttribute('style');
    const tall = document.createElement('div');
    tall.style.blockSize = '5000px';
    document.body.append(tall);
    const length = html.scrollHeight;
    const giveBack = makeRoom(document, 34);
    expect(html.scrollHeight).toBe(length + 34);
    giveBack();
    expect(html.scrollHeight).toBe(length);
    expect(html.getAttribute('style')).toBe(before);
  });

  it('is not made where all of the page is in its window', () => {
    const before = document.documentElement.getAttribute('style');
    makeRoom(document, 34);
    expect(document.documentElement.getAttribute('style')).toBe(before);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(['en', 'uk'] as const)(
    'line, note and headline have no fault that axe finds, in %s',
    async (language) => {
      for (const breaking of [0, 3]) {
        const { press, tree } = draw(view({ language, breaking }), theme);
        const rules = {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'landmark-one-main': { enabled: false },
        };
        const look = async () => {
          const { violations } = await axe.run(document, {
            resultTypes: ['violations'],
            iframes: false,
            rules,
          });
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        };
        await look();
        await press(language === 'en' ? 'Hide' : 'Сховати');
        await look();
        tree.stop();
        document.body.replaceChildren();
        const frame = document.createElement('iframe');
        const text = createPanelText(language);
        frame.srcdoc = barDocument({
          items: TITLES.map(item).slice(0, 2),
          isBreaking: breaking > 0,
          text,
          theme,
          now: NOW,
        });
        frame.style.cssText = 'width:1000px;height:34px';
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
        const inside = frame.contentWindow as (Window & { eval(code: string): void; axe: typeof axe }) | null;
        if (inside === null) throw new Error('the frame has no window');
        inside.eval(axe.source);
        const { violations } = await inside.axe.run({
          resultTypes: ['violations'],
          rules: { 'page-has-heading-one': { enabled: false } },
        });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        document.body.replaceChildren();
      }
    },
  );
});
