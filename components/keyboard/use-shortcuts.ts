import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { useAnswer } from '../app/use-answer.ts';
import { rowAsText } from '../latest/row-text.ts';
import type { LatestActions } from '../latest/state.ts';
import { type Command, commandOf, takesKeys } from './keys.ts';
import { focusedRow, moveFocus, type RowHandle } from './row-handles.ts';

interface ShortcutHandlers {
  readonly actions: LatestActions;
  /** The last row was reached, and the reader goes on: once for each press, however long the key is held. */
  readonly onEnd?: (() => void) | undefined;
  /** 1 to 4. */
  readonly onTab?: ((number: number) => void) | undefined;
  readonly onSearch?: (() => void) | undefined;
  readonly onHelp: () => void;
  /** The headline was copied. */
  readonly onCopied: () => void;
}

/** Single keys do things for as long as the component is drawn, unless the reader switched that off. */
export function useShortcuts(shortcuts: ShortcutHandlers): void {
  const { value: settings } = useAnswer((surface) => surface.settings());
  const isOn = settings?.shortcuts ?? true;
  const run = useCommand(shortcuts);
  // Not after the painting: what is seen hears keys.
  useLayoutEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || takesKeys(document.activeElement) || isModal()) return;
      const command = commandOf(event);
      if (command !== null && run.current(command, event.repeat)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn, run]);
}

/** A dialog or a menu is open: keys are its. */
function isModal(): boolean {
  return document.querySelector('dialog[open], [role=menu]') !== null;
}

function useCommand(shortcuts: ShortcutHandlers) {
  const { text, times } = useLede();
  const { actions, onEnd, onTab, onSearch, onHelp, onCopied } = shortcuts;
  /** Gives false where the key does nothing here, and is left to the browser. */
  const run = (command: Command, isHeld: boolean): boolean => {
    switch (command) {
      case 'next':
        if (!moveFocus(1) && !isHeld) onEnd?.();
        return true;
      case 'previous':
        return moveFocus(-1) || true;
      case 'search':
        onSearch?.();
        return onSearch !== undefined;
      case 'help':
        onHelp();
        return true;
      case 'open':
      case 'save':
      case 'mark':
      case 'copy':
      case 'unfold':
        return withRow(command);
      default:
        onTab?.(Number(command.slice('tab-'.length)));
        return onTab !== undefined;
    }
  };
  const withRow = (command: 'open' | 'save' | 'mark' | 'copy' | 'unfold'): boolean => {
    const handle = focusedRow();
    if (handle === null || (command === 'unfold' && !isOnHeadline())) return false;
    doWithRow(command, handle);
    return true;
  };
  const doWithRow = (command: 'open' | 'save' | 'mark' | 'copy' | 'unfold', { row, unfold }: RowHandle) => {
    if (command === 'open') actions.openSite(row);
    else if (command === 'save') actions.save(row, !row.saved);
    else if (command === 'mark') actions.mark(row, row.unread);
    else if (command === 'unfold') unfold();
    else void navigator.clipboard.writeText(rowAsText(row, text, times)).then(onCopied, () => undefined);
  };
  const latest = useRef(run);
  latest.current = run;
  return latest;
}

/** Space presses a button that has the focus; only on a headline it is free. */
function isOnHeadline(): boolean {
  return document.activeElement?.matches('.headline-link') ?? false;
}
