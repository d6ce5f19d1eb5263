/** The one element of the panel that a page has: everything is in its closed root. */
import { element } from './elements.ts';
import { dress } from './style.ts';

/** By this the next version of the extension knows what one before it left behind. */
export const MARK = 'data-lede';

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Puts an element with a closed root at the end of the document, above all that the page draws. */
export function createHost(theme: 'light' | 'dark', css: string): Host {
  const host = element('div', { [MARK]: '', 'data-theme': theme, popover: 'manual' });
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, css);
  document.documentElement.append(host);
  try {
    host.showPopover();
  } catch {
    // A document that is being put away: there is nothing to stand above.
  }
  return { element: host, root };
}

/** Removes what a version of the extension that is gone left in the page. */
export function removeRemains(): void {
  for (const remains of document.querySelectorAll(`[${MARK}]`)) remains.remove();
}
