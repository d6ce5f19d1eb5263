/** The keys by which the browser itself opens Lede. */
import { browser } from 'wxt/browser';

/** The commands of the manifest with the keys that are set for them; an empty key where none is. */
export async function browserKeys(): Promise<{ readonly name: string; readonly key: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, key: shortcut }));
}

/** Opens the page on which the reader sets them. */
export async function openKeySettings(): Promise<void> {
  // Firefox alone has a call for it, and lets nobody open its page by address.
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
