/**
 * The panel of related news: a pill that opens to a card. Plain elements in a closed root; what is done with it goes
 * through `Actions`, so that it can be drawn without an extension.
 */
import type { Text } from '../../i18n/catalogue.ts';
import type { PanelView } from '../../model/panel.ts';
import { element, glyph, icon, iconButton, words } from './elements.ts';
import { frameDocument, frameHeight, measurer } from './frame.ts';
import { type Guard, guard } from './guard.ts';
import { createHost } from './host.ts';
import { createMenu, type Menu } from './menu.ts';
import { STYLE } from './style.ts';
import { themeOf } from './theme.ts';

type Choice = 'off' | 'collapsed' | 'open' | 'to-start' | 'to-end';

/** What the panel has done for it. */
export interface Actions {
  readonly choose: (choice: Choice) => void;
  readonly open: (page: 'follow' | 'settings') => void;
  /** UTC ms. */
  readonly now: () => number;
}

export interface Panel {
  /** Takes everything of it out of the page. */
  leave(): void;
}

const UP = 'M4 9.5l4-4 4 4';
const DOTS = 'M3.5 6.7a1.3 1.3 0 1 0 .01 0zM8 6.7a1.3 1.3 0 1 0 .01 0zM12.5 6.7a1.3 1.3 0 1 0 .01 0z';
const MINUS = 'M3.5 8h9';
const CROSS = 'M4 4l8 8M12 4l-8 8';

/** Draws the panel on the page. */
export function drawPanel(view: PanelView, text: Text, actions: Actions): Panel {
  const theme = themeOf(document);
  const { element: host, root, remove } = createHost('panel', theme, STYLE);
  host.dataset.side = view.site.side;
  let watch: Guard | undefined;
  const tree = panelTree(view, text, theme, {
    ...actions,
    choose: (choice) => {
      if (choice === 'to-start' || choice === 'to-end') host.dataset.side = choice.slice(3);
      if (choice === 'off') leave();
      actions.choose(choice);
    },
    close: () => leave(),
    isMeant: (event) => watch?.isMeant(event) ?? false,
    shown: () => watch?.shown(),
  });
  root.append(tree);
  watch = guard(host, tree);
  function leave(): void {
    watch?.stop();
    remove();
  }
  return { leave };
}

interface TreeActions extends Actions {
  readonly close: () => void;
  readonly isMeant: (event: Event) => boolean;
  /** Something that can be clicked came into sight just now. */
  readonly shown: () => void;
}

/** What stands in the closed root; tests put it in an open one. */
export function panelTree(
  view: PanelView,
  text: Text,
  theme: 'light' | 'dark',
  actions: TreeActions,
): HTMLElement {
  const pill = createPill(view, text);
  const tree = element('div', { class: `root ${theme}`, lang: text.language }, pill);
  // Most pills are never opened: until then the page holds nothing for the card.
  let card: Card | null = null;
  const theCard = (): Card => {
    if (card !== null) return card;
    const made = createCard(view, text, theme, actions);
    made.minimise.addEventListener('click', (event) => event.isTrusted && setOpen(false, true));
    tree.append(made.element);
    card = made;
    return made;
  };
  const setOpen = (isOpen: boolean, hasFocus: boolean): void => {
    const opened = isOpen ? theCard() : null;
    const [shown, left] = opened ? [opened.element, pill] : [pill, card?.element];
    shown.hidden = false;
    opened?.fill();
    // Only a reader who was on the panel is taken along with it; before what he was on is hidden, since a browser that
    // finds the focus in something hidden takes it away a moment later, wherever it is by then.
    if (hasFocus) (opened?.minimise ?? pill).focus();
    if (left) left.hidden = true;
    pill.setAttribute('aria-expanded', String(isOpen));
    actions.shown();
  };
  pill.addEventListener('click', (event) => event.isTrusted && setOpen(true, true));
  tree.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || card === null || card.element.hidden || card.menu.isOpen()) return;
    event.stopPropagation();
    setOpen(false, true);
  });
  setOpen(view.isAsked || !view.site.isCollapsed, false);
  return tree;
}

