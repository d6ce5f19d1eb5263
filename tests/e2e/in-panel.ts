/** Looking into the panel on a page: its root is closed, so that only a script of the extension's own can. */
import type { Page, Session } from '../browsers/session.ts';

/** Runs a function over the closed root, in the extension's own world of the page; null where there is no panel. */
export async function inPanel<T>(
  session: Session,
  page: Page,
  look: (root: ShadowRoot) => T,
): Promise<T | null> {
  // A page may step on from anchor to anchor.
  const [address] = (await page.url()).split('#');
  const inPage = `() => {
    const host = document.querySelector('[data-lede]');
    const root = host && (globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot);
    return root ? (${look.toString()})(root) : null;
  }`;
  return session.inBackground<T | null>(`(async () => {
    const api = globalThis.browser ?? chrome;
    const tab = (await api.tabs.query({})).find(({ url }) => url?.split('#')[0] === ${JSON.stringify(address)});
    const [result] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: ${inPage} });
    return result.result ?? null;
  })()`);
}

/** Clicks, as a reader does, on the middle of what a selector finds in the panel. */
export async function clickInPanel(session: Session, page: Page, selector: string): Promise<void> {
  const at = await inPanel(
    session,
    page,
    new Function(
      'root',
      `const { left, top, width, height } = root.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
       return { x: left + width / 2, y: top + height / 2, width };`,
    ) as (root: ShadowRoot) => { x: number; y: number; width: number },
  );
  if (at === null || at.width === 0) throw new Error(`the panel shows no ${selector}`);
  await page.clickAt(at.x, at.y);
}
