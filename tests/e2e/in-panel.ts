/** Looking into panel and bar on a page: their roots are closed, so that only a script of the extension's own can. */
import { type Page, until } from '../browsers/page.ts';
import type { Session } from '../browsers/session.ts';

/** What of Lede a page has; the value of its mark. */
type Kind = 'panel' | 'bar';

/** Runs a function over the closed root, in the extension's own world of the page; null where there is none. */
export async function inPanel<T>(
  session: Session,
  page: Page,
  look: (root: ShadowRoot) => T | Promise<T>,
  kind: Kind = 'panel',
): Promise<T | null> {
  return inItsWorld<T | null>(
    session,
    page,
    `func: () => {
      const host = document.querySelector('[data-lede=${kind}]');
      const root = host && (globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot);
      return root ? (${look.toString()})(root) : null;
    }`,
  );
}

/** Has the background inject what `script` says (`func: …` or `files: …`) once the page is idle, and gives its result. */
export async function inItsWorld<T>(session: Session, page: Page, script: string): Promise<T> {
  // A page may step on from anchor to anchor.
  const [address] = (await page.url()).split('#');
  return session.inBackground<T>(`(async () => {
    const api = globalThis.browser ?? chrome;
    const tab = (await api.tabs.query({})).find(({ url }) => url?.split('#')[0] === ${JSON.stringify(address)});
    const [result] = await api.scripting.executeScript({ target: { tabId: tab.id }, ${script} });
    return result.result ?? null;
  })()`);
}

/** Clicks, as a reader does, on the middle of what a selector finds in the panel. */
export async function clickInPanel(
  session: Session,
  page: Page,
  selector: string,
  kind: Kind = 'panel',
): Promise<void> {
  const at = await inPanel(
    session,
    page,
    new Function(
      'root',
      `const { left, top, width, height } = root.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
       return { x: left + width / 2, y: top + height / 2, width };`,
    ) as (root: ShadowRoot) => { x: number; y: number; width: number },
    kind,
  );
  if (at === null || at.width === 0) throw new Error(`the ${kind} shows no ${selector}`);
  await page.clickAt(at.x, at.y);
}

/** Runs in the panel: its movements are over, and the headlines, drawn once more, are there. */
export async function still(root: ShadowRoot): Promise<void> {
  const frame = root.querySelector('iframe');
  if (frame)
    await new Promise((loaded) => {
      frame.addEventListener('load', loaded, { once: true });
      frame.srcdoc = `${frame.srcdoc}`;
    });
  await Promise.all(root.getAnimations().map(({ finished }) => finished));
}

/** Notes the documents that are loaded into panel or bar from now on; gives what asks for the last of them. */
export async function noteLoads(session: Session, page: Page, kind: Kind): Promise<() => Promise<string>> {
  const begin = (root: ShadowRoot): void => {
    const world: typeof globalThis & { ledeLoaded?: string } = globalThis;
    const note = ({ target }: Event): void => {
      if (target instanceof HTMLIFrameElement) world.ledeLoaded = target.srcdoc;
    };
    root.addEventListener('load', note, true);
  };
  await inPanel(session, page, begin, kind);
  return async () =>
    (await inItsWorld<string | null>(session, page, 'func: () => globalThis.ledeLoaded')) ?? '';
}

const isMenuOpen = (root: ShadowRoot) => root.querySelector<HTMLElement>('.menu')?.hidden === false;

/** Opens the panel's menu and clicks on an item of it until it is taken: no click counts in the first half second. */
export async function chooseInPanel(session: Session, page: Page, item: string): Promise<void> {
  await clickInPanel(session, page, '[aria-haspopup=menu]');
  await clickUntilTaken(session, page, item);
}

/** Clicks on an item of the open menu until it is taken, which closes the menu. */
export async function clickUntilTaken(session: Session, page: Page, item: string): Promise<void> {
  const isTaken = async (): Promise<boolean> => {
    await clickInPanel(session, page, item);
    return (await inPanel(session, page, isMenuOpen)) !== true;
  };
  await until(isTaken, 5_000, () => `a click on ${item} to be taken`);
}

/**
 * How often the detector looked at the page before it told the background of an article, or gave up: it is loaded there
 * once more, beside the one that began before it and so has ended too, and counted. At what is none it looks three times.
 */
export async function looksOfDetector(session: Session, page: Page): Promise<number> {
  await inItsWorld(session, page, `func: ${countLooks.toString()}`);
  await inItsWorld(session, page, "files: ['detector.js']");
  return inItsWorld<number>(session, page, 'func: () => globalThis.ledeLooked');
}

/**
 * Runs in the page, in the extension's world. Looks are told from those of the detector that is there already by where they
 * come from: the first from the one that is loaded next, the others from looks before them.
 */
function countLooks(): void {
  const world = globalThis as typeof globalThis & { lede?: object; ledeLooked?: Promise<number> };
  const { requestIdleCallback: whenIdle, setTimeout: later } = globalThis;
  delete world.lede;
  let looks = 0;
  let isCounted = false;
  let isLast = true;
  const counted = (act: () => void): void => {
    isCounted = true;
    act();
    isCounted = false;
  };
  world.ledeLooked = new Promise((resolve) => {
    world.requestIdleCallback = (look, options) => {
      if (!isCounted && (looks > 0 || !world.lede)) return whenIdle(look, options);
      looks += 1;
      return whenIdle((deadline) => {
        isLast = true;
        counted(() => look(deadline));
        if (isLast) resolve(looks);
      }, options);
    };
  });
  const asked = (look: (left: number) => void, ms: number, left: number): unknown => {
    if (!isCounted) return later(look, ms, left);
    isLast = false;
    return later(() => counted(() => look(left)), ms);
  };
  Object.assign(world, { setTimeout: asked });
}

/** Whether a detector was loaded into the page. Asked of a page that is loaded, where any that belongs there is. */
export async function hasDetector(session: Session, page: Page): Promise<boolean> {
  // What is injected while a page is not idle may run just before its detector; the second time it is idle.
  await inItsWorld(session, page, 'func: () => null');
  return inItsWorld<boolean>(session, page, 'func: () => globalThis.lede !== undefined');
}

/** Whether a panel was drawn on the page since it was opened, be it gone again. */
export function waitUntilDrawn(session: Session, page: Page): Promise<boolean> {
  const wasDrawn = 'func: () => globalThis.lede?.leave !== undefined';
  return until(
    () => inItsWorld<boolean>(session, page, wasDrawn),
    10_000,
    () => 'the panel to be drawn',
  );
}

/** The pages into which the browser loads the detector, as patterns. */
export function detectorPatterns(session: Session): Promise<readonly string[]> {
  return session.inBackground(`(async () => {
    const scripts = await (globalThis.browser ?? chrome).scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches);
  })()`);
}