function createPill(view: PanelView, text: Text): HTMLButtonElement {
  const rows = view.groups.flatMap((group) => group.rows);
  const outlets = new Set(rows.map(({ source }) => source.host)).size;
  const related = text('panel.count', { n: rows.length });
  const from = `· ${text('panel.sources', { n: outlets })}`;
  const label = rows.length === 0 ? text('panel.title') : `${related} ${from}`;
  const shown = rows.length === 0 ? [words(label)] : [words(related), words(from, { class: 'sub' })];
  return element(
    'button',
    { type: 'button', class: 'pill', 'aria-label': label, 'aria-expanded': 'false' },
    glyph(),
    ...shown,
    icon(UP),
  );
}

interface Card {
  readonly element: HTMLElement;
  readonly minimise: HTMLButtonElement;
  readonly menu: Menu;
  /** Has a frame draw the headlines; before that there is none: an empty one costs a page a third of a megabyte. */
  fill(): void;
}

function createCard(view: PanelView, text: Text, theme: 'light' | 'dark', actions: TreeActions): Card {
  const minimise = iconButton(MINUS, text('panel.minimise'));
  const close = iconButton(CROSS, text('panel.close'));
  const dots = iconButton(DOTS, text('panel.menu'), { 'aria-haspopup': 'menu', 'aria-expanded': 'false' });
  dots.firstElementChild?.classList.add('dots');
  let frame: HTMLIFrameElement | null = null;
  let isExplained = false;
  const fill = (): void => {
    // A frame of its own for each document: a second one in the same frame would be a step in the page's history.
    const before = frame;
    frame = createFrame(text);
    if (before === null) menu.element.before(frame);
    else before.replaceWith(frame);
    frame.style.setProperty('block-size', `${frameHeight(view, measurer()) + (isExplained ? 120 : 0)}px`);
    frame.srcdoc = frameDocument({ view, text, theme, isExplained, now: actions.now() });
  };
  const meant = (act: () => void) => (event: Event) => {
    if (actions.isMeant(event)) act();
  };
  const menu = createMenu(
    text('panel.menu'),
    menuGroups(
      view,
      text,
      actions,
      meant,
      () => menu.close(),
      () => {
        isExplained = true;
        fill();
      },
    ),
    dots,
  );
  dots.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    if (menu.isOpen()) return menu.close();
    actions.shown();
    menu.open();
  });
  close.addEventListener('click', (event) => event.isTrusted && actions.close());
  const title = element('div', {
    class: 'title',
    role: 'heading',
    'aria-level': '2',
    'aria-label': text('panel.title'),
    'data-text': text('panel.title'),
  });
  const header = element('header', {}, glyph(), title, dots, minimise, close);
  const card = element('aside', { class: 'card', 'aria-label': 'Lede', hidden: '' }, header);
  if (!view.isFollowed)
    card.append(
      followButton(
        text,
        meant(() => actions.open('follow')),
      ),
    );
  card.append(menu.element);
  return { element: card, minimise, menu, fill: () => frame === null && fill() };
}

function createFrame(text: Text): HTMLIFrameElement {
  const sandbox = 'allow-popups allow-popups-to-escape-sandbox';
  return element('iframe', { title: text('panel.title'), sandbox });
}

function followButton(text: Text, onPress: (event: Event) => void): HTMLElement {
  const label = text('panel.follow');
  const button = element('button', { type: 'button', 'aria-label': label }, words(label));
  button.addEventListener('click', onPress);
  return element('div', { class: 'foot' }, button);
}

function menuGroups(
  view: PanelView,
  text: Text,
  actions: TreeActions,
  meant: (act: () => void) => (event: Event) => void,
  close: () => void,
  explain: () => void,
) {
  let { isCollapsed, side } = view.site;
  const item = (label: () => string, act: () => void, isChecked: () => boolean | null = () => null) => ({
    label,
    isChecked,
    onPress: meant(() => {
      close();
      act();
    }),
  });
  return [
    [
      item(
        () => text('panel.off'),
        () => actions.choose('off'),
      ),
      item(
        () => text('panel.collapsed'),
        () => {
          isCollapsed = !isCollapsed;
          actions.choose(isCollapsed ? 'collapsed' : 'open');
        },
        () => isCollapsed,
      ),
      item(
        () => text(side === 'end' ? 'panel.toStart' : 'panel.toEnd'),
        () => {
          side = side === 'end' ? 'start' : 'end';
          actions.choose(`to-${side}`);
        },
      ),
    ],
    [
      item(() => text('panel.why'), explain),
      item(
        () => text('panel.settings'),
        () => actions.open('settings'),
      ),
    ],
  ];
}
