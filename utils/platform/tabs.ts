/** Opening pages. */
import { browser } from 'wxt/browser';
import { ownUrl } from './runtime.ts';

/** The address of the tab in front, where a click on Lede's icon lets it be seen; null where it does not. */
export async function addressInFront(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ?? null;
}

/** Opens an address in a new tab, in front or behind the present one. */
export async function openTab(url: string, inFront: boolean): Promise<void> {
  await browser.tabs.create({ url, active: inFront });
}

/** Opens a page of the extension in a new tab; `fragment` says what in it. */
export async function openOwnPage(page: 'reader.html' | 'options.html', fragment = ''): Promise<void> {
  await browser.tabs.create({ url: `${ownUrl(page)}${fragment}` });
}
