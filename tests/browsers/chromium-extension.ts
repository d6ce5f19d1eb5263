/** The extension inside a running Chromium: its worker, its toolbar button, its access to hosts. */
import type { Browser, CDPSession, Page as PuppeteerPage, Target, WebWorker } from 'puppeteer-core';
import { until } from './page.ts';

/** The address of one of the extension's files. */
export function extensionUrl(id: string, path: string): string {
  return `chrome-extension://${id}/${path.replace(/^\//, '')}`;
}

/**
 * Opens an address in a tab and waits until it is loaded. It begins with the address itself: a tab that begins empty
 * starts a process more, and takes half as much again of the processor.
 */
export async function openTab(browser: Browser, url: string, background = false): Promise<PuppeteerPage> {
  const session = await browser.target().createCDPSession();
  const { targetId } = await session.send('Target.createTarget', { url, background });
  await session.detach();
  const target = await browser.waitForTarget((one) => idOf(one) === targetId, { timeout: 10_000 });
  const page = await target.asPage();
  await until(
    () => page.evaluate("document.readyState === 'complete' && location.href !== 'about:blank'"),
    30_000,
    () => `${url} to load`,
  );
  return page;
}

/** Puppeteer keeps a target's id to itself, and tells of no other thing by which to know it. */
function idOf(target: Target): string | undefined {
  return (target as Target & { readonly _targetId?: string })._targetId;
}

/** Pages that stay open for questions to the browser, by their addresses: to open one takes longer than to ask it. */
const kept = new WeakMap<Browser, Map<string, Promise<PuppeteerPage>>>();

/** A page in the background that was opened at the first call and is the same at the next. */
async function keptPage(browser: Browser, url: string): Promise<PuppeteerPage> {
  const pages = kept.get(browser) ?? new Map<string, Promise<PuppeteerPage>>();
  kept.set(browser, pages);
  const open = await pages.get(url);
  if (open && !open.isClosed()) return open;
  // In the background: a new tab in front would close an open popup.
  const page = openTab(browser, url, true);
  pages.set(url, page);
  return page;
}

/** Waits until the extension's files can be read; a packed one comes in some time after the start. */
export async function waitForExtension(browser: Browser, id: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  await until(
    async () => (await page.goto(extensionUrl(id, 'manifest.json'))) !== null,
    20_000,
    () => `extension ${id} to be installed`,
  );
  await page.close();
}

/** Evaluates an expression in the service worker, starting it where it sleeps. */
export async function inWorker(browser: Browser, id: string, expression: string): Promise<unknown> {
  return (await debugged(browser, id)).evaluate(expression);
}

/** Has the worker collect its garbage, starting it where it sleeps. */
export async function collectGarbage(browser: Browser, id: string): Promise<void> {
  await (await debugged(browser, id)).client.send('HeapProfiler.collectGarbage');
}

async function debugged(browser: Browser, id: string): Promise<WebWorker> {
  const target = workerTarget(browser, id) ?? (await startWorker(browser, id));
  const worker = await target.worker();
  if (!worker) throw new Error('the worker cannot be debugged');
  return worker;
}

/** Kills the worker. Not by `ServiceWorker.stopAllWorkers`, after which the next message waits for ever. */
export async function killWorker(browser: Browser, id: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const target = workerTarget(browser, id);
  const running = await runningWorkers(session, id);
  const attached = await target?.worker();
  // A worker under a debugger ends only when the debugger leaves it, which puppeteer's own `close` sees to.
  if (attached) await attached.close();
  const isAlive = (targetId: string): boolean => running.includes(targetId);
  const isGone = async (): Promise<boolean> => {
    const alive = (await runningWorkers(session, id)).filter(isAlive);
    for (const targetId of alive) {
      // One that ended by itself in this very moment is what was wanted. One that only just starts has to be told again.
      await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
    }
    // Its next alarm may have started another one meanwhile, which may live.
    const known = target !== undefined && workerTarget(browser, id) === target;
    return !known && alive.length === 0;
  };
  await until(isGone, 5_000, () => 'the killed worker to be gone');
  await session.detach();
}

async function runningWorkers(session: CDPSession, id: string): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.startsWith(extensionUrl(id, '')))
    .map(({ targetId }) => targetId);
}

/** Runs an expression on a page that has the extension's rights but runs none of its code. */
export async function besideCode(browser: Browser, id: string, expression: string): Promise<unknown> {
  return (await besidePage(browser, id)).evaluate(expression);
}

/** The badge as the browser has it; asking does not wake the worker. */
export async function badgeText(browser: Browser, id: string): Promise<string> {
  return String(await besideCode(browser, id, 'chrome.action.getBadgeText({})'));
}

function besidePage(browser: Browser, id: string): Promise<PuppeteerPage> {
  return keptPage(browser, extensionUrl(id, 'manifest.json'));
}

/** Clicks the toolbar button over the tab in front and gives the popup that opens. */
export async function openPopup(browser: Browser, id: string): Promise<PuppeteerPage> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(isActive) ?? targetInfos.at(-1);
  if (!tab) throw new Error('there is no tab whose toolbar could be clicked');
  const before = new Set(browser.targets());
  await session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await session.detach();
  const popup = await browser.waitForTarget(
    (one) => !before.has(one) && one.type() === 'page' && one.url().startsWith(extensionUrl(id, '')),
    { timeout: 10_000 },
  );
  return popup.asPage();
}

/** Waits for the side panel; no test has the same page in a tab meanwhile. */
export async function findSidePanel(browser: Browser, id: string): Promise<PuppeteerPage> {
  const panel = await browser.waitForTarget((one) => one.url() === extensionUrl(id, 'sidepanel.html'), {
    timeout: 10_000,
  });
  return panel.asPage();
}

/** Whether a tab is the one in front of its window; browsers that do not tell have the last tab there. */
function isActive(tab: { embedderData?: { tabActive?: boolean } }): boolean {
  return tab.embedderData?.tabActive === true;
}

/** Lets the next real click that asks for access to `pattern` have it without a dialog. */
export async function allowHost(browser: Browser, id: string, pattern: string): Promise<void> {
  const page = await keptPage(browser, 'chrome://extensions/');
  const [extension, host] = [id, pattern].map((text) => JSON.stringify(text));
  await page.evaluate(`chrome.developerPrivate.addHostPermission(${extension}, ${host})`);
}

function workerTarget(browser: Browser, id: string): Target | undefined {
  return browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(extensionUrl(id, '')));
}

async function startWorker(browser: Browser, id: string): Promise<Target> {
  const session: CDPSession = await (await besidePage(browser, id)).createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: extensionUrl(id, '') });
  await session.detach();
  return browser.waitForTarget((one) => one === workerTarget(browser, id), { timeout: 10_000 });
}
