/** The scripts of the panel in pages of the web: where they run, and what they are handed. */
import { type Browser, browser } from 'wxt/browser';
import type { PanelView } from '../model/panel.ts';

const DETECTOR = 'detector';
/** A key in the browser's local storage that changes when panels should ask again; it holds nothing else. */
const CHANGED = 'panelChanged';

/** What scripts of the extension share in a page. */
interface Shared {
  lede?: { ask?: () => void };
  ledePanel?: (view: PanelView) => void;
}

/** The patterns of hosts that the reader granted. */
export async function grantedPatterns(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The patterns of pages that the detector is registered for; null where it is not. */
export async function detectorPatterns(): Promise<readonly string[] | null> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [DETECTOR] });
  return script?.matches ?? null;
}

/** Has the detector run in pages of these patterns from now on; for none, in no page. */
export async function registerDetector(patterns: readonly string[]): Promise<void> {
  const isThere = (await detectorPatterns()) !== null;
  if (patterns.length === 0) {
    if (isThere) await browser.scripting.unregisterContentScripts({ ids: [DETECTOR] });
    return;
  }
  const script: Browser.scripting.RegisteredContentScript = {
    id: DETECTOR,
    js: ['detector.js'],
    matches: [...patterns],
    runAt: 'document_idle',
    allFrames: false,
    persistAcrossSessions: true,
  };
  await (isThere
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
}

/** Draws the panel in the top frame of a tab; false where the browser lets nobody in. */
export function showPanel(tabId: number, view: PanelView): Promise<boolean> {
  return inTopFrame(tabId, 'panel.js', (target) =>
    browser.scripting.executeScript({
      target,
      func: (handed: PanelView) => (globalThis as Shared).ledePanel?.(handed),
      args: [view],
    }),
  );
}

/** Has the detector look at the page in a tab, for a reader who asked; false where the browser lets nobody in. */
export function askInTab(tabId: number): Promise<boolean> {
  return inTopFrame(tabId, 'detector.js', (target) =>
    browser.scripting.executeScript({ target, func: () => (globalThis as Shared).lede?.ask?.() }),
  );
}

async function inTopFrame(
  tabId: number,
  file: string,
  then: (target: { readonly tabId: number; readonly frameIds: number[] }) => Promise<unknown>,
): Promise<boolean> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    await then(target);
    return true;
  } catch {
    return false;
  }
}

/** Tells all panels that what is wanted of them may have changed. */
export async function announcePanelChange(): Promise<void> {
  await browser.storage.local.set({ [CHANGED]: crypto.randomUUID() });
}

/** Calls back after every such announcement; gives the function that stops it. */
export function onPanelChange(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (CHANGED in changes) listener();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

/** Removes what panels of a version before this one left in open pages: their scripts can no longer do it. */
export async function sweepPanels(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    // Pages that nobody is let into have none.
    await browser.scripting
      .executeScript({ target: { tabId: id }, func: removeHosts })
      .catch(() => undefined);
  }
}

/** Runs in a page, by itself. */
function removeHosts(): void {
  const { document } = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<{ remove(): void }> };
  };
  for (const host of document.querySelectorAll('[data-lede]')) host.remove();
}

/** Whether this script still belongs to a running extension: after an update it does not. */
export function isOrphan(): boolean {
  try {
    return browser.runtime.id === undefined || browser.runtime.id === '';
  } catch {
    return true;
  }
}
