/** Shortcuts of a page: they work while this is drawn; '?' shows which there are. */
import { useEffect, useState } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import type { LatestActions } from '../latest/state.ts';
import type { ShortcutSheet } from './shortcut-sheet.tsx';
import { useShortcuts } from './use-shortcuts.ts';

interface ShortcutsProps {
  readonly actions: LatestActions;
  /** The last row was reached, and the reader goes on. */
  readonly onEnd?: (() => void) | undefined;
  /** 1 to 4. */
  readonly onTab?: ((number: number) => void) | undefined;
  readonly onSearch?: (() => void) | undefined;
}

/** Nothing to see but the sheet while it is open. */
export function Shortcuts(props: ShortcutsProps) {
  const { text } = useLede();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState(0);
  useShortcuts({ ...props, onHelp: () => setOpen(true), onCopied: () => setCopied((times) => times + 1) });
  const Sheet = useSheet(open);
  return (
    <>
      {/* Said anew each time: a new element is a new message. */}
      <span class="hidden-text" role="status" key={copied}>
        {copied > 0 && text('latest.copied')}
      </span>
      {open && Sheet && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}

/** Loaded when it is first asked for. */
function useSheet(isWanted: boolean): typeof ShortcutSheet | null {
  const [loaded, setLoaded] = useState<{ readonly Sheet: typeof ShortcutSheet } | null>(null);
  useEffect(() => {
    if (isWanted)
      void import('./shortcut-sheet.tsx').then((code) => setLoaded({ Sheet: code.ShortcutSheet }));
  }, [isWanted]);
  return loaded?.Sheet ?? null;
}
