/** The scripts of the panel in pages of the web: where they run, and what they are handed. */
import { type Browser, browser } from 'wxt/browser';
import type { PanelView } from '../model/panel.ts';

/** What scripts of the extension share in a page. */
interface Shared {
  lede?: { ask?: () => unknown };
  ledePanel?: (view: PanelView) => void;
}

/** The patterns of hosts that the reader granted. */
export async function grantedPatterns(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** The patterns of pages that a script of ours is registered for, by its name; null where it is not. */
export async function scriptPatterns(id: string): Promise<readonly string[] | null> {
  const [script] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  return script?.matches ?? null;
}

/** Has a script, the file of that name, run in pages of these patterns from now on; for none, in no page. */
export async function registerScript(id: string, patterns: readonly string[]): Promise<void> {
  const isThere = (await scriptPatterns(id)) !== null;
  if (patterns.length === 0) {
    if (isThere) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script: Browser.scripting.RegisteredContentScript = {
    id,
    js: [`${id}.js`],
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
export async function showPanel(tabId: number, view: PanelView): Promise<boolean> {
  const func = (handed: PanelView): void => (globalThis as Shared).ledePanel?.(handed);
  const drawn = await inTopFrame(tabId, 'panel.js', (target) =>
    browser.scripting.executeScript({ target, func, args: [view] }),
  );
  return drawn !== null;
}

/** Has the detector look at the page in a tab, for a reader who asked; null where the browser lets nobody in. */
export async function askInTab(tabId: number): Promise<unknown> {
  const func = (): unknown => (globalThis as Shared).lede?.ask?.();
  const found = await inTopFrame(tabId, 'detector.js', (target) =>
    browser.scripting.executeScript({ target, func }),
  );
  return found?.[0]?.result ?? null;
}

async function inTopFrame<T>(
  tabId: number,
  file: string,
  then: (target: { readonly tabId: number; readonly frameIds: number[] }) => Promise<T>,
): Promise<T | null> {
  const target = { tabId, frameIds: [0] };
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    return await then(target);
  } catch {
    return null;
  }
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
