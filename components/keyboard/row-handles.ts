/** What keys can do with a row: rows say it of their elements while they are drawn. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LatestRow } from '../../utils/model/view.ts';

export interface RowHandle {
  readonly row: LatestRow;
  /** Shows the first lines of the article under its headline, or hides them. */
  readonly unfold: () => void;
}

const handles = new WeakMap<Element, RowHandle>();

/** Gives the `ref` for the element of a row that keys can act on. */
export function useRowHandle(handle: RowHandle) {
  const element = useRef<HTMLLIElement>(null);
  // Not after the painting: a row that is seen hears keys.
  useLayoutEffect(() => {
    if (element.current) handles.set(element.current, handle);
  });
  return element;
}

/** The row that has the focus, or null. */
export function focusedRow(): RowHandle | null {
  const item = document.activeElement?.closest('[data-row]') ?? null;
  return item && (handles.get(item) ?? null);
}

/**
 * Moves the focus to the headline of the row after (1) or before (-1) the one that has it; from outside to the first.
 * Gives false where there is none.
 */
export function moveFocus(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const target = rows[at < 0 ? 0 : at + step];
  const headline = target?.querySelector<HTMLElement>('.headline-link');
  headline?.focus();
  headline?.scrollIntoView({ block: 'nearest' });
  return headline !== undefined && headline !== null;
}
