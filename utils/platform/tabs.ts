/** Opening pages. */
import { browser } from 'wxt/browser';
import { ownUrl } from './runtime.ts';

/** The tab in front with its address, where a click on Lede's icon lets it be seen; null where it does not. */
export async function tabInFront(): Promise<{ readonly id: number | null; readonly url: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url === undefined ? null : { id: tab.id ?? null, url: tab.url };
}

/** Opens an address in a new tab, in front or behind the present one; gives the tab's id where there is one. */
export async function openTab(url: string, inFront: boolean): Promise<number | null> {
  const tab = await browser.tabs.create({ url, active: inFront });
  return tab.id ?? null;
}

/** Where something opens that was entered in the address bar. */
export type Opening = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Opens an address where the reader wants it. */
export async function openWhere(url: string, where: Opening): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await openTab(url, where === 'newForegroundTab');
}

/** Opens a page of the extension in a new tab; `fragment` says what in it. */
export async function openOwnPage(
  page: 'reader.html' | 'options.html' | 'welcome.html',
  fragment = '',
): Promise<void> {
  await browser.tabs.create({ url: `${ownUrl(page)}${fragment}` });
}
