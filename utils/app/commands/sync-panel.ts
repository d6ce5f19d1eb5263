/** Has the scripts of panel and bar run on the hosts where these are wanted, and nowhere else. */
import type { Deps, PageScript } from '../deps.ts';
import { type OnPages, panelHosts } from '../panel-hosts.ts';

const SCRIPTS: Readonly<Record<OnPages, PageScript>> = { panel: 'detector', bar: 'bar' };

/**
 * To be called after everything that may change where they are wanted, and at every start: an update of the extension
 * drops what was registered. Running it twice does no harm.
 */
export function syncPanel(deps: Deps): Promise<void> {
  // One at a time: of two that find nothing registered the second would be refused.
  return deps.onPages.run(() => syncScripts(deps));
}

async function syncScripts(deps: Deps): Promise<void> {
  const changes = [await sync(deps, 'panel'), await sync(deps, 'bar')];
  if (changes.includes(true)) await deps.panel.announce();
}

/** Whether anything had to change. */
async function sync(deps: Deps, what: OnPages): Promise<boolean> {
  const wanted = (await panelHosts(deps, what)).map((host) => `*://${host}/*`).sort();
  const registered = (await deps.panel.registered(SCRIPTS[what])) ?? [];
  if (wanted.join() === [...registered].sort().join()) return false;
  await deps.panel.register(SCRIPTS[what], wanted);
  return true;
}
