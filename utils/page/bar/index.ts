/**
 * The ticker at the lower edge of a page, with the manners of the panel: a closed root without text, headlines in a
 * sandboxed frame. What is done with it goes through `BarActions`, so that it can be drawn without an extension.
 */
import type { Text } from '../../i18n/catalogue.ts';
import type { BarView } from '../../model/panel.ts';
import { element, glyph, iconButton, words } from '../panel/elements.ts';
import { type Guard, guard } from '../panel/guard.ts';
import { createHost } from '../panel/host.ts';
import { themeOf } from '../panel/theme.ts';
import { barDocument } from './frame.ts';
import { createNote } from './note.ts';
import { makeRoom } from './room.ts';
import { BAR_HEIGHT, BAR_STYLE } from './style.ts';
import { createTurns } from './turns.ts';
import { createWindow } from './window.ts';

export interface BarActions {
  /** 'Not on this site'. */
  readonly turnOff: () => void;
  /** The reader hid it, and did not take that back. */
  readonly hidden: () => void;
  /** UTC ms. */
  readonly now: () => number;
}

export interface Bar {
  /** Has it show other headlines. */
  update(view: BarView): void;
  /** Takes everything of it out of the page. */
  leave(): void;
}

const PREVIOUS = 'M9.5 4 5.5 8l4 4';
const NEXT = 'm6.5 4 4 4-4 4';
const PAUSE = 'M5.5 3.5v9M10.5 3.5v9';
const PLAY = 'M5 3.5 12 8l-7 4.5z';
const CROSS = 'M4 4l8 8M12 4l-8 8';

/** Draws the bar on the page. */
export function drawBar(view: BarView, text: Text, actions: BarActions): Bar {
  const theme = themeOf(document);
  const { element: host, root, remove } = createHost('bar', theme, BAR_STYLE);
  let watch: Guard | undefined;
  const tree = barTree(view, text, theme, {
    ...actions,
    leave: () => leave(),
    isMeant: (event) => watch?.isMeant(event) ?? false,
    shown: () => watch?.shown(),
    hasFocus: () => root.activeElement !== null,
  });
  root.append(tree.element);
  watch = guard(host, tree.element);
  const giveBack = makeRoom(document, BAR_HEIGHT);
  function leave(): void {
    watch?.stop();
    tree.stop();
    remove();
    giveBack();
  }
  return { update: tree.update, leave };
}

interface TreeActions extends BarActions {
  readonly leave: () => void;
  readonly isMeant: (event: Event) => boolean;
  /** Something that can be clicked came into sight just now. */
  readonly shown: () => void;
  /** Whether the reader's keys are in it. */
  readonly hasFocus: () => boolean;
}

interface Tree extends Pick<Bar, 'update'> {
  readonly element: HTMLElement;
  stop(): void;
}

/** What stands in the closed root; tests put it in an open one. */
export function barTree(view: BarView, text: Text, theme: 'light' | 'dark', actions: TreeActions): Tree {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let [shown, at, isPointedAt] = [view, 0, false];
  const label = words('', { class: 'label' });
  const count = words('', { class: 'count' });
  const place = createWindow(text('ticker.label'));
  const fill = (): void => {
    const { items, breaking } = shown;
    const isBreaking = at < breaking;
    tree.classList.toggle('breaking', isBreaking);
    label.setAttribute('data-text', text(isBreaking ? 'ticker.breaking' : 'ticker.latest'));
    count.setAttribute('data-text', `${at + 1}/${items.length}`);
    const next = items.length > 1 ? [items[(at + 1) % items.length]] : [];
    const turn = [items[at], ...next].flatMap((item) => item ?? []);
    place.show(barDocument({ items: turn, isBreaking, text, theme, now: actions.now() }));
  };
  const isHeld = (): boolean => still || isPointedAt || !note.element.hidden || actions.hasFocus();
  const turns = createTurns(isHeld, (by) => {
    at = (at + by + shown.items.length) % shown.items.length;
    fill();
  });
  const hide = iconButton(CROSS, text('bar.hide'));
  const line = [glyph(), label, place.element, count, createButtons(text, turns, still, hide)];
  const note = createNote(text, line, actions, hide);
  hide.addEventListener('click', (event) => event.isTrusted && note.open(event.detail === 0));
  const tree = element(
    'section',
    { class: `bar ${theme}${still ? ' still' : ''}`, 'aria-label': text('bar.label'), lang: text.language },
    ...line,
    note.element,
  );
  tree.addEventListener('pointerenter', () => {
    isPointedAt = true;
  });
  tree.addEventListener('pointerleave', () => {
    isPointedAt = false;
  });
  tree.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    if (note.element.hidden) note.open(true);
    else note.finish();
  });
  fill();
  return {
    element: tree,
    update: (newer) => {
      if (JSON.stringify(newer) === JSON.stringify(shown)) return;
      [shown, at] = [newer, 0];
      if (note.element.hidden && !actions.hasFocus()) fill();
    },
    stop: () => {
      turns.stop();
      note.stop();
    },
  };
}

/** Where nothing may move by itself there is nothing to pause. */
function createButtons(
  text: Text,
  turns: ReturnType<typeof createTurns>,
  still: boolean,
  hide: HTMLButtonElement,
): HTMLElement {
  const step = (path: string, key: 'ticker.previous' | 'ticker.next', by: number): HTMLButtonElement => {
    const button = iconButton(path, text(key));
    button.classList.add('step');
    button.addEventListener('click', (event) => event.isTrusted && turns.move(by));
    return button;
  };
  const pause = iconButton(PAUSE, text('ticker.pause'));
  pause.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    const isPaused = !turns.isPaused();
    turns.setPaused(isPaused);
    const name = text(isPaused ? 'ticker.resume' : 'ticker.pause');
    pause.setAttribute('aria-label', name);
    pause.setAttribute('title', name);
    pause.querySelector('path')?.setAttribute('d', isPaused ? PLAY : PAUSE);
  });
  return element(
    'div',
    { class: 'buttons' },
    step(PREVIOUS, 'ticker.previous', -1),
    ...(still ? [] : [pause]),
    step(NEXT, 'ticker.next', 1),
    hide,
  );
}
