/** A restart of the browser that brings another version of the extension. */
import type { Page, Session } from '../browsers/session.ts';
import { LATER } from './versions.ts';

/**
 * Restarts until the later build runs, and gives the version that does: Chromium takes a new version at a start after
 * the one that finds it, once it has unpacked it.
 */
export async function restartInto(session: Session, extension: string): Promise<string> {
  let version = '';
  for (let start = 0; start < 6 && version !== LATER; start += 1) {
    await session.restart({ extension });
    const page = await session.open('reader.html');
    await page.waitFor('.headline');
    version = await versionOf(page);
    await page.close();
  }
  return version;
}

/** The version of the extension that a page of it belongs to. */
export function versionOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getManifest(): { version: string } } };
    };
    return chrome.runtime.getManifest().version;
  });
}
