import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLede } from '../app/context.ts';
import { type Place, writePlace } from './place.ts';

/**
 * Remembers where the popup is whenever that changes, and puts its list back to where it was left as soon as it is long
 * enough for it. A popup closes without a word, so nothing is left for its end.
 */
export function usePlace(
  list: RefObject<HTMLElement | null>,
  place: Omit<Place, 'scroll'>,
  left: Place | null,
  isKept: boolean,
): void {
  const { surface } = useLede();
  const toDo = useRef(left?.scroll ?? 0);
  const current = useRef(place);
  current.current = place;

  useEffect(() => {
    const element = list.current;
    if (element === null || toDo.current === 0 || current.current.tab !== left?.tab) return;
    if (element.scrollHeight - element.clientHeight < toDo.current) return;
    element.scrollTop = toDo.current;
    toDo.current = 0;
  });
  // Once the reader moves, he is where he wants to be.
  useEffect(() => {
    const forget = () => {
      toDo.current = 0;
    };
    const moves = ['wheel', 'pointerdown', 'keydown'] as const;
    for (const move of moves) document.addEventListener(move, forget, { passive: true });
    return () => {
      for (const move of moves) document.removeEventListener(move, forget);
    };
  }, []);
  const { tab, query, rows, narrowing } = place;
  useEffect(() => {
    const element = list.current;
    if (element === null || !isKept) return;
    const remember = () => {
      const scroll = toDo.current || element.scrollTop;
      writePlace(localStorage, { tab, query, rows, narrowing, scroll }, surface.now());
    };
    remember();
    element.addEventListener('scrollend', remember);
    return () => element.removeEventListener('scrollend', remember);
  }, [surface, list, tab, query, rows, narrowing, isKept]);
}
