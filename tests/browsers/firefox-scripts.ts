/**
 * What runs inside Firefox with the browser's own rights, as bodies of functions for `Marionette.chrome`.
 * `arguments[0]` is the extension's id in the scripts that begin with EXTENSION, else a tab's `browserId`.
 * A page is driven through the window actor that Marionette itself uses for WebDriver commands; unlike
 * WebDriver it can be had for any browsing context, so that popups and event pages work as tabs do.
 */

const UNTIL = `
  const until = async (ask, what) => {
    for (let tries = 0; tries < 300; tries++) {
      const answer = await ask();
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error('waited too long for ' + what);
  };`;

const EXTENSION = `${UNTIL}
  const extension = WebExtensionPolicy.getByID(arguments[0])?.extension;
  if (!extension) throw new Error('the extension is not running');
  const action = extension.apiManager.global.browserAction.for(extension);
  const view = (type) => [...extension.views].reverse().find((one) =>
    one.viewType === type && one.xulBrowser?.browsingContext?.currentWindowGlobal)?.xulBrowser;`;

const PAGE = `${UNTIL}
  const context = BrowsingContext.getCurrentTopByBrowserId(arguments[0]);
  if (!context?.currentWindowGlobal) throw new Error('the page is gone');
  const actor = () => context.currentWindowGlobal.getActor('MarionetteCommands');
  const capabilities = { toJSON: () => ({ 'moz:webdriverClick': true }) };
  const evaluate = (code) => actor().executeScript('return (' + code + ')', [], { timeout: 60000 });
  // A page may close at a click or key before it has confirmed it.
  const unlessItCloses = (done) => done.catch((error) => {
    if (error.name !== 'AbortError') throw error;
  });`;

/** (id) → true once the button is on the toolbar, as for a reader who pinned it. */
export const PIN = `${EXTENSION}
  await until(() => action.widget, 'the toolbar button');
  CustomizableUI.addWidgetToArea(action.id, 'nav-bar');
  return true;`;

/** (id, expression) → its value in the event page, which is woken where it sleeps. */
export const IN_BACKGROUND = `${EXTENSION}
  await extension.wakeupBackground?.();
  const browser = await until(() => view('background'), 'the event page');
  return browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands')
    .executeScript('return (' + arguments[1] + ')', [], { timeout: 60000 });`;

/** (id): ends the event page as its idle timeout does. */
export const STOP_BACKGROUND = `${EXTENSION} await extension.terminateBackground();`;

/** (id, …): the beginning of a script that has the extension's databases as `databases`, in the browser's own process. */
export const DATABASES = `${EXTENSION}
  const databases = {
    open: (name, version) =>
      indexedDB.openForPrincipal(extension.principal, name, version === undefined ? {} : { version }),
    deleteDatabase: (name) => indexedDB.deleteForPrincipal(extension.principal, name),
  };`;

/** (id) → text of the badge as it stands on the button. */
export const BADGE = `${EXTENSION}
  return document.getElementById(action.buttonViewId)?.getAttribute('badge') ?? '';`;

/** (id) → browserId of the popup, opened by the button. */
export const OPEN_POPUP = `${EXTENSION}
  const open = view('popup');
  if (open) {
    await action.triggerAction(open.ownerDocument.defaultView);
    await until(() => !view('popup'), 'the popup to close');
  }
  window.focus();
  await action.openPopup(window, false);
  const browser = await until(() => view('popup'), 'the popup');
  return browser.browserId;`;

/** (id) → browserId of the sidebar, once it is open. */
export const FIND_SIDEBAR = `${EXTENSION}
  const browser = await until(() => view('sidebar'), 'the sidebar');
  return browser.browserId;`;

const KEYWORD = `
  const { ExtensionSearchHandler } =
    ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs');
  await until(() => ExtensionSearchHandler.isKeywordRegistered('lede'), 'the keyword');`;

/** (id, typed) → what the address bar suggests behind the keyword. */
export const SUGGEST = `${EXTENSION}${KEYWORD}
  return new Promise((resolve) => {
    const request = { keyword: 'lede', text: 'lede ' + arguments[1], inPrivateWindow: false };
    ExtensionSearchHandler.handleSearch(request, (suggested) =>
      resolve(suggested.map(({ content, description }) => ({ content, description }))));
  });`;

/** (id, entered, where): Enter in the address bar, in a session that a suggestion began. */
export const ENTER = `${EXTENSION}${KEYWORD}
  ExtensionSearchHandler.handleInputEntered('lede', 'lede ' + arguments[1], arguments[2]);`;

/** (id, selected): the click on the extension's entry in the menu over a selection. */
export const SEARCH_SELECTION = `${EXTENSION}
  await extension.wakeupBackground?.();
  const info = { menuItemId: 'search-selection', selectionText: arguments[1], editable: false, modifiers: [] };
  extension.emit('webext-menu-menuitem-click', info, window.gBrowser.selectedTab);`;

