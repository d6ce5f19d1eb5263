/** The panel on pages, its tree in an open root: what it says, its keys, its shape under hostile headlines. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createPanelText } from '../../utils/i18n/panel-text.ts';
import { PANEL_SITE, type PanelRow, type PanelView } from '../../utils/model/panel.ts';
import { frameDocument } from '../../utils/page/panel/frame.ts';
import { panelTree } from '../../utils/page/panel/index.ts';
import { dress, STYLE } from '../../utils/page/panel/style.ts';

const NOW = Date.UTC(2026, 10, 25, 19, 0);
const row = (title: string, more: Partial<PanelRow> = {}): PanelRow => ({
  title,
  url: 'https://herald.example/1',
  language: 'en',
  isForeign: false,
  at: NOW - 2 * 3_600_000,
  source: { name: 'Harbour Herald', host: 'herald.example' },
  reason: 'event',
  ...more,
});
const view = (more: Partial<PanelView> = {}): PanelView => ({
  groups: [
    {
      kind: 'same',
      rows: [row('New bridge opens in Kharkiv'), row('Міст відкрито', { language: 'uk', isForeign: true })],
    },
    { kind: 'related', rows: [row('Works on the river bank end', { reason: 'place' })] },
  ],
  address: location.href,
  site: { host: 'courier.example', ...PANEL_SITE },
  sources: 42,
  isFollowed: true,
  isAsked: false,
  language: 'en',
  ...more,
});

/**
 * What has the focus in a root. The window around the tests takes it from its frames now and then, as another window
 * would: then it is what had it last.
 */
function focusOf(root: ShadowRoot): () => Element | null {
  let last: Element | null = null;
  root.addEventListener('focusin', ({ target }) => {
    last = target as Element;
  });
  return () => (document.hasFocus() ? root.activeElement : last);
}

