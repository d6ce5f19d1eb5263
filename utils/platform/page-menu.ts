/** The entry in the menu of pages of the web: 'Related to this page'. */
import { browser } from 'wxt/browser';

const ID = 'related';

/** Puts the entry there. Browsers keep it over restarts; one that is there already is left as it is. */
export function offerInPageMenu(): void {
  browser.contextMenus.create(
    {
      id: ID,
      title: browser.i18n.getMessage('relatedToPage'),
      contexts: ['page', 'selection', 'image'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    },
    // Asked for, so that an entry that is there already is no error.
    () => browser.runtime.lastError,
  );
}

/** Calls back with the tab whose page it was chosen on. Register synchronously. */
export function onPageMenu(listener: (tabId: number, url: string) => Promise<unknown>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    if (menuItemId === ID && tab?.id !== undefined) void listener(tab.id, tab.url ?? pageUrl ?? '');
  });
}
