/** Running a function in a page of the reader's. */
import { browser } from 'wxt/browser';

/**
 * Runs a function in the tab in front, with what a click on Lede's icon allows for that one tab; gives what the
 * function gives, or null where the browser lets nobody in (its own pages, stores, files).
 */
export async function runInActiveTab<T>(work: () => T): Promise<T | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return null;
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: work });
    // The function's result travels as it is; its type is the function's own.
    return (frame?.result as T | undefined) ?? null;
  } catch {
    return null;
  }
}
