/**
 * Whether a click was meant: a page can make clicks of its own, and trick a reader into one by drawing over the panel or
 * making it invisible. What changes something is done only where none of that can be.
 */

import { isOurs } from './host.ts';

/** What is clicked must have been in sight for so long, in ms. */
const IN_SIGHT = 500;

export interface Guard {
  /** Whether an event of the reader's may change something. */
  isMeant(event: Event): boolean;
  /** What is watched came into sight just now. */
  shown(): void;
  stop(): void;
}

/** Watches an element of the panel; `host` is what the page has of it. */
export function guard(host: HTMLElement, watched: Element): Guard {
  let since = performance.now();
  // Version 2 tells whether anything is drawn over it, or makes it faint; Firefox does not know it.
  let isClear: boolean | undefined;
  const watch: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    threshold: [0.9],
    trackVisibility: true,
    delay: 100,
  };
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1) as
      | (IntersectionObserverEntry & { readonly isVisible?: boolean })
      | undefined;
    isClear = entry?.isVisible === undefined ? undefined : entry.isIntersecting && entry.isVisible;
  }, watch);
  observer.observe(watched);
  return {
    isMeant: (event) =>
      event.isTrusted &&
      performance.now() - since >= IN_SIGHT &&
      isClear !== false &&
      isPlain(host) &&
      (isClear === true || !isCoveredFromAbove()) &&
      isOnTop(host, event),
    shown: () => {
      since = performance.now();
    },
    stop: () => observer.disconnect(),
  };
}

/** Whether it is drawn as it should be; the style sheet of the root stands above any of the page's. */
function isPlain(host: HTMLElement): boolean {
  const { opacity, visibility, filter, transform, clipPath, maskImage } = getComputedStyle(host);
  return (
    host.isConnected &&
    opacity === '1' &&
    visibility === 'visible' &&
    [filter, transform, clipPath, maskImage || 'none'].every((value) => value === 'none')
  );
}

/** Only what the browser draws above the page can lie over the panel: dialogs, popovers, full screen. */
function isCoveredFromAbove(): boolean {
  return [...document.querySelectorAll(':popover-open, dialog:modal, :fullscreen')].some(
    (tag) => !isOurs(tag),
  );
}

/** Whether the point of a click belongs to the panel. Keys have no point. */
function isOnTop(host: HTMLElement, event: Event): boolean {
  if (!(event instanceof MouseEvent) || event.detail === 0) return true;
  return document.elementFromPoint(event.clientX, event.clientY) === host;
}