/** → process ids of everything that runs extension code. */
export const EXTENSION_PROCESSES = `
  const { children } = await ChromeUtils.requestProcInfo();
  return children.filter((one) => one.type === 'extension').map((one) => one.pid);`;

/** Has the processes that run extensions let go of all that they need no more, as `about:memory` does. */
export const MINIMIZE_MEMORY = `
  for (const what of ['gc', 'cc', 'mmu']) Services.obs.notifyObservers(null, 'child-' + what + '-request');`;

/** (id) → whether the extension may run in private windows. */
export const MAY_RUN_PRIVATELY = `${EXTENSION} return extension.privateBrowsingAllowed;`;

/** (id): lets the extension run in private windows from its next start on. */
export const ALLOW_PRIVATE = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(arguments[0],
    { permissions: ['internal:privateBrowsingAllowed'], origins: [], data_collection: [] });`;

/** (id): starts the extension anew. */
export const RELOAD = `await (await AddonManager.getAddonByID(arguments[0])).reload();`;

/** (path): installs an extension, unpacked or packed, until the browser ends. */
export const INSTALL = `
  const folder = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
  folder.initWithPath(arguments[0]);
  await AddonManager.installTemporaryAddon(folder);`;

/** (url, userContextId, private) → browserId of a new tab in front. */
export const OPEN_TAB = `
  const [url, userContextId, isPrivate] = arguments;
  let target = window;
  if (isPrivate) {
    target = OpenBrowserWindow({ private: true });
    await new Promise((resolve) => target.addEventListener('load', resolve, { once: true }));
    await target.delayedStartupPromise;
  }
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = target.gBrowser.addTab(url, { triggeringPrincipal, userContextId });
  target.gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;`;

/** → [browserId, address] of every tab of every window. */
export const TABS = `
  return [...Services.wm.getEnumerator('navigator:browser')].flatMap((one) =>
    one.gBrowser.tabs.map((tab) => [tab.linkedBrowser.browserId, tab.linkedBrowser.currentURI.spec]));`;

/** (browserId) → the page's address. */
export const URL_OF = `${PAGE} return context.currentWindowGlobal.documentURI.spec;`;

/** (browserId, expression) → its value in the page. */
export const EVALUATE = `${PAGE} return evaluate(arguments[1]);`;

/** (browserId, selector): a real click on the middle of the first element that matches. */
export const CLICK = `${PAGE}
  const element = await actor().findElement('css selector', arguments[1], {});
  await unlessItCloses(actor().clickElement(element, capabilities));`;

/** (browserId, x, y): a real click on a point of the page. */
export const CLICK_AT = `${PAGE}
  const at = (eventData) =>
    actor().dispatchEvent('synthesizeMouseAtPoint', { x: arguments[1], y: arguments[2], eventData });
  await at({ type: 'mousemove' });
  await at({ button: 0, clickCount: 1 });`;

/** (browserId, keys): keys in WebDriver's notation where the focus is. */
export const KEYS = `${PAGE}
  const element = await actor().getActiveElement();
  await unlessItCloses(actor().sendKeysToElement(element, arguments[1], { toJSON: () => ({}) }));`;

/** (browserId, width, height): gives the page a size inside its window. */
export const RESIZE = `${PAGE}
  const [, width, height] = arguments;
  const { style } = context.embedderElement;
  style.minWidth = style.maxWidth = width + 'px';
  style.minHeight = style.maxHeight = height + 'px';`;

/** (browserId, scale) → what is visible, as a PNG in base64. */
export const CAPTURE = `${PAGE}
  const image = await context.currentWindowGlobal.drawSnapshot(null, arguments[1], 'white');
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer()).toBase64();`;

/** (browserId): closes the tab or popup. */
export const CLOSE = `${PAGE}
  const element = context.embedderElement;
  const tab = element.ownerDocument.defaultView.gBrowser?.getTabForBrowser(element);
  if (tab) element.ownerDocument.defaultView.gBrowser.removeTab(tab);
  else await unlessItCloses(evaluate('window.close()'));
  await until(() => context.isDiscarded, 'the page to close');`;

/** (browserId, 'light' or 'dark'): the colour scheme of one page. A popup does not follow the preference. */
export const SET_PAGE_SCHEME = `${PAGE} context.prefersColorSchemeOverride = arguments[1];`;

/** (id, 'light' or 'dark'): the colour scheme of all pages, those to come included. */
export const SET_SCHEME = `${EXTENSION}
  const scheme = arguments[1];
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
  const tabs = windows.flatMap((one) => one.gBrowser.tabs.map((tab) => tab.linkedBrowser));
  for (const browser of [...tabs, view('popup')]) {
    if (browser?.browsingContext) browser.browsingContext.prefersColorSchemeOverride = scheme;
  }`;

/** Requests for optional permissions are granted without a dialog, as long as a real click makes them. */
export const GRANT_WITHOUT_ASKING = `
  Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);`;

/** Ends Firefox as its menu does. */
export const QUIT = `Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit);`;
