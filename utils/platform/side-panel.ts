/** Chrome's side panel and Firefox's sidebar: a page of Lede's that stays open beside the tabs. */
import { browser } from 'wxt/browser';

/** Firefox's own name for it, which types made of Chrome's interface leave out. */
interface WithSidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens it in a window, by default in the one that this page belongs to. Must be called straight from a click, before
 * anything is awaited: Firefox opens it for nothing else.
 */
export async function openSidePanel(windowId?: number): Promise<void> {
  const { sidebarAction } = browser as WithSidebar;
  if (sidebarAction !== undefined) return sidebarAction.open();
  const inWindow = windowId ?? (await browser.windows.getCurrent()).id;
  if (inWindow !== undefined) await browser.sidePanel.open({ windowId: inWindow });
}