/** A key on an element. Not by the driver: it sends keys to the frame that has the focus in its window. */
function press(focused: Element | null, key: string): void {
  focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

function draw(shown: PanelView, theme: 'light' | 'dark' = 'light', isMeant = true) {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dress(root, STYLE);
  const actions = {
    choose: vi.fn(),
    open: vi.fn(),
    close: vi.fn(),
    now: () => NOW,
    isMeant: () => isMeant,
    shown: () => {},
  };
  root.append(panelTree(shown, createPanelText(shown.language), theme, actions));
  document.body.append(host);
  const find = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const item = (name: string): HTMLElement => find(`[role^=menuitem][aria-label="${name}"]`);
  return { root, actions, find, item, focused: focusOf(root) };
}

afterEach(() => {
  document.body.replaceChildren();
});

it('a headline of which no language is known is drawn, also where the browser left that out on its way', () => {
  // As Chromium hands it over: without the fields that are null.
  const { language: _left, ...rest } = row('Notiz ohne Sprache');
  const shown = view({ groups: [{ kind: 'same', rows: [rest as PanelRow] }] });
  const text = createPanelText('en');
  const html = frameDocument({ view: shown, text, theme: 'light', isExplained: false, now: NOW });
  expect(html).toContain('Notiz ohne Sprache');
  expect(html).not.toContain('undefined');
});

it('names the language of a foreign headline without its country, whose name would take the room of the outlet', () => {
  const rows = [row('Exchange at border brings 160 home', { language: 'en-GB', isForeign: true })];
  const shown = view({ language: 'uk', groups: [{ kind: 'same', rows }] });
  const text = createPanelText('uk');
  const html = frameDocument({ view: shown, text, theme: 'light', isExplained: false, now: NOW });
  expect(html).toContain('<span>англійська</span>');
  expect(html).toContain('lang="en-GB"');
});

describe('the pill', () => {
  it('says how much is related and of how many sources, and opens to the card', async () => {
    const { find } = draw(view());
    expect(find('.pill').getAttribute('aria-label')).toBe('3 related · 1 source');
    await userEvent.click(page.elementLocator(find('.pill')));
    expect(find('.card').hidden).toBe(false);
    expect(find('iframe').getAttribute('srcdoc')).toContain('New bridge opens in Kharkiv');
  });

  it('does not open by a click that a script of the page makes', () => {
    const { find } = draw(view());
    find('.pill').click();
    // There is none before the reader opens it.
    expect(() => find('.card')).toThrow();
    expect(find('.pill').hidden).toBe(false);
  });

  it('takes no focus by itself, also where the card opens by itself', () => {
    draw(view({ isAsked: true }));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the card', () => {
  it('is minimised by Esc, and the focus goes back to the pill', async () => {
    const { find, focused } = draw(view());
    await userEvent.click(page.elementLocator(find('.pill')));
    expect(focused()).toBe(find('[aria-label=Minimise]'));
    press(focused(), 'Escape');
    expect(find('.card').hidden).toBe(true);
    expect(focused()).toBe(find('.pill'));
  });

  it('remembers by its menu what is wanted of the site, and says so', async () => {
    const { find, item, actions, focused } = draw(view({ isAsked: true }));
    await userEvent.click(page.elementLocator(find('[aria-label=Menu]')));
    expect(item('Keep collapsed on this site').getAttribute('aria-checked')).toBe('true');
    press(focused(), 'ArrowDown');
    expect(focused()).toBe(item('Keep collapsed on this site'));
    await userEvent.click(page.elementLocator(item('Keep collapsed on this site')));
    expect(actions.choose).toHaveBeenLastCalledWith('open');
    expect(focused()).toBe(find('[aria-label=Menu]'));
    await userEvent.click(page.elementLocator(find('[aria-label=Menu]')));
    expect(item('Keep collapsed on this site').getAttribute('aria-checked')).toBe('false');
    await userEvent.click(page.elementLocator(item('Move to the left')));
    expect(actions.choose).toHaveBeenLastCalledWith('to-start');
    await userEvent.click(page.elementLocator(find('[aria-label=Menu]')));
    await userEvent.click(page.elementLocator(item('Not on this site')));
    expect(actions.choose).toHaveBeenLastCalledWith('off');
  });

  it('changes nothing by a click that was not meant', async () => {
    const { find, item, actions, focused } = draw(view({ isAsked: true, isFollowed: false }), 'light', false);
    await userEvent.click(page.elementLocator(find('[aria-label=Menu]')));
    await userEvent.click(page.elementLocator(item('Not on this site')));
    press(focused(), 'Escape');
    await userEvent.click(page.elementLocator(find('.foot button')));
    expect(actions.choose).not.toHaveBeenCalled();
    expect(actions.open).not.toHaveBeenCalled();
  });

  it('explains itself', async () => {
    const { find, item } = draw(view({ isAsked: true }));
    await userEvent.click(page.elementLocator(find('[aria-label=Menu]')));
    await userEvent.click(page.elementLocator(item('Why these?')));
    expect(find('iframe').getAttribute('srcdoc')).toContain('Nothing of this page was sent or kept');
  });

  it('says where a reader asked and nothing is related, and offers to follow the source', async () => {
    const { find, actions } = draw(view({ groups: [], isAsked: true, isFollowed: false }));
    expect(find('iframe').getAttribute('srcdoc')).toContain('Nothing related in your sources');
    await userEvent.click(page.elementLocator(find('.foot button')));
    expect(actions.open).toHaveBeenCalledWith('follow');
  });

  it('holds no text that a search of the page could find', () => {
    const { root } = draw(view({ isAsked: true }));
    expect(root.textContent?.replace(STYLE, '').trim()).toBe('');
  });
});

const HOSTILE = [
  'x'.repeat(2000),
  '<script>parent.document.title="ran"</script><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  'مرحبا بالعالم '.repeat(30),
  '新闻标题'.repeat(60),
  '\u202e gnitirw sdrawkcab \u202d',
  '🙂'.repeat(200),
];

describe('hostile headlines', () => {
  it('are text, in a document without scripts, and keep its width', async () => {
    const { find } = draw(
      view({ isAsked: true, groups: [{ kind: 'same', rows: HOSTILE.map((title) => row(title)) }] }),
    );
    const frame = find('iframe') as HTMLIFrameElement;
    expect(frame.getAttribute('sandbox')).toBe('allow-popups allow-popups-to-escape-sandbox');
    const doc = new DOMParser().parseFromString(frame.srcdoc, 'text/html');
    expect(doc.querySelectorAll('script,img,[onmouseover]')).toHaveLength(0);
    expect([...doc.querySelectorAll('b')].map((b) => b.textContent)).toEqual(HOSTILE);
    expect(find('.card').getBoundingClientRect().width).toBe(360);
    expect(find('.card').getBoundingClientRect().height).toBeLessThanOrEqual(560);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(['en', 'uk'] as const)(
    'pill, card, menu and headlines have no fault that axe finds, in %s',
    async (language) => {
      const shown = view({ language, isAsked: true, isFollowed: false });
      const { find } = draw(shown, theme);
      await userEvent.click(page.elementLocator(find('header button')));
      const found = await axe.run(document, {
        resultTypes: ['violations'],
        iframes: false,
        rules: {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'landmark-one-main': { enabled: false },
        },
      });
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const text = createPanelText(language);
      document.body.replaceChildren();
      const frame = document.createElement('iframe');
      frame.srcdoc = frameDocument({ view: shown, text, theme, isExplained: true, now: NOW });
      frame.style.cssText = 'width:360px;height:500px';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const inside = frame.contentWindow as (Window & { eval(code: string): void; axe: typeof axe }) | null;
      if (inside === null) throw new Error('the frame has no window');
      inside.eval(axe.source);
      const faults = await inside.axe.run({ resultTypes: ['violations'] });
      expect(faults.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});

it('a planted fault is found in the open root', async () => {
  const { find } = draw(view({ isAsked: true }));
  find('[aria-label=Minimise]').removeAttribute('aria-label');
  find('[title=Minimise]').removeAttribute('title');
  const { violations } = await axe.run(document, { resultTypes: ['violations'], iframes: false });
  expect(violations.map(({ id }) => id)).toContain('button-name');
});
