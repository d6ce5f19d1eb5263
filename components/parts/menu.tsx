/** A button that opens a menu (WAI-ARIA's pattern for menu buttons): arrows, Home, End, first letters, Esc. */
import './menu.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  readonly name: string;
  readonly onPress: () => void;
}

interface MenuProps {
  readonly icon: IconName;
  /** What it holds: the accessible name and the tooltip. */
  readonly label: string;
  /** Id of the element that says what its items are about. */
  readonly describedBy?: string;
  readonly items: readonly MenuItem[];
}

/** The button, and while it is open its items. */
export function MenuButton({ icon, label, describedBy, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (focus: boolean) => {
    setOpen(false);
    if (focus) button.current?.focus();
  };
  return (
    <span class="menu-anchor">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={open}
        title={label}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name={icon} />
      </button>
      {open && <Items label={label} items={items} onClose={close} />}
    </span>
  );
}

interface ItemsProps extends Pick<MenuProps, 'label' | 'items'> {
  /** `focus`: whether it goes back to the button. */
  readonly onClose: (focus: boolean) => void;
}

function Items({ label, items, onClose }: ItemsProps) {
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  // Before anything is painted: a key that comes at once is for the menu.
  useLayoutEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    menu.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = targetOf(event.key, all, at);
    if (event.key === 'Escape') onClose(true);
    else if (target) target.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (!menu.current?.contains(relatedTarget as Node | null)) onClose(false);
      }}
    >
      {items.map(({ name, onPress }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose(true);
            onPress();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function targetOf(key: string, all: readonly HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length];
    case 'ArrowUp':
      return all[(at - 1 + all.length) % all.length];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default: {
      const begins = (item: HTMLElement): boolean =>
        item.textContent?.toLowerCase().startsWith(key.toLowerCase()) ?? false;
      return key.length === 1 ? [...all.slice(at + 1), ...all.slice(0, at + 1)].find(begins) : undefined;
    }
  }
}
