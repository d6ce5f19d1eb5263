/** Small parts that every surface is made of: buttons here, notes, badges and icons in the files beside. */
import './parts.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does: the accessible name and the tooltip. */
  readonly label: string;
  /** Id of the element that says what it does that to. */
  readonly describedBy?: string;
  /** Whether what it opens and closes is open; absent for any other button. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

/** A button that shows an icon alone. */
export function IconButton({ icon, label, describedBy, expanded, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-describedby={describedBy}
      aria-expanded={expanded}
      title={label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

interface ButtonProps {
  readonly look?: 'primary' | 'plain' | 'small' | 'small primary' | 'small quiet';
  /** The accessible name, where the words alone do not say what the button does that to; it begins with them. */
  readonly label?: string;
  /** Id of the element that says what it does that to. */
  readonly describedBy?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A button with words on it. */
export function Button({ look = 'plain', label, describedBy, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
