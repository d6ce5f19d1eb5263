import { useEffect, useRef } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { IconButton } from '../parts/buttons.tsx';
import { mainOf } from '../parts/focus.ts';
import { Icon } from '../parts/icon.tsx';

/** What is typed beyond it was pasted by mistake. */
const MOST_CHARACTERS = 2_000;

interface SearchFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Esc clears it, then leaves it for the list below. */
export function SearchField({ typed, onType }: SearchFieldProps) {
  const { text } = useLede();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Who came by the arrows of the tabs is still on the way through them.
    if (!document.activeElement?.matches('[role=tab]:focus-visible')) field.current?.focus();
  }, []);
  const clear = () => {
    onType('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // Unhandled it would close the popup.
    event.preventDefault();
    if (typed !== '') clear();
    else if (field.current) mainOf(field.current)?.focus();
  };
  return (
    <search class="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={text('search.label')}
        placeholder={text('search.placeholder')}
        value={typed}
        maxLength={MOST_CHARACTERS}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && <IconButton icon="close" label={text('search.clear')} onPress={clear} />}
    </search>
  );
}
