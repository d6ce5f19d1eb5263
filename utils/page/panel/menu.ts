/** The panel's menu: arrows, first letters, Esc. */
import { element, icon, words } from './elements.ts';

export interface MenuItem {
  /** Asked whenever the menu opens. */
  readonly label: () => string;
  /** Null: an item that is not switched on and off. */
  readonly isChecked: () => boolean | null;
  readonly onPress: (event: Event) => void;
}

export interface Menu {
  readonly element: HTMLElement;
  open(): void;
  close(): void;
  readonly isOpen: () => boolean;
}

const CHECK = 'M3 8.5 6.5 12 13 4.5';

/** A menu of groups of items with a line between; `button` opens it and gets the focus back. */
export function createMenu(
  label: string,
  groups: readonly (readonly MenuItem[])[],
  button: HTMLButtonElement,
): Menu {
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': label, hidden: '' });
  const items: HTMLButtonElement[] = [];
  const refreshers: (() => void)[] = [];
  for (const [at, group] of groups.entries()) {
    if (at > 0) list.append(element('hr'));
    for (const { label, isChecked, onPress } of group) {
      const name = words('');
      const isSwitch = isChecked() !== null;
      const role = isSwitch ? 'menuitemcheckbox' : 'menuitem';
      const item = element(
        'button',
        { type: 'button', role, tabindex: '-1' },
        name,
        ...(isSwitch ? [icon(CHECK)] : []),
      );
      refreshers.push(() => {
        name.setAttribute('data-text', label());
        item.setAttribute('aria-label', label());
        if (isSwitch) item.setAttribute('aria-checked', String(isChecked()));
      });
      item.addEventListener('click', onPress);
      items.push(item);
      list.append(item);
    }
  }
  const setOpen = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  const close = (): void => {
    if (list.hidden) return;
    // First the focus: see `panelTree`.
    button.focus();
    setOpen(false);
  };
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(event.target as HTMLButtonElement);
    const next = nextItem(items, at, event.key);
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      if (event.key === 'Escape') event.preventDefault();
      close();
    }
  });
  return {
    element: list,
    open: () => {
      for (const refresh of refreshers) refresh();
      setOpen(true);
      items[0]?.focus();
    },
    close,
    isOpen: () => !list.hidden,
  };
}

function nextItem(
  items: readonly HTMLButtonElement[],
  at: number,
  key: string,
): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (key.length !== 1) return undefined;
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return after.find((item) =>
        item.getAttribute('aria-label')?.toLowerCase().startsWith(key.toLowerCase()),
      );
    }
  }
}
