import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** Where an entry of the tab's history was left, in pixels. */
interface Left {
  readonly scroll?: number;
}

/**
 * Each page begins at its top, and the keyboard in it; not the first, which the browser has just opened. One that is come
 * back to stands where it was left, as soon as it is long enough and unless the reader moves before.
 */
export function useFreshPage(hash: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(hash);
  const toDo = useRef(scrollLeft());
  /** The address of what is drawn: the browser's own is ahead of it for a moment. */
  const drawn = useRef(location.hash);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    return watchScroll(toDo, drawn);
  }, []);
  // With the drawing, while the entry of the history is still the page's own.
  useLayoutEffect(() => {
    if (shown.current === hash) return;
    shown.current = hash;
    drawn.current = location.hash;
    toDo.current = scrollLeft();
    scrollTo(0, 0);
    // A page may have put it into a field of its own already.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    goBack(toDo);
  }, [hash]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => goBack(toDo));
    if (main.current !== null) sizes.observe(main.current);
    return () => sizes.disconnect();
  }, []);
  return main;
}

/** Scrolls to where the page was left, once it is long enough. */
function goBack(toDo: { current: number }): void {
  if (toDo.current === 0 || document.documentElement.scrollHeight - innerHeight < toDo.current) return;
  scrollTo(0, toDo.current);
  toDo.current = 0;
}

/** Where the page was left that the address has come back to; 0 for one that is new. */
function scrollLeft(): number {
  return (history.state as Left | null)?.scroll ?? 0;
}

/** Keeps where the page is scrolled to with its entry in the history; where the reader moves, nothing is left to do. */
function watchScroll(toDo: { current: number }, drawn: { readonly current: string }): () => void {
  const remember = () => {
    if (toDo.current === 0 && drawn.current === location.hash)
      history.replaceState({ ...history.state, scroll: scrollY }, '');
  };
  const onMove = () => {
    toDo.current = 0;
  };
  const moves = ['wheel', 'pointerdown', 'keydown'] as const;
  document.addEventListener('scrollend', remember);
  for (const move of moves) document.addEventListener(move, onMove, { passive: true });
  return () => {
    document.removeEventListener('scrollend', remember);
    for (const move of moves) document.removeEventListener(move, onMove);
  };
}
