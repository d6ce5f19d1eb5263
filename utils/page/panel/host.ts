/** The one element that a page has of panel or bar: everything is in its closed root. */
import { element } from './elements.ts';
import { dress } from './style.ts';

/** By this the next version of the extension knows what one before it left behind. */
export const MARK = 'data-lede';

/** Both may stand on a page at once; the value of the mark. */
export type HostKind = 'panel' | 'bar';

/** What scripts of the extension share in a page; the page's own scripts do not see it. */
type Shared = typeof globalThis & { ledeHosts?: Map<HostKind, HTMLElement> };

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

/** Puts an element with a closed root at the end of the document, above all that the page draws. */
export function createHost(kind: HostKind, theme: 'light' | 'dark', css: string): Host {
  removeRemains(kind);
  const host = element('div', { [MARK]: kind, 'data-theme': theme, popover: 'manual' });
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, css);
  document.documentElement.append(host);
  try {
    host.showPopover();
  } catch {
    // A document that is being put away: there is nothing to stand above.
  }
  hosts().set(kind, host);
  raise();
  return {
    element: host,
    root,
    remove: () => {
      host.remove();
      if (hosts().get(kind) === host) hosts().delete(kind);
      raise();
    },
  };
}

/** Whether an element is one of ours: known by itself, since a page can write any mark. */
export function isOurs(tag: Element): boolean {
  return [...hosts().values()].some((host) => host === tag);
}

function hosts(): Map<HostKind, HTMLElement> {
  const shared: Shared = globalThis;
  shared.ledeHosts ??= new Map();
  return shared.ledeHosts;
}

/** The panel stands above the bar. */
function raise(): void {
  hosts()
    .get('panel')
    ?.toggleAttribute('data-raised', hosts().get('bar')?.isConnected ?? false);
}

/** Removes what a version of the extension that is gone left in the page. */
export function removeRemains(kind: HostKind): void {
  for (const remains of document.querySelectorAll(`[${MARK}="${kind}"]`)) remains.remove();
}
