/** Lede's entry in the menu over a selection. */
import { browser } from 'wxt/browser';

const SEARCH = 'search-selection';

/**
 * Makes sure that the entry is there, in the browser's language like those around it. The browser keeps it; one that it
 * has is brought up to date, since the language may have changed.
 */
export function offerSelectionSearch(): void {
  // The browser puts the selection in place of %s.
  const title = browser.i18n.getMessage('searchFor', ['%s']);
  browser.contextMenus.create({ id: SEARCH, title, contexts: ['selection'] }, () => {
    if (browser.runtime.lastError) void browser.contextMenus.update(SEARCH, { title });
  });
}

/** Calls back when the entry was chosen, with what was selected. Register synchronously. */
export function onSelectionSearch(listener: (selected: string) => Promise<void>): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === SEARCH) void listener(selectionText ?? '');
  });
}
