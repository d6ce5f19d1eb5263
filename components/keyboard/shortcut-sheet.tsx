/** The sheet of shortcuts: which key does what, opened by '?' and closed by Esc. */
import './shortcuts.css';
import { useEffect, useRef } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { IconButton } from '../parts/buttons.tsx';

const KEYS = [
  ['keys.move', ['J', 'K']],
  ['keys.open', ['O']],
  ['keys.openRow', ['Enter']],
  ['keys.mark', ['M']],
  ['keys.save', ['S']],
  ['keys.copy', ['C']],
  ['keys.unfold', ['Space']],
  ['keys.search', ['/']],
  ['keys.tabs', ['1', '2', '3', '4']],
  ['keys.help', ['?']],
  ['keys.close', ['Esc']],
] as const;

/** All shortcuts as a list of terms: also shown in options. */
export function ShortcutList() {
  const { text } = useLede();
  return (
    <dl class="shortcuts">
      {KEYS.map(([name, keys]) => (
        <div key={name}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key === 'Space' ? text('keys.space') : key}</kbd>
            ))}
          </dt>
          <dd>{text(name)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The list as a dialog of its own. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { text } = useLede();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // The browser keeps the focus inside, closes it by Esc and gives the focus back.
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <header>
        <h2 id="sheet-title">{text('keys.title')}</h2>
        <IconButton icon="close" label={text('action.close')} onPress={() => dialog.current?.close()} />
      </header>
      <ShortcutList />
      <p>{text('keys.layout')}</p>
    </dialog>
  );
}
