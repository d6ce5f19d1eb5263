/** What stands on the bar for a moment after the reader hid it: taking it back, and not wanting it on this site. */
import type { Text } from '../../i18n/catalogue.ts';
import { element, words } from '../panel/elements.ts';

/** For how long, in ms; longer while the reader's keys are in it. */
export const STANDS = 5_000;

export interface BarNote {
  readonly element: HTMLElement;
  /** Stands in the place of the line; `withKeys`: the reader came by keys, which go on in it. */
  open(withKeys: boolean): void;
  /** The bar leaves. */
  finish(): void;
  stop(): void;
}

interface NoteActions {
  readonly turnOff: () => void;
  readonly hidden: () => void;
  readonly leave: () => void;
  readonly isMeant: (event: Event) => boolean;
  readonly shown: () => void;
  readonly hasFocus: () => boolean;
}

/** The note; `line` is what it stands in the place of, and `hide` the button that led to it. */
export function createNote(
  text: Text,
  line: readonly Element[],
  actions: NoteActions,
  hide: HTMLButtonElement,
): BarNote {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const undo = wordButton(text('bar.undo'));
  const off = wordButton(text('bar.off'));
  const note = element(
    'div',
    { class: 'note-line', role: 'status', hidden: '' },
    words(text('bar.hidden'), { class: 'note' }),
    undo,
    off,
  );
  const show = (isNote: boolean): void => {
    note.hidden = !isNote;
    for (const part of line) part.toggleAttribute('hidden', isNote);
  };
  const stop = (): void => clearTimeout(timer);
  const finish = (): void => {
    stop();
    actions.leave();
    actions.hidden();
  };
  const wait = (): void => {
    timer = setTimeout(() => (actions.hasFocus() ? wait() : finish()), STANDS);
  };
  undo.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    stop();
    for (const part of line) part.removeAttribute('hidden');
    // First the focus: see `panelTree`.
    if (event.detail === 0) hide.focus();
    else undo.blur();
    show(false);
    actions.shown();
  });
  off.addEventListener('click', (event) => {
    if (!actions.isMeant(event)) return;
    actions.turnOff();
    finish();
  });
  return {
    element: note,
    open: (withKeys) => {
      note.hidden = false;
      // What is hidden keeps the focus for a while.
      if (withKeys) undo.focus();
      else hide.blur();
      show(true);
      actions.shown();
      wait();
    },
    finish,
    stop,
  };
}

function wordButton(label: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'word-button', 'aria-label': label }, words(label));
}
