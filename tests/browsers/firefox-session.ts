/** What a test does with a running Firefox. */
import { firefoxPage, loaded } from './firefox-page.ts';
import * as scripts from './firefox-scripts.ts';
import type { Marionette } from './marionette.ts';
import { type Page, settled, until } from './page.ts';
import type { Databases, Session, Theme } from './session.ts';

/** Address host of the extension's pages, fixed so that a restart does not change it. */
export const HOST = '6c656465-0000-4000-8000-6e6577730001';
/** Firefox's own names of the places. */
const FIREFOX_WHERE = {
  currentTab: 'current',
  newForegroundTab: 'tab',
  newBackgroundTab: 'tabshifted',
} as const;
/** The first of the containers that Firefox comes with. */
const CONTAINER = 1;

export interface State {
  /** The add-on id. */
  readonly id: string;
  /** A restart brings a new one. */
  marionette: Marionette;
  theme: Theme;
}

/** All of a session but its beginning and end. */
export function surfaces(
  state: State,
  scale: number,
): Omit<Session, 'profile' | 'untilClosed' | 'update' | 'restart' | 'close'> {
  const extensionUrl = (path: string): string => `moz-extension://${HOST}/${path.replace(/^\//, '')}`;
  return {
    kind: 'firefox',
    extensionId: HOST,
    extensionUrl,
    ...pages(state, scale, extensionUrl),
    inBackground: <T>(expression: string) =>
      state.marionette.chrome<T>(scripts.IN_BACKGROUND, [state.id, expression]),
    suggest: (typed) => state.marionette.chrome(scripts.SUGGEST, [state.id, typed]),
    enter: (entered, where) =>
      state.marionette.chrome(scripts.ENTER, [state.id, entered, FIREFOX_WHERE[where]]),
    searchSelection: (selected) => state.marionette.chrome(scripts.SEARCH_SELECTION, [state.id, selected]),
    killBackground: () => killExtensionProcesses(state.marionette),
    stopBackground: () => state.marionette.chrome(scripts.STOP_BACKGROUND, [state.id]),
    inDatabase: <T, A extends readonly unknown[]>(
      look: (databases: Databases, ...rest: A) => Promise<T>,
      ...args: A
    ) =>
      state.marionette.chrome<T>(
        `${scripts.DATABASES} return (${look.toString()})(databases, ...arguments[1]);`,
        [state.id, args],
      ),
    extensionProcesses: () => state.marionette.chrome<number[]>(scripts.EXTENSION_PROCESSES),
    collectGarbage: () => state.marionette.chrome(scripts.MINIMIZE_MEMORY),
    badge: () => state.marionette.chrome<string>(scripts.BADGE, [state.id]),
    setTheme: (theme) => {
      state.theme = theme;
      return state.marionette.chrome(scripts.SET_SCHEME, [state.id, theme]);
    },
    // Firefox has no such grant for one pattern: whatever a real click asks for is granted.
    allowHost: () => state.marionette.chrome(scripts.GRANT_WITHOUT_ASKING),
    screenshot: (page, file) => page.screenshot(file),
  };
}

type Pages = Pick<
  Session,
  'open' | 'openPopup' | 'findSidePanel' | 'openPrivate' | 'openInContainer' | 'findTab'
>;

function pages(state: State, scale: number, extensionUrl: Session['extensionUrl']): Pages {
  const shown = async (browserId: number): Promise<Page> => {
    const page = firefoxPage(state.marionette, browserId, scale);
    await loaded(page);
    await state.marionette.chrome(scripts.SET_PAGE_SCHEME, [browserId, state.theme]);
    return page;
  };
  const open = async (path: string, container: number, isPrivate: boolean): Promise<Page> => {
    const url = path.includes('://') ? path : extensionUrl(path);
    return shown(await state.marionette.chrome<number>(scripts.OPEN_TAB, [url, container, isPrivate]));
  };
  return {
    open: (path) => open(path, 0, false),
    openInContainer: (path) => open(path, CONTAINER, false),
    openPrivate: async (path) => {
      await allowPrivate(state);
      return open(path, 0, true);
    },
    openPopup: async () =>
      settled(await shown(await state.marionette.chrome<number>(scripts.OPEN_POPUP, [state.id]))),
    findSidePanel: async () => shown(await state.marionette.chrome<number>(scripts.FIND_SIDEBAR, [state.id])),
    findTab: async (part, ms = 10_000) => shown(await findTab(state.marionette, part, ms)),
  };
}

/** An extension that came in by itself may not run in private windows yet; it has to start anew for that. */
async function allowPrivate({ marionette, id }: State): Promise<void> {
  if (await marionette.chrome<boolean>(scripts.MAY_RUN_PRIVATELY, [id])) return;
  await marionette.chrome(scripts.ALLOW_PRIVATE, [id]);
  await marionette.chrome(scripts.RELOAD, [id]);
  await marionette.chrome(scripts.PIN, [id]);
}

async function findTab(firefox: Marionette, part: string, ms: number): Promise<number> {
  const tabs = (): Promise<[number, string][]> => firefox.chrome(scripts.TABS);
  const found = await until(
    async () => (await tabs()).find(([, address]) => address.includes(part)),
    ms,
    async () => `a tab with ${part}; there are ${(await tabs()).map(([, address]) => address).join(', ')}`,
  );
  return found[0];
}

/** SIGKILL to the process that runs extensions, and with it to every extension page in a tab. */
async function killExtensionProcesses(firefox: Marionette): Promise<void> {
  const pids = await firefox.chrome<number[]>(scripts.EXTENSION_PROCESSES);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await until(
    async () => {
      const left = await firefox.chrome<number[]>(scripts.EXTENSION_PROCESSES);
      return !left.some((pid) => pids.includes(pid));
    },
    10_000,
    () => 'the killed process to be gone',
  );
}
