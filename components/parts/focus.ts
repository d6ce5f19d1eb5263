import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A ref for an element that may go away while the focus is in it: the focus then goes to the heir that it names, so
 * that the keyboard never falls back to the top of the page.
 */
export function useHeir<Own extends HTMLElement>(heir: (own: Own) => HTMLElement | null) {
  const ref = useRef<Own>(null);
  useLayoutEffect(() => {
    const own = ref.current;
    return () => {
      if (own?.contains(document.activeElement)) heir(own)?.focus();
    };
  }, [heir]);
  return ref;
}

/** The first button of the section in which an element stands. */
export function firstButtonOfSection(own: HTMLElement): HTMLElement | null {
  return own.closest('section')?.querySelector('button') ?? null;
}

/** The main part of the page, whether an element stands in it or beside it. */
export function mainOf(own: HTMLElement): HTMLElement | null {
  return own.closest('main') ?? document.querySelector('main');
}
